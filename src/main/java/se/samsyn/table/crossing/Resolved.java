package se.samsyn.table.crossing;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.engine.Condition;
import se.samsyn.engine.Question;
import se.samsyn.engine.Tally;
import se.samsyn.table.source.Stock;

/**
 * A crossing with everything found that it speaks of.
 *
 * @param dimensions rows, columns and layers, in that order
 * @param filters what is kept of which dimensions; they are counted in all their categories, as the dimensions are
 * @param population all conditions, those of the filters included
 * @param range the lowest and the highest that the number can be; NaN where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Resolved(
        Crossing crossing,
        Stock stock,
        List<Dimension> dimensions,
        List<Kept> filters,
        List<Condition> population,
        Question question,
        double[] range) {

    /** The categories of a dimension that a filter keeps, by position. */
    record Kept(Dimension dimension, Set<Integer> categories) {}

    /** How many categories each dimension has, and each filter. */
    int[] sizes() {
        return Stream.concat(dimensions.stream(), filters.stream().map(Kept::dimension))
                .mapToInt(one -> one.categories().size())
                .toArray();
    }

    /** The category of a group on each dimension and each filter. */
    int[] at(Tally tally, int group) {
        int[] at = new int[dimensions.size() + filters.size()];
        for (int axis = 0; axis < at.length; axis++) {
            Dimension dimension = axis < dimensions.size()
                    ? dimensions.get(axis)
                    : filters.get(axis - dimensions.size()).dimension();
            at[axis] = dimension.category(tally.code(group, axis));
        }
        return at;
    }

    /** Whether all filters but one keep the cell; -1 for all of them. */
    boolean keeps(int[] at, int but) {
        return IntStream.range(0, filters.size())
                .allMatch(filter ->
                        filter == but || filters.get(filter).categories().contains(at[dimensions.size() + filter]));
    }
}
