package se.samsyn.keys;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The rings, as they are in the folder right now: another process may have turned one. A ring is made the first time something is sealed
 * with it, never in place of one that the data was sealed with before.
 */
@Component
class Rings {

    private final KeyFolder folder;
    private final RingStore store;
    private final Clock clock;
    private final Map<Ring, Loaded> loaded = new ConcurrentHashMap<>();

    Rings(KeyFolder folder, RingStore store, Clock clock) {
        this.folder = folder;
        this.store = store;
        this.clock = clock;
    }

    /** The ring, made where it has never been used. */
    KeysetHandle toSealWith(Ring ring) {
        return now(ring).orElseGet(() -> made(ring));
    }

    /** The ring, if it holds the key of that number. */
    KeysetHandle toOpen(Ring ring, int number) {
        var keys = toOpen(ring);
        if (!numbers(keys).contains(number)) {
            throw store.find(ring).filter(known -> known.contains(number)).isPresent() ? foreign(ring) : lost(ring);
        }
        return keys;
    }

    KeysetHandle toOpen(Ring ring) {
        return now(ring).orElseThrow(() -> lost(ring));
    }

    /** The fault of each ring that the data was sealed with and that the folder cannot answer for. */
    Map<Ring, KeyFault> faults() {
        var faults = new ConcurrentHashMap<Ring, KeyFault>();
        store.all().keySet().forEach(ring -> {
            try {
                if (now(ring).isEmpty()) {
                    faults.put(ring, lost(ring));
                }
            } catch (KeyFault fault) {
                faults.put(ring, fault);
            }
        });
        return faults;
    }

    /** Puts a ring with the same keys and more, or fewer, in place of what there was. */
    void replace(Ring ring, KeysetHandle keys) {
        folder.replace(ring, keys);
        store.keep(ring, numbers(keys), clock.instant());
        loaded.remove(ring);
    }

    private Optional<KeysetHandle> now(Ring ring) {
        return folder.changed(ring).map(changed -> {
            var held = loaded.get(ring);
            return held != null && held.changed().equals(changed) ? held.keys() : read(ring, changed);
        });
    }

    private KeysetHandle read(Ring ring, FileTime changed) {
        var keys = folder.read(ring);
        var known = store.find(ring);
        if (known.isEmpty()) {
            store.keep(ring, numbers(keys), clock.instant());
        } else if (!numbers(keys).containsAll(known.get())) {
            throw foreign(ring);
        }
        loaded.put(ring, new Loaded(keys, changed));
        return keys;
    }

    private KeysetHandle made(Ring ring) {
        if (store.find(ring).isPresent()) {
            throw lost(ring);
        }
        try {
            folder.add(ring, KeysetHandle.generateNew(ring.use().parameters()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A key could not be made", failure);
        }
        return now(ring).orElseThrow();
    }

    static Set<Integer> numbers(KeysetHandle keys) {
        return IntStream.range(0, keys.size())
                .mapToObj(at -> keys.getAt(at).getId())
                .collect(Collectors.toSet());
    }

    private KeyFault lost(Ring ring) {
        return new KeyFault(
                KeyFault.Kind.LOST,
                "Nyckeln " + ring + " saknas i nyckelmappen " + folder.root(),
                "Lägg tillbaka nyckelmappen från sin kopia, eller peka ut rätt mapp med SAMSYN_KEYS. Ingen ny nyckel görs i"
                        + " stället: den skulle inte öppna det som redan är krypterat.");
    }

    private KeyFault foreign(Ring ring) {
        return new KeyFault(
                KeyFault.Kind.FOREIGN,
                "Nyckeln " + ring + " i " + folder.root() + " är inte den som databasen krypterades med",
                "Nycklar och data hör ihop: peka ut datamappens egen nyckelmapp med SAMSYN_KEYS, eller återställ båda från"
                        + " samma tid.");
    }

    private record Loaded(KeysetHandle keys, FileTime changed) {}
}
