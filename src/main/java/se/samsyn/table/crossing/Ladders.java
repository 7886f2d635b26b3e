package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.table.disclosure.Branches;

/**
 * Where the categories that a crossing asks for stand among those that are counted: its axes, and then its filters. What lies in each other
 * stands on one ladder, a filter among the categories of its axis: so a selected group is the very group that it is where all are shown.
 */
final class Ladders {

    private final List<Ladder> ladders;
    private final List<Place> places;
    private final List<int[]> kept;
    private final List<Branches> branches;
    private final int axes;

    /** On which ladder an axis or a filter is, and from where on its categories stand there. */
    private record Place(int ladder, int from) {

        static Place on(List<Ladder> ladders, AxisKey key) {
            int on = IntStream.range(0, ladders.size())
                    .filter(ladder -> ladders.get(ladder).level(key) >= 0)
                    .findFirst()
                    .orElseThrow();
            Ladder ladder = ladders.get(on);
            return new Place(on, ladder.position(ladder.level(key), 0));
        }
    }

    Ladders(List<Dimension> axes, List<Resolved.Kept> filters, Function<Dimension, Ladder> of) {
        this.axes = axes.size();
        List<Dimension> all = Stream.concat(axes.stream(), filters.stream().map(Resolved.Kept::dimension))
                .toList();
        ladders = longest(all.stream().map(of).toList());
        places = all.stream().map(one -> Place.on(ladders, one.key())).toList();
        branches = ladders.stream().map(Ladder::branches).toList();
        kept = new ArrayList<>();
        for (int filter = 0; filter < filters.size(); filter++) {
            int from = places.get(axes.size() + filter).from();
            kept.add(filters.get(filter).categories().stream()
                    .mapToInt(category -> from + category)
                    .toArray());
        }
    }

    /** One ladder for all that stand on it, in the order that they are named first. */
    private static List<Ladder> longest(List<Ladder> all) {
        return all.stream()
                .map(one -> all.stream()
                        .filter(other -> other.level(one.narrowest()) >= 0)
                        .reduce((first, other) ->
                                other.levels().size() > first.levels().size() ? other : first)
                        .orElseThrow())
                .distinct()
                .toList();
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

    /** How many categories are counted by, wider ones included. */
    int[] sizes() {
        return branches.stream().mapToInt(Branches::size).toArray();
    }

    /** The ladder that a filter is on. */
    int ofFilter(int filter) {
        return places.get(axes + filter).ladder();
    }

    /** What a filter keeps of a category of its ladder, all together: the category, or those it keeps in it; nothing where it keeps none. */
    int[] kept(int filter, int category) {
        Branches on = branches.get(ofFilter(filter));
        int[] all = kept.get(filter);
        return IntStream.of(all).anyMatch(one -> on.isWithin(category, one))
                ? new int[] {category}
                : IntStream.of(all).filter(one -> on.isWithin(one, category)).toArray();
    }

    /**
     * Where a cell stands on the ladders.
     *
     * @param categories of the axes, or of these and the filters; -1 for totals
     * @return a position on each ladder, or on each that an axis is on; -1 for totals; empty where a narrower group does not lie in the wider, so that
     *     nobody is in both
     */
    Optional<int[]> at(int... categories) {
        int[] at = new int[categories.length == places.size() ? ladders.size() : sizeOfAxes()];
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
