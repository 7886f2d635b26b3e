package se.samsyn.table.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The order of candidates of several tables at once, in which cells of the same persons stand side by side. */
final class JointOrder {
    /*
     * Each table has its own order. The next cell that stands in several tables is looked for: the one that comes next in all of them, or that comes
     * in no other later, or whose latest place is the earliest. Each table's cells up to and with it follow.
     */
    private final List<List<Entry>> left = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();

    /** A cell with the number it has among all cells, and the records it shares with other cells if any. */
    private record Entry(int number, Optional<Set<Integer>> shared) {}

    private JointOrder(List<LinkedTable> tables) {
        Map<Set<Integer>, Integer> times = new HashMap<>();
        tables.forEach(table -> table.records().forEach(records -> times.merge(records, 1, Integer::sum)));
        int first = 0;
        for (var table : tables) {
            var entries = new ArrayList<Entry>();
            var seen = new HashSet<Set<Integer>>();
            for (int cell : table.candidates().reversed()) {
                Set<Integer> records = table.records().get(cell);
                boolean shared = times.getOrDefault(records, 1) > 1 && seen.add(new TreeSet<>(records));
                entries.addFirst(new Entry(first + cell, shared ? Optional.of(records) : Optional.empty()));
            }
            left.add(entries);
            first += table.names().size();
        }
    }

    static List<Integer> of(List<LinkedTable> tables) {
        var joint = new JointOrder(tables);
        for (var next = joint.next(); next.isPresent(); next = joint.next()) {
            joint.take(next.get());
        }
        joint.left.forEach(entries -> entries.forEach(entry -> joint.order.add(entry.number())));
        return List.copyOf(joint.order);
    }

    private static List<Set<Integer>> shared(List<Entry> entries) {
        return entries.stream().flatMap(entry -> entry.shared().stream()).toList();
    }

    private Optional<Set<Integer>> next() {
        var codes = left.stream()
                .map(JointOrder::shared)
                .filter(all -> !all.isEmpty())
                .toList();
        var heads = codes.stream().map(List::getFirst).distinct().toList();
        return heads.stream().min((one, other) -> Integer.compare(latest(one, codes), latest(other, codes)));
    }

    /** Where a code comes latest, after the first of each table; 0 where it comes in none. */
    private static int latest(Set<Integer> code, List<List<Set<Integer>>> codes) {
        return codes.stream()
                .mapToInt(all -> all.subList(1, all.size()).indexOf(code) + 1)
                .max()
                .orElse(0);
    }

    private void take(Set<Integer> code) {
        for (var entries : left) {
            int at = at(entries, entry -> entry.shared().filter(code::equals).isPresent());
            if (at >= 0) {
                int first = at(entries, entry -> entry.shared().isPresent());
                entries.add(first, entries.remove(at));
                var taken = entries.subList(0, first + 1);
                taken.forEach(entry -> order.add(entry.number()));
                taken.clear();
            }
        }
    }

    private static int at(List<Entry> entries, Predicate<Entry> is) {
        for (int k = 0; k < entries.size(); k++) {
            if (is.test(entries.get(k))) {
                return k;
            }
        }
        return -1;
    }
}
