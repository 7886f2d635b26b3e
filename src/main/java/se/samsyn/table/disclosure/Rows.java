package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The inner cells as rows of elimination: those in exactly the same cells taken as one, since nothing can part them; the unmarked
 * first, then those of single holders, then those of single persons.
 */
final class Rows {

    private final int[] rowOf;
    private final long[] persons;
    private final int[] marks;

    private Rows(int[] rowOf, long[] persons, int[] marks) {
        this.rowOf = rowOf;
        this.persons = persons;
        this.marks = marks;
    }

    /** Inner cells that nothing can part. */
    private record Kind(List<Integer> cells, int mark) {}

    /**
     * The rows of some inner cells.
     *
     * @param kept which inner cells become rows
     * @param marks as in {@link Singletons}, by inner cell
     */
    static Rows of(LinkedTables tables, boolean[] kept, int[] marks) {
        List<List<Integer>> cellsOf = cellsOf(tables);
        int[] settled = settled(cellsOf, kept, marks);
        Map<Kind, IntegerList> kinds = new LinkedHashMap<>();
        IntStream.range(0, kept.length)
                .filter(inner -> kept[inner])
                .forEach(inner -> kinds.computeIfAbsent(
                                new Kind(cellsOf.get(inner), settled[inner]), kind -> new IntegerList())
                        .add(inner));
        Map<Integer, Long> frequency = new HashMap<>();
        kinds.keySet().forEach(kind -> frequency.merge(kind.mark(), 1L, Long::sum));
        List<Map.Entry<Kind, IntegerList>> ordered = new ArrayList<>(kinds.entrySet());
        ordered.sort(Map.Entry.comparingByKey(Comparator.<Kind>comparingInt(kind -> place(kind.mark()))
                .thenComparingLong(kind -> kind.mark() > 0 ? frequency.getOrDefault(kind.mark(), 0L) : 0)
                .thenComparingInt(kind -> Math.max(0, kind.mark()))));
        int[] rowOf = new int[kept.length];
        Arrays.fill(rowOf, -1);
        long[] persons = new long[ordered.size()];
        for (int row = 0; row < persons.length; row++) {
            for (int inner : ordered.get(row).getValue().toArray()) {
                rowOf[inner] = row;
                persons[row] += tables.persons()[inner];
            }
        }
        int[] marksOfRows =
                ordered.stream().mapToInt(each -> each.getKey().mark()).toArray();
        return new Rows(rowOf, persons, marksOfRows);
    }

    private static int place(int mark) {
        return switch (mark) {
            case Singletons.NONE -> 0;
            case Singletons.PERSON -> 2;
            default -> 1;
        };
    }

    private static List<List<Integer>> cellsOf(LinkedTables tables) {
        List<List<Integer>> cellsOf = new ArrayList<>();
        Arrays.stream(tables.persons()).forEach(inner -> cellsOf.add(new ArrayList<>()));
        for (int cell = 0; cell < tables.size(); cell++) {
            for (int inner : tables.cells().get(cell).inner()) {
                cellsOf.get(inner).add(cell);
            }
        }
        return cellsOf;
    }

    /** Where more than two holders lie in the same cells, none of them can tell another's part: they lose their marks. */
    private static int[] settled(List<List<Integer>> cellsOf, boolean[] kept, int[] marks) {
        Map<List<Integer>, Set<Integer>> holders = new HashMap<>();
        for (int inner = 0; inner < marks.length; inner++) {
            if (kept[inner] && marks[inner] > 0) {
                holders.computeIfAbsent(cellsOf.get(inner), cells -> new HashSet<>())
                        .add(marks[inner]);
            }
        }
        int[] settled = marks.clone();
        for (int inner = 0; inner < marks.length; inner++) {
            if (marks[inner] > 0
                    && kept[inner]
                    && holders.getOrDefault(cellsOf.get(inner), Set.of()).size() > 2) {
                settled[inner] = Singletons.NONE;
            }
        }
        return settled;
    }

    int size() {
        return persons.length;
    }

    long[] persons() {
        return persons;
    }

    int[] marks() {
        return marks;
    }

    /** The rows of some inner cells, ascending and each once. */
    int[] of(int[] inner) {
        return Arrays.stream(inner)
                .map(each -> rowOf[each])
                .filter(row -> row >= 0)
                .sorted()
                .distinct()
                .toArray();
    }
}
