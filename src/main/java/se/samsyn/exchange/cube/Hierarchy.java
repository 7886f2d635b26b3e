package se.samsyn.exchange.cube;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rings in hierarchies. */
final class Hierarchy {

    private Hierarchy() {}

    /** Whether a code is below itself; takes away codes that no code is above until none is left (Kahn 1962). */
    static boolean hasCycle(Map<String, List<String>> children) {
        Map<String, Integer> above = new HashMap<>();
        children.forEach((parent, below) -> {
            above.putIfAbsent(parent, 0);
            below.forEach(child -> above.merge(child, 1, Integer::sum));
        });
        var free = new ArrayDeque<String>();
        above.forEach((code, count) -> {
            if (count == 0) {
                free.add(code);
            }
        });
        int taken = 0;
        while (!free.isEmpty()) {
            taken++;
            for (String child : children.getOrDefault(free.remove(), List.of())) {
                if (above.merge(child, -1, Integer::sum) == 0) {
                    free.add(child);
                }
            }
        }
        return taken < above.size();
    }
}
