package se.samsyn.proof.trust;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.samsyn.proof.Verdict;

/** How long each kind of page took, milliseconds, and how many were not answered as they should be. */
final class Times {

    static final int GOAL = 300;

    private static final int FEWEST = 100;

    private final Map<String, List<Long>> taken = new TreeMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();
    private int refusedSaves;

    synchronized void took(String page, long millis) {
        taken.computeIfAbsent(page, _ -> new ArrayList<>()).add(millis);
    }

    synchronized void failed(String page, String how) {
        errors.merge(page + ": " + how, 1, Integer::sum);
    }

    /** Notes a save that was refused since another person had saved in between, as it is to be. */
    synchronized void met() {
        refusedSaves++;
    }

    /** Whether the pages were fast enough and none failed, with how often each was asked for. */
    synchronized Verdict verdict() {
        var all = all();
        var mix = taken.entrySet().stream()
                .map(page -> page.getKey() + " " + page.getValue().size() + " (" + at(page.getValue(), 95) + ")")
                .collect(Collectors.joining(", "));
        return Verdict.of(
                isAsItShould(all),
                "%d frågor, median %d ms, 95:e percentilen %d ms, längsta %d ms, %d fel, %d sparanden som mötte en annans;"
                                .formatted(all.size(), at(all, 50), at(all, 95), at(all, 100), failures(), refusedSaves)
                        + " sidor, antal (95:e percentilen): " + mix);
    }

    /** Of all pages and of each one, sign-in apart, whose hash is slow on purpose; few saves may meet another's. */
    private boolean isAsItShould(List<Long> all) {
        return all.size() > FEWEST
                && at(all, 95) < GOAL
                && taken.entrySet().stream()
                        .filter(page -> !page.getKey().equals(Worker.SIGN_IN))
                        .allMatch(page -> at(page.getValue(), 95) < GOAL)
                && errors.isEmpty()
                && refusedSaves * 20 < all.size();
    }

    private List<Long> all() {
        return taken.values().stream().flatMap(List::stream).toList();
    }

    private int failures() {
        return errors.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized void print(PrintWriter out) {
        var all = all();
        out.printf("  mål: 95 %% inom %d ms och inga fel: %s%n", GOAL, isAsItShould(all) ? "nått" : "MISSAT");
        taken.forEach((page, times) -> line(out, page, times));
        line(out, "alla sidor", all);
        out.printf("  fel: %d; sparanden som mötte en annans: %d%n", failures(), refusedSaves);
        errors.forEach((what, times) -> out.printf("    %s, %d gånger%n", what, times));
    }

    private static void line(PrintWriter out, String page, List<Long> times) {
        if (!times.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "  %-28s %6d gånger   median %5d   95:e percentilen %5d   längsta %6d ms   (95 %% under %d)%n",
                    page,
                    times.size(),
                    at(times, 50),
                    at(times, 95),
                    at(times, 100),
                    GOAL);
        }
    }

    private static long at(List<Long> times, int percent) {
        var sorted = times.stream().sorted(Comparator.naturalOrder()).toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
