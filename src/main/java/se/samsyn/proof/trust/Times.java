package se.samsyn.proof.trust;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long each kind of page took, milliseconds, and how many were not answered as they should be. */
final class Times {

    private static final int GOAL = 300;

    private final Map<String, List<Long>> taken = new TreeMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();

    synchronized void took(String page, long millis) {
        taken.computeIfAbsent(page, _ -> new ArrayList<>()).add(millis);
    }

    synchronized void failed(String page, String how) {
        errors.merge(page + ": " + how, 1, Integer::sum);
    }

    synchronized void print(PrintWriter out) {
        var all = taken.values().stream().flatMap(List::stream).toList();
        taken.forEach((page, times) -> line(out, page, times));
        line(out, "alla sidor", all);
        out.printf(
                "  fel: %d%n",
                errors.values().stream().mapToInt(Integer::intValue).sum());
        errors.forEach((what, times) -> out.printf("    %s, %d gånger%n", what, times));
    }

    private static void line(PrintWriter out, String page, List<Long> times) {
        var sorted = times.stream().sorted(Comparator.naturalOrder()).toList();
        if (!sorted.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "  %-28s %6d gånger   median %5d   95:e percentilen %5d   längsta %6d ms   (95 %% under %d)%n",
                    page,
                    sorted.size(),
                    at(sorted, 50),
                    at(sorted, 95),
                    sorted.getLast(),
                    GOAL);
        }
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
