package se.samsyn.keys;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives whoever seals the newest key, and lets the one who turns a ring wait for those who sealed with an older one. */
/*
 * A transaction may hold what it sealed for minutes before others see it, as an import does. Were the key dropped meanwhile, the text would
 * be lost. Each transaction therefore takes a shared lock on the ring and the number of the key it seals with, and looks once more if that key is
 * still the newest. Turning a ring first adds a key and then takes the lock of each older one for itself: from then on nothing new can be
 * sealed with it. Nobody who seals ever waits, since the newest key's lock is shared by all.
 */
@Component
class Sealers {

    private final Rings rings;
    private final RingStore store;

    Sealers(Rings rings, RingStore store) {
        this.rings = rings;
        this.store = store;
    }

    /** The ring to seal with, whose newest key is not dropped before the transaction around this has ended. */
    LoadedRing newest(Ring ring) {
        var newest = rings.newest(ring);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return newest;
        }
        var begun = begun();
        while (begun.add(new SealedWith(ring, newest.newest()))) {
            store.beginSealing(ring, newest.newest());
            newest = rings.newest(ring);
        }
        return newest;
    }

    /** What the transaction has sealed with so far; one that begins inside it has a list of its own. */
    private static Set<SealedWith> begun() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Begun.class::isInstance)
                .map(Begun.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    var first = new Begun(new HashSet<>());
                    TransactionSynchronizationManager.registerSynchronization(first);
                    return first;
                })
                .keys();
    }

    private record SealedWith(Ring ring, int number) {}

    private record Begun(Set<SealedWith> keys) implements TransactionSynchronization {}
}
