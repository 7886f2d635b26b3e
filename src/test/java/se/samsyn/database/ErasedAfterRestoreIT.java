package se.samsyn.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samsyn.Samsyn;
import se.samsyn.SignedInAs;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.followup.Case;
import se.samsyn.followup.CaseChanges;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.Cases;
import se.samsyn.followup.CloseCase;
import se.samsyn.followup.CloseReason;
import se.samsyn.followup.Closure;
import se.samsyn.followup.Identity;
import se.samsyn.followup.LocalId;
import se.samsyn.followup.OpenCase;
import se.samsyn.followup.Outcome;
import se.samsyn.followup.WayIn;
import se.samsyn.followup.retention.Born;
import se.samsyn.followup.retention.DueCases;
import se.samsyn.followup.retention.ErasureOutcome;
import se.samsyn.followup.retention.Erasures;
import se.samsyn.followup.retention.KeptFor;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Sex;
import se.samsyn.keys.SealedFiles;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;
import tools.jackson.databind.json.JsonMapper;

/** A backup from before an erasure brings the cases back; they are erased anew before anybody can meet them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "samsyn.data=target/erased-again")
class ErasedAfterRestoreIT {

    private static final Path STONES = Path.of("target/erased-again/erased/tombstones");

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    private Backup backup;

    @Autowired
    private SealedFiles seals;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Environment environment;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseChanges changes;

    @Autowired
    private DueCases due;

    @Autowired
    private Erasures erasures;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void erasesAnewAndSaysHowManyAndFollowsNoForgedLine() throws Exception {
        Files.deleteIfExists(STONES);
        Unit unit = SignedInAs.unit(organisations);
        SignedInAs.thread(SignedInAs.of(accounts, Role.CASEWORKER, unit));
        List<CaseId> ids = List.of(old(unit, "A-1"), old(unit, "A-2"));
        CaseId kept = old(unit, "A-3");
        Path file = folder.resolve("copy.zip");
        backup.write(file, part -> {});
        UUID erased = erase(unit, ids);
        forge(kept, ids.getFirst());

        DatabaseAddress empty = TestDatabase.another();
        restore(empty).read(file, Restore.Existing.REFUSE, part -> {});
        try (var restored = new SpringApplicationBuilder(Samsyn.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("restored", properties(empty))))
                .run()) {
            JdbcClient sql = restored.getBean(JdbcClient.class);
            assertThat(count(sql, unit)).isEqualTo(3);

            List<String> said = restored.getBeanProvider(AfterRestore.class).stream()
                    .flatMap(work -> work.restored(Instant.EPOCH).stream())
                    .toList();

            assertThat(said)
                    .anySatisfy(line -> assertThat(line)
                            .contains("Gallrat på nytt: 2 ärenden")
                            .contains("1 rader"));
            assertThat(count(sql, unit)).isEqualTo(1);
            assertThat(RowScope.working(
                            Set.of(unit.id()),
                            "test",
                            () -> sql.sql("select state from followup_erasure where id = :id")
                                    .param("id", erased)
                                    .query(String.class)
                                    .single()))
                    .isEqualTo("ERASED");
        }
    }

    private UUID erase(Unit unit, List<CaseId> ids) {
        SignedInAs.thread(SignedInAs.of(accounts, Role.UNIT_MANAGER, unit));
        due.answer(ids, Born.ANOTHER_DAY);
        due.answer(ids, KeptFor.NONE);
        UUID id = ((ErasureOutcome.Done) erasures.propose(unit.id(), ids)).id();
        SignedInAs.thread(SignedInAs.of(accounts, Role.QUALITY_DEVELOPER, unit));
        assertThat(erasures.erase(id)).isInstanceOf(ErasureOutcome.Done.class);
        return id;
    }

    /** Somebody who can write the file adds a line that names another case. */
    private static void forge(CaseId kept, CaseId gone) throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(STONES));
        lines.add(lines.getFirst().replace(gone.toString(), kept.toString()));
        Files.write(STONES, lines);
    }

    private CaseId old(Unit unit, String localId) {
        LocalDate day = LocalDate.now(Clock.systemUTC()).minusYears(7);
        OpenCase wish = new OpenCase(
                CaseId.fresh(),
                unit.id(),
                new InstrumentKey("allman"),
                Optional.of(new LocalId(localId)),
                Sex.WOMAN,
                OptionalInt.of(1990),
                Identity.OPEN,
                WayIn.REPORT,
                day);
        Case of = (Case) ((Outcome.Done<?>) cases.open(wish)).result();
        changes.close(of.id(), of.revision(), new CloseCase(new Closure(day, CloseReason.SUPPORT_COMPLETED), Map.of()));
        return of.id();
    }

    private static long count(JdbcClient sql, Unit unit) {
        return RowScope.working(
                Set.of(unit.id()),
                "test",
                () -> sql.sql("select count(*) from followup_case")
                        .query(Long.class)
                        .single());
    }

    /** Of the other database, with the data and keys of this one. */
    private Map<String, Object> properties(DatabaseAddress address) {
        var properties = new HashMap<>(TestDatabase.properties(address));
        properties.put("samsyn.keys", environment.getRequiredProperty("samsyn.keys"));
        properties.put("samsyn.data", "target/erased-again");
        return properties;
    }

    private Restore restore(DatabaseAddress address) {
        var flyway = Flyway.configure()
                .dataSource(
                        address.url(),
                        address.migration().user(),
                        address.migration().password());
        new DatabaseConfiguration().migrateAsOwner().customize(flyway);
        return new Restore(
                new DatabaseHome(address, Optional.empty()),
                seals,
                json,
                flyway.load(),
                new UnfinishedRestore(new DataFolder(folder)));
    }
}
