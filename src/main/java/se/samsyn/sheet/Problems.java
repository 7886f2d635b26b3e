package se.samsyn.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Problems in order of row, remembered up to a limit and counted beyond it. Warnings and what stops are counted apart. */
public final class Problems {

    /** How many are remembered of each severity. */
    public static final int MOST = 1_000;

    private final List<Problem> stopping = new ArrayList<>();
    private final List<Problem> warning = new ArrayList<>();
    private long stops;
    private long warnings;

    /** Adds one. */
    public void add(Problem problem) {
        if (problem.stops()) {
            stops++;
            remember(stopping, problem);
        } else {
            warnings++;
            remember(warning, problem);
        }
    }

    private static void remember(List<Problem> list, Problem problem) {
        if (list.size() < MOST) {
            list.add(problem);
        }
    }

    /** All that are remembered: those that stop first, each kind by row. */
    public List<Problem> list() {
        var all = new ArrayList<Problem>(inOrder(stopping));
        all.addAll(inOrder(warning));
        return List.copyOf(all);
    }

    private static List<Problem> inOrder(List<Problem> list) {
        return list.stream().sorted(Comparator.comparingInt(Problem::row)).toList();
    }

    /** How many stop the import. */
    public long stops() {
        return stops;
    }

    /** How many are warnings. */
    public long warnings() {
        return warnings;
    }

    /** How many were found but are not listed. */
    public long unlisted() {
        return stops + warnings - stopping.size() - warning.size();
    }
}
