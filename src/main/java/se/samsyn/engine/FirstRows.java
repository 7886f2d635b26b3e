package se.samsyn.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The codes of the first rows: they tell at once of most columns that they do not lie in each other. */
final class FirstRows {

    static final int MOST = 2_000;

    /** In place of a code, where a row has none. */
    static final int NONE = Integer.MIN_VALUE;

    private final Map<Integer, int[]> codes = new HashMap<>();
    private final Map<Integer, int[]> before = new HashMap<>();
    private final int rows;

    /**
     * Made of rows.
     *
     * @param rows the codes of each row, in the order of the columns
     */
    FirstRows(List<Integer> columns, List<int[]> rows) {
        this.rows = rows.size();
        for (int at = 0; at < columns.size(); at++) {
            int position = at;
            int[] ofColumn = rows.stream().mapToInt(row -> row[position]).toArray();
            codes.put(columns.get(at), ofColumn);
            before.put(columns.get(at), before(ofColumn));
        }
    }

    /** For each row the first that has its code; -1 where it has no code. */
    private static int[] before(int[] codes) {
        int[] before = new int[codes.length];
        Map<Integer, Integer> first = new HashMap<>();
        for (int row = 0; row < codes.length; row++) {
            Integer earlier = first.putIfAbsent(codes[row], row);
            int same = earlier == null ? row : earlier;
            before[row] = codes[row] == NONE ? -1 : same;
        }
        return before;
    }

    /** Whether these are all the rows there are. */
    boolean areAll() {
        return rows < MOST;
    }

    /** Whether every code of the one goes with one code of the other in these rows. */
    boolean lies(int narrow, int wide) {
        int[] first = of(before, narrow);
        int[] around = of(codes, wide);
        for (int row = 0; row < rows; row++) {
            if (first[row] >= 0 && (around[row] == NONE || around[row] != around[first[row]])) {
                return false;
            }
        }
        return true;
    }

    /** The codes of one column that lies in another, with theirs of the other and their rows. */
    NestStore.Found found(int narrow, int wide) {
        int[] codesOf = of(codes, narrow);
        int[] around = of(codes, wide);
        Map<Integer, Integer> within = new HashMap<>();
        Map<Integer, Long> counted = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            if (codesOf[row] != NONE) {
                within.put(codesOf[row], around[row]);
                counted.merge(codesOf[row], 1L, Long::sum);
            }
        }
        return new NestStore.Found(new Nest(narrow, wide, within), counted);
    }

    private static int[] of(Map<Integer, int[]> by, int column) {
        return Objects.requireNonNull(by.get(column));
    }
}
