package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import se.samsyn.table.disclosure.Branches;

/** Where the categories that a crossing asks for stand among those that are counted: its axes, and then its filters. */
final class Ladders {

    private final List<Ladder> ladders = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Branches> branches;
    private final int ofAxes;

    /** On which ladder an axis is, and from where on its categories stand there. */
    private record Place(int ladder, int from) {

        static Place of(AxisKey key, int on, Ladder ladder) {
            return new Place(on, ladder.position(ladder.level(key), 0));
        }
    }

    Ladders(List<Dimension> axes, List<Dimension> filters, Function<Dimension, Ladder> of) {
        axes.reversed().stream()
                .filter(axis -> ladders.stream().allMatch(ladder -> ladder.level(axis.key()) < 0))
                .map(of)
                .forEach(ladders::addFirst);
        ofAxes = ladders.size();
        axes.forEach(this::place);
        for (Dimension filter : filters) {
            Ladder ladder = of.apply(filter);
            places.add(Place.of(filter.key(), ladders.size(), ladder));
            ladders.add(ladder);
        }
        branches = ladders.stream().map(Ladder::branches).toList();
    }

    private void place(Dimension axis) {
        int on = IntStream.range(0, ofAxes)
                .filter(ladder -> ladders.get(ladder).level(axis.key()) >= 0)
                .findFirst()
                .orElseThrow();
        places.add(Place.of(axis.key(), on, ladders.get(on)));
    }

    /** All that is counted by. */
    List<Branches> branches() {
        return branches;
    }

    /** What the axes alone are counted by. */
    List<Branches> ofAxes() {
        return branches.subList(0, ofAxes);
    }

    /** How many categories are counted by, wider ones included. */
    int[] sizes() {
        return branches.stream().mapToInt(Branches::size).toArray();
    }

    /** Where categories of a filter stand on its ladder. */
    int[] positions(int ladder, Set<Integer> categories) {
        int from = places.stream()
                .filter(place -> place.ladder() == ladder)
                .mapToInt(Place::from)
                .findFirst()
                .orElseThrow();
        return categories.stream().mapToInt(category -> from + category).toArray();
    }

    /**
     * Where a cell stands on the ladders.
     *
     * @param categories of the axes, or of these and the filters; -1 for totals
     * @return a position on each ladder, -1 for totals; empty where a narrower group does not lie in the wider, so that nobody is in both
     */
    Optional<int[]> at(int... categories) {
        int[] at = new int[categories.length == places.size() ? ladders.size() : ofAxes];
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
