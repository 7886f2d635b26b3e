package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.kernel.InstrumentKey;

/**
 * A crossing as somebody asks for it.
 *
 * @param set the data set
 * @param rows what stands on the rows, from the outermost
 * @param layers what gives a table each
 * @param number what is averaged, where the figure is of a number
 */
public record Crossing(
        InstrumentKey set,
        List<AxisKey> rows,
        List<AxisKey> columns,
        List<AxisKey> layers,
        Show show,
        Optional<NumberKey> number,
        List<FilterKey> filters) {

    /** In the place of a period's code: the last there is, so that a saved crossing can be repeated. */
    public static final String LATEST = "senaste";

    /** Variables beyond these cannot be read as a table. */
    public static final int MOST_AXES = 5;

    /** The category of those of whom nothing is known. */
    public static final String MISSING = "-";

    /** Copies the lists and checks that there is something to cross, but not too much. */
    public Crossing {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        layers = List.copyOf(layers);
        filters = List.copyOf(filters);
        int axes = rows.size() + columns.size() + layers.size();
        if (axes == 0) {
            throw new CrossingFault("nothing");
        }
        if (axes > MOST_AXES) {
            throw new CrossingFault("too-many-axes", MOST_AXES);
        }
        if (show.ofNumber() && number.isEmpty()) {
            throw new CrossingFault("no-number");
        }
    }

    /** Rows, columns and layers, in that order. */
    public List<AxisKey> axes() {
        return Stream.of(rows, columns, layers).flatMap(List::stream).toList();
    }

    /** Reads lists as they stand in addresses and commands: axes parted by commas, filters by semicolons. */
    public static Crossing of(
            String set, String rows, String columns, String layers, String show, String number, String filters) {
        InstrumentKey key;
        try {
            key = new InstrumentKey(set);
        } catch (IllegalArgumentException _) {
            throw new CrossingFault("unknown-set", set);
        }
        return new Crossing(
                key,
                axes(rows),
                axes(columns),
                axes(layers),
                show.isBlank() ? Show.COUNT : Show.of(show),
                number.isBlank() ? Optional.empty() : Optional.of(NumberKey.of(number)),
                Stream.of(filters.split(";"))
                        .filter(text -> !text.isBlank())
                        .map(FilterKey::of)
                        .toList());
    }

    private static List<AxisKey> axes(String text) {
        List<AxisKey> axes = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                axes.add(AxisKey.of(part));
            }
        }
        return axes;
    }

    /** A list of axes as it stands in addresses. */
    public static String text(List<AxisKey> axes) {
        return String.join(",", axes.stream().map(AxisKey::toString).toList());
    }

    /** The filters as they stand in addresses. */
    public String filterText() {
        return String.join(";", filters.stream().map(FilterKey::toString).toList());
    }

    /** The number as it stands in addresses; blank where there is none. */
    public String numberText() {
        return number.map(NumberKey::toString).orElse("");
    }
}
