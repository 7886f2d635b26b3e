package se.samsyn.exchange.cube;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, at most as many as anyone reads; the rest are counted and told as one. */
final class Problems {

    private static final int LISTED = 200;

    private final List<Problem> listed = new ArrayList<>();
    private long unlisted;
    private boolean stops;

    void add(Problem problem) {
        if (listed.size() < LISTED) {
            listed.add(problem);
        } else {
            unlisted++;
        }
    }

    /** Adds a problem that no cube can be made in spite of; the first such is always listed. */
    void stop(Problem problem) {
        if (!stops && listed.size() >= LISTED) {
            unlisted++;
            listed.set(LISTED - 1, problem);
        } else {
            add(problem);
        }
        stops = true;
    }

    boolean stops() {
        return stops;
    }

    List<Problem> list() {
        if (unlisted == 0) {
            return List.copyOf(listed);
        }
        var all = new ArrayList<>(listed);
        all.add(new Problem(
                Problem.Severity.INFO, "MORE", 0, "", "Ytterligare %d problem har inte listats.".formatted(unlisted)));
        return List.copyOf(all);
    }
}
