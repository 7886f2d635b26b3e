package se.samsyn.table.source;

import java.util.Comparator;
import java.util.Locale;

/**
 * A moment that rows have answers from. Sorted as a case runs: the case itself, before, during by months, closure, after by
 * months, latest.
 *
 * @param months whole months after the start of the case as planned, 0 where the moment is not told by months
 */
public record Wave(Moment moment, int months) implements Comparable<Wave> {

    /** The case as a whole. */
    public static final Wave CASE = new Wave(Moment.CASE, 0);
    /** Before the support. */
    public static final Wave BEFORE = new Wave(Moment.BEFORE, 0);
    /** At the closure of the case. */
    public static final Wave CLOSURE = new Wave(Moment.CLOSURE, 0);
    /** The last answer of each row after the first occasion; computed by {@link Dataset}. */
    public static final Wave LATEST = new Wave(Moment.LATEST, 0);

    private static final Comparator<Wave> ORDER =
            Comparator.comparing(Wave::moment).thenComparingInt(Wave::months);

    /** Checks the months. */
    public Wave {
        if (months < 0 || (months > 0 && !moment.later())) {
            throw new IllegalArgumentException("Months after the start belong to later moments and are not negative");
        }
    }

    /** While the support is given, so many months after the start. */
    public static Wave during(int months) {
        return new Wave(Moment.DURING, months);
    }

    /** After the closure, so many months after the start. */
    public static Wave after(int months) {
        return new Wave(Moment.AFTER, months);
    }

    @Override
    public int compareTo(Wave other) {
        return ORDER.compare(this, other);
    }

    /** A stable text form: {@code before}, {@code during-6}, {@code closure}, {@code after-12}, {@code latest}. */
    @Override
    public String toString() {
        String name = moment.name().toLowerCase(Locale.ROOT);
        return months == 0 ? name : name + "-" + months;
    }
}
