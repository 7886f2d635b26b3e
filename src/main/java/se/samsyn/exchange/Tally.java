package se.samsyn.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import se.samsyn.sheet.Problem;
import se.samsyn.sheet.Problems;

/** Warnings that would come in every row, told once per column with their number. */
final class Tally {

    private final Map<Key, Count> counts = new LinkedHashMap<>();

    private record Key(ImportFault fault, String column, String detail) {}

    private static final class Count {
        private final int row;
        private int times;

        Count(int row) {
            this.row = row;
        }
    }

    void count(ImportFault fault, Told told, String detail) {
        count(fault, told.row(), told.column(), detail);
    }

    void count(ImportFault fault, int row, String column, String detail) {
        counts.computeIfAbsent(new Key(fault, column, detail), _ -> new Count(row)).times++;
    }

    void into(Problems problems) {
        counts.forEach((key, count) -> problems.add(
                Problem.ofCell(key.fault(), count.row, key.column(), String.valueOf(count.times), key.detail())));
    }
}
