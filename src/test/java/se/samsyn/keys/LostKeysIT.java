package se.samsyn.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsyn.database.TestDatabase;
import se.samsyn.kernel.PlaceCode;

/** Keys go away, are mixed up or damaged, and come back. */
@SpringBootTest(properties = "samsyn.test.own-database=true")
@DirtiesContext
class LostKeysIT {

    private static final Map<String, Object> OWN = TestDatabase.ownProperties();

    private static int municipality = 2000;

    @Autowired
    private Keys keys;

    @Autowired
    private KeyFolder folder;

    @Autowired
    private Rings rings;

    @Autowired
    private Secrets secrets;

    @Autowired
    private KeyGuard guard;

    @Autowired
    private RingStore store;

    @TempDir
    private Path aside;

    private PlaceCode place = new PlaceCode("2000");
    private Ring ring = Ring.of(Use.TEXT, place);
    private String sealed = "";

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        OWN.forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void seal() {
        place = new PlaceCode(String.valueOf(++municipality));
        ring = Ring.of(Use.TEXT, place);
        sealed = keys.seal(ring, "Trygg hemma", "goal/1");
    }

    @Test
    void aLostRingIsSaidAndNoNewOneIsMade() throws IOException {
        var kept = aside.resolve("ring");
        Files.move(folder.file(ring), kept);

        assertFault(KeyFault.Kind.LOST, () -> keys.open(ring, sealed, "goal/1"));
        assertFault(KeyFault.Kind.LOST, () -> keys.seal(ring, "Ny text", "goal/2"));
        assertThat(rings.faults()).containsOnlyKeys(ring);
        assertFault(KeyFault.Kind.LOST, guard::afterSingletonsInstantiated);
        assertThat(folder.file(ring)).doesNotExist();

        Files.move(kept, folder.file(ring));
        assertThat(keys.open(ring, sealed, "goal/1")).isEqualTo("Trygg hemma");
        guard.afterSingletonsInstantiated();
    }

    @Test
    void aForeignRingIsSaidAndNothingIsSealedWithIt() throws GeneralSecurityException {
        var own = folder.read(ring);
        folder.replace(ring, KeysetHandle.generateNew(ring.use().parameters()));

        assertFault(KeyFault.Kind.FOREIGN, () -> keys.seal(ring, "Ny text", "goal/2"));
        assertFault(KeyFault.Kind.FOREIGN, () -> keys.open(ring, sealed, "goal/1"));
        assertFault(KeyFault.Kind.FOREIGN, guard::afterSingletonsInstantiated);

        folder.replace(ring, own);
        assertThat(keys.open(ring, sealed, "goal/1")).isEqualTo("Trygg hemma");
    }

    @Test
    void aDamagedRingIsSaid() throws IOException {
        var own = Files.readString(folder.file(ring));
        Files.writeString(folder.file(ring), own.substring(9));

        assertFault(KeyFault.Kind.DAMAGED, () -> keys.open(ring, sealed, "goal/1"));
        assertFault(KeyFault.Kind.DAMAGED, guard::afterSingletonsInstantiated);

        Files.writeString(folder.file(ring), own);
        guard.afterSingletonsInstantiated();
    }

    @Test
    void ringsOfTwoMunicipalitiesThatChangePlacesAreNoticed() throws IOException {
        var other = Ring.of(Use.TEXT, new PlaceCode("2" + place.value().substring(1, 3) + "9"));
        keys.seal(other, "Någon annans", "goal/1");
        swap(folder.file(ring), folder.file(other));

        assertThat(rings.faults()).containsOnlyKeys(ring, other);

        swap(folder.file(ring), folder.file(other));
        assertThat(rings.faults()).isEmpty();
    }

    @Test
    void aStopInTheMidstOfTurningIsNoFault() throws GeneralSecurityException {
        var one = folder.read(ring);
        var two = KeysetHandle.newBuilder(one)
                .addEntry(KeysetHandle.generateEntryFromParameters(ring.use().parameters())
                        .withRandomId()
                        .makePrimary())
                .build();
        folder.replace(ring, two);
        assertThat(rings.faults()).isEmpty();
        var newest = keys.seal(ring, "Ny text", "goal/2");
        assertThat(keys.open(ring, sealed, "goal/1")).isEqualTo("Trygg hemma");

        store.forget(ring, Set.of(one.getPrimary().getId()), Instant.EPOCH);
        assertThat(rings.faults()).isEmpty();
        assertThat(keys.open(ring, newest, "goal/2")).isEqualTo("Ny text");

        folder.replace(ring, one);
        assertThat(rings.faults()).containsOnlyKeys(ring);
        folder.replace(ring, two);
    }

    @Test
    void aLostOrForeignSecretIsSaidAndNoNewOneIsMade() throws IOException {
        var name = SecretName.of("person", place);
        var nowhere = aside.resolve("none");
        byte[] first = secrets.of(name, nowhere);
        assertThat(first).hasSize(32);
        assertThat(secrets.of(name, nowhere)).isEqualTo(first);

        var kept = aside.resolve("secret");
        Files.move(folder.file(name), kept);
        assertFault(KeyFault.Kind.LOST, () -> secrets.of(name, nowhere));
        assertFault(KeyFault.Kind.LOST, guard::afterSingletonsInstantiated);

        Files.write(folder.file(name), new byte[32]);
        assertFault(KeyFault.Kind.FOREIGN, () -> secrets.of(name, nowhere));
        assertFault(KeyFault.Kind.FOREIGN, guard::afterSingletonsInstantiated);

        Files.write(folder.file(name), new byte[31]);
        assertFault(KeyFault.Kind.DAMAGED, () -> secrets.of(name, nowhere));

        Files.delete(folder.file(name));
        Files.move(kept, folder.file(name));
        assertThat(secrets.of(name, nowhere)).isEqualTo(first);
        guard.afterSingletonsInstantiated();
    }

    @Test
    void aSecretOfTheDataFolderIsMovedOnceAndNeverOverAnother() throws IOException {
        var name = SecretName.of("person", place);
        var earlier = aside.resolve(place + ".key");
        var secret = "en hemlighet om 32 byte, ej fler.".substring(0, 32).getBytes(StandardCharsets.US_ASCII);
        Files.write(earlier, secret);

        assertThat(secrets.of(name, earlier)).isEqualTo(secret);
        assertThat(earlier).doesNotExist();
        assertThat(folder.file(name)).hasBinaryContent(secret);

        var other = SecretName.of("record", place);
        Files.write(earlier, secret);
        Files.write(folder.file(other), new byte[32]);
        assertFault(KeyFault.Kind.FOREIGN, () -> secrets.of(other, earlier));
        assertThat(earlier).hasBinaryContent(secret);
        Files.delete(folder.file(other));
    }

    private static void assertFault(KeyFault.Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(KeyFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.remedy()).isNotBlank();
            assertThat(fault.getMessage()).doesNotContain("Trygg");
        });
    }

    private void swap(Path one, Path other) throws IOException {
        var between = aside.resolve("between");
        Files.move(one, between);
        Files.move(other, one);
        Files.move(between, other);
    }
}
