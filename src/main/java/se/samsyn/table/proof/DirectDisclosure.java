package se.samsyn.table.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.table.disclosure.Axis;
import se.samsyn.table.disclosure.CrossTables;

/** Cells in which everybody of a line is, or everybody but some who know of themselves. */
final class DirectDisclosure {

    private DirectDisclosure() {}

    static BitSet telling(CrossTables tables, long[] counts, int coalition) {
        var linked = tables.linked(counts);
        Map<List<String>, Integer> numbers = new HashMap<>();
        tables.cells().forEach(name -> numbers.put(name, numbers.size()));
        Map<List<String>, Long> greatest = new HashMap<>();
        for (var cell : numbers.entrySet()) {
            for (int k = 0; k < cell.getKey().size(); k++) {
                if (!cell.getKey().get(k).equals(Axis.TOTAL)) {
                    greatest.merge(total(cell.getKey(), k), linked.count(cell.getValue()), Math::max);
                }
            }
        }
        var telling = new BitSet();
        for (var cell : numbers.entrySet()) {
            long count = linked.count(cell.getValue());
            for (int k = 0; k < cell.getKey().size(); k++) {
                var line = total(cell.getKey(), k);
                if (count > 0 && !cell.getKey().get(k).equals(Axis.TOTAL)) {
                    long whole = linked.count(numbers.getOrDefault(
                            line.stream().map(DirectDisclosure::plain).toList(), 0));
                    boolean most = count == greatest.getOrDefault(line, 0L) && whole - count <= coalition;
                    telling.set(cell.getValue(), telling.get(cell.getValue()) || count == whole || most);
                }
            }
        }
        return telling;
    }

    /** The name of a cell's total along a variable, marked so that lines along different variables differ. */
    private static List<String> total(List<String> name, int along) {
        var total = new ArrayList<>(name);
        total.set(along, MARK + Axis.TOTAL);
        return List.copyOf(total);
    }

    private static String plain(String code) {
        return code.startsWith(MARK) ? code.substring(MARK.length()) : code;
    }

    private static final String MARK = "*";
}
