package se.samsyn.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to count: rows by the codes of some columns, under conditions, perhaps with a number summed.
 *
 * @param rows what is counted
 * @param axes columns by which rows are grouped; none gives one group
 * @param conditions that all must hold
 * @param other periods whose rows of the same persons are set beside: the codes of the period column
 * @param period the period column; -1 where there is none, and then there are no other periods
 * @param measured the number, if one is asked for; groups are then split by its steps too
 */
public record Question(
        RowsName rows,
        List<Coded> axes,
        List<Condition> conditions,
        List<Integer> other,
        int period,
        Optional<Measured> measured) {

    /** Groups beyond these are refused, so that no question can fill the memory. */
    public static final int MOST_GROUPS = 2_000_000;

    /** Copies the lists and checks that every moment is there. */
    public Question {
        axes = List.copyOf(axes);
        conditions = List.copyOf(conditions);
        other = List.copyOf(other);
        if (period < 0 && !other.isEmpty()) {
            throw new IllegalArgumentException("Rows without a period have no other periods");
        }
        int moments = other.size();
        boolean within = axes.stream().allMatch(axis -> axis.moment() <= moments)
                && conditions.stream().allMatch(each -> each.of().moment() <= moments)
                && measured.map(each -> each.latestMoment() <= moments).orElse(true);
        if (!within) {
            throw new IllegalArgumentException("A moment is named that the question does not set beside");
        }
    }

    /** Rows by some columns, nothing else. */
    public static Question counting(RowsName rows, List<Coded> axes, List<Condition> conditions) {
        return new Question(rows, axes, conditions, List.of(), -1, Optional.empty());
    }

    /** The same without one of its conditions. */
    public Question without(Condition condition) {
        List<Condition> rest = new ArrayList<>(conditions);
        rest.remove(condition);
        return new Question(rows, axes, rest, other, period, measured);
    }

    /** The same conditions, with rows grouped by some columns. */
    public Question by(List<Coded> columns) {
        return new Question(rows, columns, conditions, other, period, measured);
    }

    /** The same conditions over all rows as one group. */
    public Question ungrouped() {
        return new Question(rows, List.of(), conditions, other, period, Optional.empty());
    }
}
