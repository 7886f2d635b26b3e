package se.samsyn.keys;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The rings, as they are in the folder right now: another process may have turned one. A ring is made the first time something is sealed
 * with it, never in place of one that the data was sealed with before.
 */
/*
 * The database remembers the numbers of the keys that something may be sealed with. The file must hold them all, so a key comes into the
 * file before its number is remembered, and its number is forgotten before it leaves the file: a process that is killed in between
 * leaves a file with more than is remembered, which is no fault.
 */
@Component
class Rings {

    private final KeyFolder folder;
    private final RingStore store;
    private final Clock clock;
    private final Map<Ring, LoadedRing> loaded = new ConcurrentHashMap<>();

    Rings(KeyFolder folder, RingStore store, Clock clock) {
        this.folder = folder;
        this.store = store;
        this.clock = clock;
    }

    /** The ring, made where it has never been used. */
    LoadedRing newest(Ring ring) {
        return find(ring).orElseGet(() -> made(ring));
    }

    /** The ring, if it holds the key of that number. */
    LoadedRing holding(Ring ring, int number) {
        var keys = there(ring);
        if (!keys.numbers().contains(number)) {
            throw store.find(ring).filter(known -> known.contains(number)).isPresent() ? foreign(ring) : lost(ring);
        }
        return keys;
    }

    /** The ring, which something has been sealed with. */
    LoadedRing there(Ring ring) {
        return find(ring).orElseThrow(() -> lost(ring));
    }

    /** The fault of each ring that the data was sealed with and that the folder cannot answer for. */
    Map<Ring, KeyFault> faults() {
        var faults = new TreeMap<Ring, KeyFault>(Comparator.comparing(Ring::name));
        store.all().keySet().stream().filter(ring -> !ring.use().isPassing()).forEach(ring -> {
            try {
                there(ring);
            } catch (KeyFault fault) {
                faults.put(ring, fault);
            }
        });
        return faults;
    }

    /** Puts the same keys and a new one, which is to seal from now on, in place of what there was. */
    void add(Ring ring, KeysetHandle more) {
        folder.replace(ring, more);
        there(ring);
    }

    /** Puts fewer keys in place of what there was, once nothing is sealed with the others. */
    void drop(Ring ring, Set<Integer> dropped, KeysetHandle fewer) {
        store.forget(ring, dropped, clock.instant());
        folder.replace(ring, fewer);
    }

    /** The ring, if it has a file. */
    Optional<LoadedRing> find(Ring ring) {
        return folder.stamp(ring).map(stamp -> {
            var held = loaded.get(ring);
            return held != null && held.stamp().equals(stamp) ? held : read(ring, stamp);
        });
    }

    /** A file that was changed while it was compared with the database is read again: another process is turning the ring. */
    private LoadedRing read(Ring ring, KeyFiles.Stamp stamp) {
        var read = new LoadedRing(folder.read(ring), stamp);
        var known = store.find(ring).orElse(Set.of());
        if (!read.numbers().containsAll(known)) {
            var now = folder.stamp(ring).orElseThrow(() -> lost(ring));
            if (now.equals(stamp)) {
                throw foreign(ring);
            }
            return read(ring, now);
        }
        if (!known.contains(read.newest())) {
            store.keep(ring, known.isEmpty() ? read.numbers() : Set.of(read.newest()), clock.instant());
        }
        loaded.put(ring, read);
        return read;
    }

    private LoadedRing made(Ring ring) {
        store.find(ring).ifPresent(before -> {
            if (!ring.use().isPassing()) {
                throw lost(ring);
            }
            store.forget(ring, before, clock.instant());
        });
        try {
            folder.add(ring, KeysetHandle.generateNew(ring.use().parameters()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A key could not be made", failure);
        }
        return find(ring).orElseThrow();
    }

    private KeyFault lost(Ring ring) {
        return new KeyFault(
                KeyFault.Kind.LOST, "Nyckeln " + ring + " saknas i nyckelmappen " + folder.root(), KeyFault.PUT_BACK);
    }

    private KeyFault foreign(Ring ring) {
        return new KeyFault(
                KeyFault.Kind.FOREIGN,
                "Nyckeln " + ring + " i " + folder.root() + " är inte den som databasen krypterades med",
                KeyFault.SAME);
    }
}
