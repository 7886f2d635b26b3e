package se.samsyn.keys;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Turns rings while Samsyn is running: adds a key, seals everything anew with it, and drops the older ones once nothing is sealed with
 * them. One that was stopped on the way is finished the next time, with the key that was added then.
 */
/*
 * Order: (1) the new key is in the file, so that all who seal use it; (2) those who sealed with an older one have ended; (3) all texts are
 * sealed anew, and counted; (4) a pause, for pages that have read a text but not yet opened it; (5) the older numbers are forgotten, then
 * the keys leave the file.
 */
@Component
class Rotation {

    private final KeyFolder folder;
    private final Rings rings;
    private final RingStore store;
    private final ObjectProvider<SealedTexts> texts;
    private final ApplicationEventPublisher told;
    private final Duration pause;

    Rotation(
            KeyFolder folder,
            Rings rings,
            RingStore store,
            ObjectProvider<SealedTexts> texts,
            ApplicationEventPublisher told,
            KeySettings settings) {
        this.folder = folder;
        this.rings = rings;
        this.store = store;
        this.texts = texts;
        this.told = told;
        this.pause = settings.keyPause();
    }

    /** What became of it. */
    sealed interface Outcome {

        /** Another process is turning keys. */
        record Busy() implements Outcome {}

        /** A key was added, and the older ones are kept for what they sealed. */
        record Added(int keys) implements Outcome {}

        /** All texts are sealed with the newest key, and the older keys are gone. */
        record Turned(long sealed, int dropped) implements Outcome {}

        /** Some texts are not sealed with the newest key, so the older ones are kept. */
        record Left(SealedCount count) implements Outcome {}
    }

    /** Turns a ring. */
    Outcome turn(Ring ring) {
        Optional<KeyFiles.Turn> turn = folder.files().turn();
        if (turn.isEmpty()) {
            return new Outcome.Busy();
        }
        try (var _ = turn.get()) {
            return turning(ring);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Outcome turning(Ring ring) {
        List<SealedTexts> kept = keeping(ring);
        var before = rings.newest(ring);
        boolean unfinished = !kept.isEmpty() && before.numbers().size() > 1;
        if (!unfinished) {
            rings.add(ring, added(before.keys(), ring));
            told.publishEvent(new RingTurned(ring));
        }
        var now = rings.there(ring);
        return kept.isEmpty() ? new Outcome.Added(now.numbers().size()) : sealed(ring, now, kept);
    }

    private Outcome sealed(Ring ring, LoadedRing now, List<SealedTexts> kept) {
        Set<Integer> older = new HashSet<>(now.numbers());
        older.remove(now.newest());
        sleep();
        older.forEach(number -> store.awaitSealing(ring, number));
        long sealed = kept.stream().mapToLong(each -> each.sealAnew(ring)).sum();
        var count = kept.stream().map(each -> each.count(ring)).reduce(SealedCount.NONE, SealedCount::plus);
        if (!count.settled()) {
            return new Outcome.Left(count);
        }
        sleep();
        rings.drop(ring, older, only(now.keys()));
        return new Outcome.Turned(sealed, older.size());
    }

    /** Those who keep texts of a ring. */
    List<SealedTexts> keeping(Ring ring) {
        return texts.stream().filter(each -> each.rings().contains(ring)).toList();
    }

    private static KeysetHandle added(KeysetHandle keys, Ring ring) {
        try {
            return KeysetHandle.newBuilder(keys)
                    .addEntry(
                            KeysetHandle.generateEntryFromParameters(ring.use().parameters())
                                    .withRandomId()
                                    .makePrimary())
                    .build();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A key could not be made", failure);
        }
    }

    private static KeysetHandle only(KeysetHandle keys) {
        try {
            var builder = KeysetHandle.newBuilder(keys);
            for (int at = builder.size() - 1; at >= 0; at--) {
                if (!builder.getAt(at).isPrimary()) {
                    builder.deleteAt(at);
                }
            }
            return builder.build();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A ring could not be made smaller", failure);
        }
    }

    private void sleep() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The turning of keys was stopped; the next one finishes it", stopped);
        }
    }
}
