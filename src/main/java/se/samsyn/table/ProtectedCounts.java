package se.samsyn.table;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The counts of a snapshot that give nobody away. Each set of linked cells is protected when first asked for, always in the same
 * order and the same way, so that it does not matter who looks and at what.
 */
final class ProtectedCounts implements Counts {
    /*
     * A set is one topic in one family: a place with the places right under it. Sets are settled from above and from outside:
     *
     *   a cell is shown only if the same cell of the place above is shown, and the outer count it lies within too;
     *   in the set of a family, cells settled before stand as shown or concealed.
     *
     * Then sets can be protected one by one and still hold together. Suppose somebody adds up published cells of several sets
     * into one that is hidden in a set S. What the others give S can only be sums over whole classes of what they share with S,
     * the cells settled before. Look at a place, or a class, that the hidden cell does not lie in: there the sum must cancel, so
     * what the others gave is already a sum of cells shown there, and by the rule of cells shown above. So it was known in S,
     * where it did not suffice. docs/decisions has the argument at length, ProtectionTest attacks the whole.
     */
    private record Key(String topic, int family) {}

    private final Snapshot snapshot;
    private final Map<Key, Release> releases = new ConcurrentHashMap<>();
    /** Fair, so that a reader does not wait for all that is compiled ahead. */
    private final ReentrantLock lock = new ReentrantLock(true);

    ProtectedCounts(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public long count(Topic topic, int part, int place, int period, SexGroup group) {
        Places.Node node = snapshot.places().node(place);
        if (node.secret()) {
            return SECRET;
        }
        int family = place == Places.NATION ? place : node.parent();
        return release(topic, family).count(place, period, group, part);
    }

    boolean shown(Topic topic, int part, int place, int period, SexGroup group) {
        return count(topic, part, place, period, group) != SECRET;
    }

    private Release release(Topic topic, int family) {
        Key key = new Key(topic.key(), family);
        Release known = releases.get(key);
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            known = releases.get(key);
            if (known == null) {
                known = new Family(this, topic, family).protect();
                releases.put(key, known);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
