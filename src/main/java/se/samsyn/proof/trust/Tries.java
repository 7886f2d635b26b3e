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
    private int unsent;
    private int admitted;
    private long worst;
    private String slowest = "";

    void tried(String where, long millis) {
        inputs++;
        if (millis > worst) {
            worst = millis;
            slowest = where;
        }
    }

    /** Notes an input that the client itself would not send: no address by its rules. */
    void unsent() {
        unsent++;
    }

    /** Notes whether an input came further than to the door. */
    void let(boolean in) {
        admitted += in ? 1 : 0;
    }

    void fell(String what) {
        faults++;
        if (fallen.size() < SHOWN) {
            fallen.add(what);
        }
    }

    /** As {@link #verdict}, but also that a third of the inputs came further than to the door. */
    Verdict verdictWithin() {
        return admitted * 3 < inputs ? new Verdict.Fails("bara " + admitted + " av " + inputs + " kom in") : verdict();
    }

    Verdict verdict() {
        var figure = inputs + " indata" + (admitted > 0 ? " (" + admitted + " kom in)" : "")
                + (unsent > 0 ? ", " + unsent + " gick inte att sända" : "") + ", " + faults + " fel, långsammast "
                + worst + " ms (" + slowest + ")";
        return Verdict.of(
                faults == 0 && inputs > 0, fallen.isEmpty() ? figure : figure + ": " + String.join("; ", fallen));
    }
}
