package se.samsyn.table;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;
import se.samsyn.table.disclosure.BlurredSample;
import se.samsyn.table.disclosure.NoiseLaw;
import se.samsyn.table.disclosure.NoiseTable;

/**
 * The figures of a snapshot blurred, so that they give nobody away: every count bears noise that belongs to its persons. What hangs together is
 * blurred when first asked for, always in the same order and the same way, so that it does not matter who looks and at what.
 */
final class BlurredCounts implements Counts {
    /*
     * What is blurred at once is a block: one topic in one family, the places right under a place. Blocks are settled from above and from outside, as
     * docs/decisions says: parts add up to the counts they divide, years to all years, the sexes to all, units to their municipality.
     */
    private record Key(String topic, int family) {}

    static final NoiseTable NOISE = NoiseTable.of(NoiseLaw.standard());

    private static final long FEWEST_OTHERS = 5;
    private static final int MUNICIPALITY = 2;
    private static final long ABOVE = 0x9E3779B1L;
    private static final long LOW = 0xFFFF_FFFFL;
    private static final long NAMES = 0x9E3779B97F4A7C15L;

    private final Snapshot snapshot;
    private final long[] keys;
    private final Map<Key, Block> blocks = new ConcurrentHashMap<>();
    private final Map<String, BlurredSample.Whole> wholes = new ConcurrentHashMap<>();

    /** Fair, so that a reader does not wait for all that is compiled ahead. */
    private final ReentrantLock lock = new ReentrantLock(true);

    /**
     * Of a snapshot.
     *
     * @param key the record key of a row's person, from 0 to below 2^32
     */
    BlurredCounts(Snapshot snapshot, IntToLongFunction key) {
        this.snapshot = snapshot;
        this.keys = IntStream.range(0, snapshot.data().size()).mapToLong(key).toArray();
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    /**
     * The record key of a row's person at a place. Regions and the nation have keys of their own: in a region with one municipality both
     * would else be alike in every cell, but where a case of protected identity is in the region alone.
     */
    long key(int row, int place) {
        return snapshot.places().node(place).depth() < MUNICIPALITY ? keys[row] * ABOVE & LOW : keys[row];
    }

    @Override
    public long count(Group group) {
        Places.Node node = snapshot.places().node(group.place());
        boolean given = group.topic().parts().get(group.part()).breadth().covers(group.sex(), group.period());
        if (node.secret() || !given) {
            return SECRET;
        }
        int family = group.place() == Places.NATION ? Places.NATION : node.parent();
        return block(group.topic(), family).count(group.place(), group.period(), group.sex(), group.part());
    }

    private Block block(Topic topic, int family) {
        Key key = new Key(topic.key(), family);
        Block known = blocks.get(key);
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            known = blocks.get(key);
            if (known == null) {
                known = new Blurring(this, topic, family).block();
                blocks.put(key, known);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long fewestOthers() {
        return FEWEST_OTHERS;
    }

    @Override
    public String protection() {
        return "blurred";
    }

    @Override
    public Cell share(Share share) {
        return Shares.cell(share, NOISE.law().variance());
    }

    @Override
    public Cell mean(Group group, Values values) {
        BlurredSample sample = sample(group, values);
        if (sample.mean().isEmpty()) {
            return new Cell.NotApplicable();
        }
        double mean = sample.mean().getAsDouble();
        double margin = sample.margin().orElseThrow();
        return Counts.shown(mean, values.measure(), new Interval(mean - margin, mean + margin));
    }

    @Override
    public Cell median(Group group, Values values) {
        OptionalDouble median = sample(group, values).median();
        return median.isEmpty()
                ? new Cell.NotApplicable()
                : new Cell.Shown(median.getAsDouble(), values.measure(), Optional.empty());
    }

    private BlurredSample sample(Group group, Values values) {
        Group all = new Group(group.topic(), group.part(), Places.NATION, Snapshot.ALL_YEARS, SexGroup.ALL);
        String key = group.topic().key() + "/" + group.part() + "/" + values.key();
        return wholes.computeIfAbsent(key, _ -> whole(all, values))
                .part(numbers(group, values), ownKey(group), count(group));
    }

    private BlurredSample.Whole whole(Group all, Values values) {
        return new BlurredSample.Whole(
                NOISE,
                values.range().lowest(),
                values.range().highest(),
                numbers(all, values),
                ownKey(all),
                count(all));
    }

    private double[] numbers(Group group, Values values) {
        return snapshot.rows(group).mapToDouble(values.of()).toArray();
    }

    /**
     * A key that belongs to the persons and to what they are called here. Two groups of the same persons have the same count, but not the same mean:
     * equal means would tell that nobody is in the one who is not in the other.
     */
    private long ownKey(Group group) {
        long name = Objects.hash(
                group.topic().key(), group.part(), group.period(), group.sex().name());
        return snapshot.rows(group).mapToLong(row -> key(row, group.place())).sum() + name * NAMES;
    }
}
