package se.samsyn.exchange.opendata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Splits a selection into parts that a server answers. */
final class PxWebSplit {

    /*
     * While a selection has more cells than the limit, its longest list is cut into as many pieces of nearly equal length as the
     * limit asks for, or into single codes; a list of one cannot be cut. Since only one list is cut at a time, the pieces are disjoint
     * and cover the selection.
     */

    static final int MOST_PARTS = 20_000;

    private PxWebSplit() {}

    /** Parts of at most that many cells each, in the order of the selection. Throws {@link Refusal} when there are too many. */
    static List<Map<String, List<String>>> split(Map<String, List<String>> selection, long cells) {
        if (cells(selection) / cells > MOST_PARTS) {
            throw tooMany();
        }
        var parts = new ArrayList<Map<String, List<String>>>();
        split(selection, cells, parts);
        return parts;
    }

    private static void split(Map<String, List<String>> selection, long most, List<Map<String, List<String>>> parts) {
        double cells = cells(selection);
        if (cells <= most) {
            if (parts.size() == MOST_PARTS) {
                throw tooMany();
            }
            parts.add(selection);
            return;
        }
        String longest = longest(selection);
        List<String> codes = selection.getOrDefault(longest, List.of());
        int pieces = (int) Math.min(codes.size(), Math.ceil(cells / most));
        for (int piece = 0; piece < pieces; piece++) {
            int from = (int) ((long) codes.size() * piece / pieces);
            int to = (int) ((long) codes.size() * (piece + 1) / pieces);
            var part = new LinkedHashMap<>(selection);
            part.put(longest, codes.subList(from, to));
            split(part, most, parts);
        }
    }

    private static String longest(Map<String, List<String>> selection) {
        String longest = "";
        int length = 0;
        for (Map.Entry<String, List<String>> each : selection.entrySet()) {
            if (each.getValue().size() > length) {
                longest = each.getKey();
                length = each.getValue().size();
            }
        }
        return longest;
    }

    static double cells(Map<String, List<String>> selection) {
        double cells = 1;
        for (List<String> codes : selection.values()) {
            cells *= codes.size();
        }
        return cells;
    }

    private static Refusal tooMany() {
        return new Refusal(
                OpenDataFault.TOO_LARGE, "", "Urvalet skulle behöva delas i fler än " + MOST_PARTS + " frågor.");
    }
}
