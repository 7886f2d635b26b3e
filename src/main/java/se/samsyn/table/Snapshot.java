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

    private final Dataset data;
    private final Places places;
    private final List<Integer> years;
    private final Topics topics;
    private final int[] periods;
    private final Map<Integer, int[]> rows = new ConcurrentHashMap<>();

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

    /** The rows of a group. */
    IntStream rows(Counts.Group group) {
        BitSet classes = group.topic().parts().get(group.part()).classes();
        return IntStream.of(rowsAt(group.place()))
                .filter(row -> (group.period() == ALL_YEARS || periods[row] == group.period())
                        && group.sex().contains(data.sex(row))
                        && classes.get(group.topic().classOf(row)));
    }
}
