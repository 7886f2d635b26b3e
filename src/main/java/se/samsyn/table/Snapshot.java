package se.samsyn.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import se.samsyn.table.source.Dataset;

/** A data set as it was read once, with its places, years and topics. Immutable but for what it remembers having computed. */
final class Snapshot {

    static final int ALL_YEARS = 0;

    /** What those of other or unknown sex answered is told of so many at least. */
    private static final int OTHERS_FROM = 50;

    private final Dataset data;
    private final Places places;
    private final List<Integer> years;
    private final Topics topics;
    private final int[] periods;
    private final Map<Integer, int[]> rows = new ConcurrentHashMap<>();
    private final Map<Integer, Long> others = new ConcurrentHashMap<>();
    private final boolean othersAreFew;

    Snapshot(Dataset data) {
        this.data = data;
        this.places = new Places(data);
        SortedSet<Integer> found = new TreeSet<>();
        for (int row = 0; row < data.size(); row++) {
            found.add(data.yearOpened(row));
        }
        this.years = List.copyOf(found);
        this.topics = new Topics(data);
        this.periods = new int[data.size()];
        Arrays.setAll(periods, row -> years.indexOf(data.yearOpened(row)) + 1);
        long all = IntStream.range(0, data.size())
                .filter(row -> SexGroup.OTHER.contains(data.sex(row)))
                .count();
        this.othersAreFew = all * 10 < data.size();
    }

    Dataset data() {
        return data;
    }

    Places places() {
        return places;
    }

    /** The years in which cases were opened, in order. */
    List<Integer> years() {
        return years;
    }

    Topics topics() {
        return topics;
    }

    /**
     * Whether protected tables may tell of a group at a place. Where those of other or unknown sex are few, they are told of from the
     * region and up: below it, even that somebody is there could give them away. How many they are is told of any number; what they
     * answered only where they are {@link #OTHERS_FROM} or more, since they would mostly be hidden, and the totals with them. Where sex
     * is mostly unknown, it is no group of few.
     */
    boolean tells(Topic topic, int place, SexGroup group) {
        boolean withOthers = group == SexGroup.OTHER || group == SexGroup.ALL;
        if (!withOthers || !othersAreFew) {
            return true;
        }
        boolean wide = places.node(place).depth() < 2;
        return wide && (topic.equals(topics.base()) || othersAt(place) >= OTHERS_FROM);
    }

    private long othersAt(int place) {
        return others.computeIfAbsent(
                place,
                _ -> IntStream.of(rowsAt(place))
                        .filter(row -> SexGroup.OTHER.contains(data.sex(row)))
                        .count());
    }

    /** The number of periods: all years, then each. */
    int periods() {
        return years.size() + 1;
    }

    /** The position of a span among the periods, or -1 for a year without cases. */
    int period(Span span) {
        return switch (span) {
            case Span.AllYears _ -> ALL_YEARS;
            case Span.Year year -> {
                int position = years.indexOf(year.year());
                yield position < 0 ? -1 : position + 1;
            }
        };
    }

    /** The period of the row's own year. */
    int periodOf(int row) {
        return periods[row];
    }

    /** The rows at a place, in order. */
    int[] rowsAt(int place) {
        return rows.computeIfAbsent(place, _ -> {
            int depth = places.node(place).depth();
            return IntStream.range(0, data.size())
                    .filter(row -> places.at(data, row, depth) == place)
                    .toArray();
        });
    }

    /** The rows of some classes of a topic at a place, in a period, in a group by sex. */
    IntStream rows(Topic topic, BitSet classes, int place, int period, SexGroup group) {
        return IntStream.of(rowsAt(place))
                .filter(row -> (period == ALL_YEARS || periods[row] == period)
                        && group.contains(data.sex(row))
                        && classes.get(topic.classOf(row)));
    }
}
