package se.samsyn.table.crossing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.engine.Condition;
import se.samsyn.engine.Question;
import se.samsyn.table.disclosure.BlurredTable;
import se.samsyn.table.disclosure.Branches;
import se.samsyn.table.source.Stock;

/**
 * A crossing with everything found that it speaks of.
 *
 * @param dimensions rows, columns and layers, in that order
 * @param filters what is kept of which dimensions; of each field at most one; they are counted in all their categories, as the dimensions are
 * @param ladders by which the dimensions and the filters are counted
 * @param population all conditions, those of the filters included
 * @param range the lowest and the highest that the number can be; NaN where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Resolved(
        Crossing crossing,
        Stock stock,
        List<Dimension> dimensions,
        List<Kept> filters,
        Ladders ladders,
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

    /**
     * How many of a cell the filters keep.
     *
     * @param at where the cell stands on the ladders of the axes
     * @param counts by the filters too
     */
    long kept(int[] at, BlurredTable counts) {
        int[] whole = Arrays.copyOf(at, ladders.branches().size());
        Arrays.fill(whole, at.length, whole.length, Branches.TOTAL);
        return kept(whole, 0, counts);
    }

    private long kept(int[] at, int filter, BlurredTable counts) {
        if (filter == filters.size()) {
            return counts.count(at);
        }
        int ladder = ladders.ofFilter(filter);
        int whole = at[ladder];
        long sum = 0;
        for (int category : ladders.kept(filter, whole)) {
            at[ladder] = category;
            sum += kept(at, filter + 1, counts);
        }
        at[ladder] = whole;
        return sum;
    }

    /**
     * Of how many blurred counts what the filters keep of a cell is the sum; 1 without filters.
     *
     * @param at where the cell stands on the ladders of the axes
     */
    int summed(int[] at) {
        return IntStream.range(0, filters.size())
                .map(filter -> {
                    int ladder = ladders.ofFilter(filter);
                    return ladders.kept(filter, ladder < at.length ? at[ladder] : Branches.TOTAL).length;
                })
                .reduce(1, Math::multiplyExact);
    }

    /**
     * Whether the filters keep anything of a cell.
     *
     * @param at where the cell stands on the ladders of the axes
     */
    boolean keeps(int[] at) {
        return IntStream.range(0, filters.size())
                .filter(filter -> ladders.ofFilter(filter) < at.length)
                .allMatch(filter -> ladders.kept(filter, at[ladders.ofFilter(filter)]).length > 0);
    }

    /** Whether no period but the last is asked for by name. */
    boolean isOfLastPeriod() {
        int last = stock.codebook().periods().size() - 1;
        return ofPeriod().stream().allMatch(condition -> condition.codes().equals(Set.of(last)));
    }

    /** The period that is counted, where it is one. */
    Optional<Condition> ofPeriod() {
        int period = stock.codebook().period().orElse(-1);
        return question.conditions().stream()
                .filter(condition -> condition.of().column() == period)
                .findFirst();
    }
}
