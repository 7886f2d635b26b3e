package se.samsyn.proof.trust;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.proof.Verdict;

/** What came of many inputs: how many there were, which made the program fall over or hang, and which took longest. */
final class Tries {

    private static final int SHOWN = 10;

    private final List<String> fallen = new ArrayList<>();
    private int inputs;
    private int faults;
    private long worst;
    private String slowest = "";

    void tried(String where, long millis) {
        inputs++;
        if (millis > worst) {
            worst = millis;
            slowest = where;
        }
    }

    void fell(String what) {
        faults++;
        if (fallen.size() < SHOWN) {
            fallen.add(what);
        }
    }

    Verdict verdict() {
        var figure = inputs + " indata, " + faults + " fel, långsammast " + worst + " ms (" + slowest + ")";
        return Verdict.of(
                faults == 0 && inputs > 0, fallen.isEmpty() ? figure : figure + ": " + String.join("; ", fallen));
    }
}
