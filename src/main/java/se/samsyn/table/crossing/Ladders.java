package se.samsyn.table.crossing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.engine.Coded;
import se.samsyn.table.disclosure.Branches;

/**
 * Where the categories that a crossing asks for stand among those that are counted: its axes, and then its filters. All of one column stand on one
 * ladder, a filter among the categories of its axis: so a selected group is the very group that it is where all are shown.
 */
final class Ladders {

    private final List<Ladder> ladders;
    private final List<Place> places;
    private final List<Branches> branches;
    private final List<int[][]> kept;
    private final int axes;

    /** On which ladder an axis or a filter is, and from where on its categories stand there. */
    private record Place(int ladder, int from) {

        /** On the first of some ladders that has it. */
        static Place on(IntStream some, List<Ladder> ladders, Dimension one) {
            int on = some.filter(ladder -> ladders.get(ladder).has(one))
                    .findFirst()
                    .orElseThrow();
            Ladder ladder = ladders.get(on);
            return new Place(on, ladder.position(ladder.level(one), 0));
        }
    }

    /**
     * Makes them.
     *
     * @param of the ladder of a dimension
     */
    Ladders(List<Dimension> axes, List<Resolved.Kept> filters, Function<Dimension, Ladder> of) {
        this.axes = axes.size();
        List<Dimension> all = Stream.concat(axes.stream(), filters.stream().map(Resolved.Kept::dimension))
                .toList();
        Map<Coded, List<Dimension>> columns =
                all.stream().collect(Collectors.groupingBy(Dimension::column, LinkedHashMap::new, Collectors.toList()));
        ladders = columns.values().stream()
                .flatMap(column -> ofColumn(column, of).stream())
                .toList();
        Stream<Place> ofAxes = axes.stream().map(one -> Place.on(IntStream.range(0, ladders.size()), ladders, one));
        Stream<Place> ofFilters =
                filters.stream().map(one -> Place.on(lastFirst(ladders.size()), ladders, one.dimension()));
        places = Stream.concat(ofAxes, ofFilters).toList();
        branches = ladders.stream().map(Ladder::branches).toList();
        kept = IntStream.range(0, filters.size())
                .mapToObj(filter -> kept(filter, filters.get(filter)))
                .toList();
    }

    /** A filter's own ladder comes after that of the axes, which may have it too. */
    private static IntStream lastFirst(int size) {
        return IntStream.iterate(size - 1, ladder -> ladder >= 0, ladder -> ladder - 1);
    }

    /**
     * The ladder on which all of a column stand: that of the narrowest. A filter that goes across an axis has one of its own: what they share would have to be
     * summed over the narrowest groups, and where these are small the sum is of noise.
     */
    private static List<Ladder> ofColumn(List<Dimension> column, Function<Dimension, Ladder> of) {
        return column.stream()
                .map(of)
                .filter(ladder -> column.stream().allMatch(ladder::has))
                .filter(ladder ->
                        column.stream().allMatch(one -> column.stream().allMatch(one::isOfOneTreeWith)))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> apart(column, of));
    }

    /** The filter comes last; the axes are a tree. */
    private static List<Ladder> apart(List<Dimension> column, Function<Dimension, Ladder> of) {
        List<Dimension> axes = column.subList(0, column.size() - 1);
        return List.of(of.apply(axes.getLast()), of.apply(column.getLast()));
    }

    /** By category of a filter's ladder, the total last. */
    private int[][] kept(int filter, Resolved.Kept wanted) {
        Branches on = branches.get(ofFilter(filter));
        int from = places.get(axes + filter).from();
        int[] all = wanted.categories().stream()
                .mapToInt(category -> from + category)
                .toArray();
        return IntStream.rangeClosed(0, on.size())
                .mapToObj(at -> on.shared(at == on.size() ? Branches.TOTAL : at, all))
                .toArray(int[][]::new);
    }

    /** What a filter keeps of a category of its ladder: groups that have nobody in common. */
    int[] kept(int filter, int category) {
        int[][] all = kept.get(filter);
        return all[category == Branches.TOTAL ? all.length - 1 : category];
    }

    /** The ladder that a filter is on. */
    int ofFilter(int filter) {
        return places.get(axes + filter).ladder();
    }

    /** All that is counted by. */
    List<Branches> branches() {
        return branches;
    }

    /** What the axes are counted by. */
    List<Branches> ofAxes() {
        return branches.subList(0, sizeOfAxes());
    }

    private int sizeOfAxes() {
        return places.subList(0, axes).stream().mapToInt(Place::ladder).max().orElse(-1) + 1;
    }

    /** In how many lines a cell lies, at most. */
    int lines() {
        return branches.stream().mapToInt(Branches::ways).sum();
    }

    /** How many categories are counted by, wider ones included. */
    int[] sizes() {
        return branches.stream().mapToInt(Branches::size).toArray();
    }

    /** The position of each code on a ladder. */
    Dimension.Positions positions(int ladder) {
        Ladder on = ladders.get(ladder);
        Dimension narrowest = on.levels().getLast();
        int from = on.position(on.level(narrowest), 0);
        Dimension.Positions within = narrowest.positions();
        return code -> from + within.of(code);
    }

    /** The first of the axes and the filters that is on a ladder. */
    int first(int ladder) {
        return IntStream.range(0, places.size())
                .filter(at -> places.get(at).ladder() == ladder)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Where a cell stands on the ladders of the axes.
     *
     * @param categories of the axes; -1 for totals
     * @return a position on each ladder, -1 for totals; empty where a narrower group does not lie in the wider, so that nobody is in both
     */
    Optional<int[]> at(int... categories) {
        int[] at = new int[sizeOfAxes()];
        Arrays.fill(at, Branches.TOTAL);
        for (int axis = 0; axis < categories.length; axis++) {
            if (categories[axis] >= 0) {
                Place place = places.get(axis);
                int on = place.ladder();
                int position = place.from() + categories[axis];
                if (branches.get(on).isWithin(position, at[on])) {
                    at[on] = position;
                } else if (!branches.get(on).isWithin(at[on], position)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(at);
    }
}
