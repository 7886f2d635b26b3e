package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Linked tables made ready for work: inner cells of nobody left out (zeros are known to all), the rest numbered as rows with
 * those of one person last, cells of the same rows merged, cells of nobody dropped.
 */
final class MergedTables {

    private final long[] persons;
    private final int firstSingleton;
    private final List<MergedCell> cells;

    private MergedTables(long[] persons, int firstSingleton, List<MergedCell> cells) {
        this.persons = persons;
        this.firstSingleton = firstSingleton;
        this.cells = cells;
    }

    static MergedTables of(LinkedTables tables, Rule rule) {
        long[] persons = tables.persons();
        int[] inner = IntStream.range(0, persons.length)
                .filter(k -> persons[k] > 0)
                .boxed()
                .sorted(Comparator.comparing(k -> persons[k] == 1))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rowOf = new int[persons.length];
        Arrays.fill(rowOf, -1);
        IntStream.range(0, inner.length).forEach(row -> rowOf[inner[row]] = row);
        long[] counts = Arrays.stream(inner).mapToLong(k -> persons[k]).toArray();
        int firstSingleton =
                (int) Arrays.stream(counts).filter(count -> count > 1).count();

        Map<Column, IntegerList> same = new LinkedHashMap<>();
        for (int cell = 0; cell < tables.size(); cell++) {
            int[] rows = Arrays.stream(tables.cells().get(cell).inner())
                    .map(k -> rowOf[k])
                    .filter(row -> row >= 0)
                    .sorted()
                    .toArray();
            if (rows.length > 0) {
                same.computeIfAbsent(Column.sumOf(rows), c -> new IntegerList()).add(cell);
            }
        }
        List<MergedCell> merged = new ArrayList<>();
        same.forEach((column, cells) -> merged.add(merge(tables, rule, counts, column.rows(), cells.toArray())));
        return new MergedTables(counts, firstSingleton, List.copyOf(merged));
    }

    private static MergedCell merge(LinkedTables tables, Rule rule, long[] counts, int[] rows, int[] cells) {
        Standing standing = Standing.FREE;
        int importance = Integer.MIN_VALUE;
        boolean primary = false;
        long persons = Arrays.stream(rows).mapToLong(row -> counts[row]).sum();
        for (int number : cells) {
            LinkedTables.Cell cell = tables.cells().get(number);
            standing = weightier(standing, cell.standing());
            importance = Math.max(importance, cell.importance());
            primary |= switch (cell.standing()) {
                case FREE -> rule.tooSmall(persons);
                case CONCEALED -> true;
                case SHOWN -> false;
            };
        }
        return new MergedCell(cells, rows, persons, standing, importance, primary);
    }

    private static Standing weightier(Standing one, Standing other) {
        if (one == Standing.SHOWN || other == Standing.SHOWN) {
            return Standing.SHOWN;
        }
        return one == Standing.CONCEALED ? one : other;
    }

    /** Persons of each row. */
    long[] persons() {
        return persons;
    }

    int firstSingleton() {
        return firstSingleton;
    }

    List<MergedCell> cells() {
        return cells;
    }

    /** Which cell to keep when one of two must go: the important, the large, the wide, the first added. */
    Comparator<Integer> keptFirst() {
        return Comparator.<Integer>comparingInt(k -> -cells.get(k).importance())
                .thenComparingLong(k -> -cells.get(k).persons())
                .thenComparingInt(k -> -cells.get(k).rows().length)
                .thenComparingInt(k -> k);
    }
}
