package se.samsyn.indicator.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import se.samsyn.kernel.Interval;
import se.samsyn.proof.Verdict;

/** Numbers held against printed ones, to half a unit of the last figure printed, or 13 figures where all were printed. */
final class Held {

    private static final double ROUNDING = 1e-9;
    private static final int TOLD = 3;

    private int compared;
    private final List<String> differing = new ArrayList<>();

    void same(double ours, String printed) {
        var theirs = new BigDecimal(printed);
        double last = Math.pow(10, -theirs.scale());
        double room = Math.max(0.5 * last * (1 + ROUNDING) + Math.ulp(ours), Math.abs(ours) * 1e-13);
        near(ours, printed, room);
    }

    void near(double ours, String printed, double room) {
        compared++;
        if (!(Math.abs(ours - Double.parseDouble(printed)) <= room)) {
            differing.add(ours + " mot " + printed);
        }
    }

    void same(Interval ours, String low, String high) {
        if (!low.isEmpty()) {
            same(ours.low(), low);
        }
        same(ours.high(), high);
    }

    Verdict verdict() {
        String told = differing.isEmpty()
                ? ""
                : ", " + differing.size() + " skiljer: "
                        + String.join("; ", differing.stream().limit(TOLD).toList());
        return Verdict.of(compared > 0 && differing.isEmpty(), compared + " tal" + told);
    }
}
