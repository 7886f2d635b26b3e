package se.samsyn.table;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samsyn.database.RowScope;
import se.samsyn.engine.Warehouse;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Listed;
import se.samsyn.table.source.Microdata;
import se.samsyn.table.source.Selection;

/**
 * Holds what was last read of each data set, with what was blurred and made of it; when that has grown old and is read anew,
 * readers keep the old until the new one stands. A data set is not read more often than its age allows, since the
 * difference of two readings tells of those who came between; nor where fewer than five came or went.
 */
@Component
final class Snapshots {

    /** Blurred counts with the tables made of them so far. */
    record Compiled(BlurredCounts counts, Map<TableKey, Optional<ProtectedTable>> tables) {

        Snapshot snapshot() {
            return counts.snapshot();
        }
    }

    /** Fewer cases than this that came or went do not make a new reading. */
    private static final int FEWEST_MOVED = 5;

    private final List<Microdata> sources;
    private final Warehouse warehouse;
    private final Clock clock;
    private final Duration age;
    private final Map<InstrumentKey, Compiled> compiled = new ConcurrentHashMap<>();
    private final Map<InstrumentKey, Instant> looked = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();

    Snapshots(
            ObjectProvider<Microdata> sources,
            Warehouse warehouse,
            Clock clock,
            @Value("${samsyn.results.age:PT12H}") Duration age) {
        this.sources = sources.orderedStream().toList();
        this.warehouse = warehouse;
        this.clock = clock;
        this.age = age;
    }

    /** The data sets of all sources. */
    List<Listed> sets() {
        return sources.stream().flatMap(source -> source.sets().stream()).toList();
    }

    /** What was last compiled of the set; waits only where nothing has been. Empty when there is no such set. */
    Optional<Compiled> compiled(InstrumentKey set) {
        Compiled held = compiled.get(set);
        if (held != null) {
            return Optional.of(held);
        }
        reading.lock();
        try {
            held = compiled.get(set);
            return held != null ? Optional.of(held) : compile(set);
        } finally {
            reading.unlock();
        }
    }

    /** Compiles the set anew unless that was done lately; the new, or empty where the old is still good. */
    Optional<Compiled> renewed(InstrumentKey set) {
        reading.lock();
        try {
            Compiled held = compiled.get(set);
            Instant now = clock.instant();
            if (held != null
                    && looked.getOrDefault(set, held.snapshot().data().asOf())
                            .plus(age)
                            .isAfter(now)) {
                return Optional.empty();
            }
            looked.put(set, now);
            return compile(set);
        } finally {
            reading.unlock();
        }
    }

    /** Forgets what was read of the set, so that nothing erased stays in memory; the next reader waits for a new reading. */
    void forget(InstrumentKey set) {
        reading.lock();
        try {
            compiled.remove(set);
            looked.remove(set);
        } finally {
            reading.unlock();
        }
    }

    private Optional<Compiled> compile(InstrumentKey set) {
        return source(set).map(source -> {
            Dataset read = RowScope.compiling(PlaceCode.NATION, () -> source.read(set, new Selection.Compilable()));
            Compiled held = compiled.get(set);
            if (held != null && isNearlyTheSame(read, held.snapshot().data())) {
                return held;
            }
            Snapshot snapshot = new Snapshot(read);
            Compiled fresh = new Compiled(blurred(snapshot), new ConcurrentHashMap<>());
            if (snapshot.data().size() > 0) {
                compiled.put(set, fresh);
            }
            return fresh;
        });
    }

    /** A few who came or went could be told by looking before and after: they wait until there are more of them. */
    private static boolean isNearlyTheSame(Dataset now, Dataset before) {
        Set<Long> came = cases(now);
        Set<Long> went = cases(before);
        went.removeAll(cases(now));
        came.removeAll(cases(before));
        int moved = came.size() + went.size();
        return moved > 0 && moved < FEWEST_MOVED;
    }

    private static Set<Long> cases(Dataset data) {
        return IntStream.range(0, data.size()).mapToObj(data::ownNumber).collect(Collectors.toCollection(HashSet::new));
    }

    private BlurredCounts blurred(Snapshot snapshot) {
        Dataset data = snapshot.data();
        return new BlurredCounts(snapshot, row -> warehouse.key(data.personOf(row)));
    }

    /** The earliest that what was stored at a moment is met; empty where what is held is later, or nothing is held. */
    Optional<Instant> telling(InstrumentKey set, Instant stored) {
        return Optional.ofNullable(compiled.get(set))
                .map(held -> held.snapshot().data().asOf())
                .filter(asOf -> asOf.isBefore(stored))
                .map(asOf -> asOf.plus(age));
    }

    /** The rows of one unit as they are now; never held. */
    Optional<Snapshot> open(InstrumentKey set, UnitId unit) {
        return source(set).map(source -> new Snapshot(source.read(set, new Selection.OfUnit(unit))));
    }

    private Optional<Microdata> source(InstrumentKey set) {
        return sources.stream()
                .filter(source ->
                        source.sets().stream().anyMatch(one -> one.set().equals(set)))
                .findFirst();
    }
}
