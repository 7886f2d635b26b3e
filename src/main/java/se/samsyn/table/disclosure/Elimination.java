package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Secondary suppression by Gaussian elimination: which candidates must be hidden so that no primary can be computed. */
final class Elimination {
    /*
     * Every cell is a column, a sum of rows (inner cells). Columns already known - those that must be shown, then the candidates
     * in order - are pivots: each is subtracted from all later columns so that one of its rows vanishes from them. What is left of
     * a column is then what nobody knows of it, up to a factor. A candidate proportional to a primary would give the primary away
     * and is hidden; one that is left empty can be computed anyway and is shown.
     *
     * Singletons ("anySum" in [1]): rows of one person come last in row order, and any other row is taken as pivot before them, so
     * a column with nothing but such rows is a combination of singletons that would become known. A sum of them is refused (each
     * is at least one, so a sum of k over k cells tells all); a difference is allowed once per row. Primaries of only
     * such rows need no column of their own.
     *
     * Guarantee: no primary is a linear function of what is shown, unless it is reported as exposed by what had to be shown. Not
     * covered: that counts are whole and never negative; that is the attack's part. Cost: sparse; an inverted index from
     * row to columns finds what a pivot touches, the pivot row is the one in fewest columns (any choice among other rows than
     * singletons gives the same outcome), and a hash of the columns in lowest terms finds proportional primaries.
     *
     * [1] Langsrud, Ø. (2024): Secondary Cell Suppression by Gaussian Elimination: An Algorithm Suitable for Handling Issues with
     *     Zeros and Singletons. Privacy in Statistical Databases.
     */
    private final Column[] columns;
    private final int firstPrimary;
    private final int firstSingleton;
    private final IntegerList[] columnsWith;
    private final BitSet usedSingletons = new BitSet();
    private final BitSet done = new BitSet();
    private final Map<Column, IntegerList> primaries = new HashMap<>();
    private final BitSet secondary = new BitSet();
    private final BitSet exposed = new BitSet();

    /**
     * What elimination found.
     *
     * @param secondary positions of the candidates to hide
     * @param exposed positions of the primaries that what must be shown gives away
     */
    record Outcome(BitSet secondary, BitSet exposed) {}

    private Elimination(List<Column> open, List<Column> hidden, int rows, int firstSingleton) {
        this.firstPrimary = open.size();
        this.firstSingleton = firstSingleton;
        this.columns = new Column[open.size() + hidden.size()];
        this.columnsWith = new IntegerList[rows];
        Arrays.setAll(columnsWith, row -> new IntegerList());
        for (int id = 0; id < columns.length; id++) {
            columns[id] = id < firstPrimary ? open.get(id) : hidden.get(id - firstPrimary);
            enter(id);
        }
    }

    /**
     * Decides on the candidates.
     *
     * @param shown cells that are known whatever we do
     * @param candidates in order of publication: the first are rather kept
     * @param primaries cells that must not be computable
     * @param rows number of rows, singletons last
     * @param firstSingleton first row of a single person; {@code rows} if none is to be treated as such
     */
    static Outcome run(
            List<Column> shown, List<Column> candidates, List<Column> primaries, int rows, int firstSingleton) {
        List<Column> open = new ArrayList<>(shown);
        open.addAll(candidates);
        Elimination elimination = new Elimination(open, primaries, rows, firstSingleton);
        for (int id = 0; id < open.size(); id++) {
            elimination.decide(id, id < shown.size());
        }
        return new Outcome(
                elimination.secondary.get(shown.size(), Math.max(shown.size(), open.size())), elimination.exposed);
    }

    private void enter(int id) {
        Column column = columns[id];
        if (id >= firstPrimary) {
            if (!column.isZero() && column.rows()[0] >= firstSingleton) {
                done.set(id);
                return;
            }
            IntegerList same = primaries.computeIfAbsent(column, c -> new IntegerList());
            same.add(id);
            if (same.size() > 1) {
                done.set(id);
                return;
            }
        }
        for (int row : column.rows()) {
            columnsWith[row].add(id);
        }
    }

    private void decide(int id, boolean forced) {
        Column column = columns[id];
        done.set(id);
        if (column.isZero()) {
            return;
        }
        boolean tellsSingletons =
                revealsSingletons(column); // uses up its rows even if the column is hidden for another reason
        if (!forced && (tellsSingletons || primaries.containsKey(column))) {
            secondary.set(id);
        } else {
            publish(column);
        }
    }

    private boolean revealsSingletons(Column column) {
        int[] rows = column.rows();
        if (rows[0] < firstSingleton) {
            return false;
        }
        if (!column.isDifference() || Arrays.stream(rows).anyMatch(usedSingletons::get)) {
            return true;
        }
        Arrays.stream(rows).forEach(usedSingletons::set);
        return false;
    }

    private void publish(Column pivot) {
        int row = pivotRow(pivot);
        IntegerList touched = columnsWith[row];
        columnsWith[row] = new IntegerList();
        for (int k = 0; k < touched.size(); k++) {
            int id = touched.get(k);
            if (!done.get(id) && columns[id].has(row)) {
                replace(id, columns[id].eliminate(pivot, row), pivot);
            }
        }
    }

    private int pivotRow(Column pivot) {
        int best = pivot.rows()[0];
        for (int row : pivot.rows()) {
            if (row >= firstSingleton) {
                break;
            }
            if (columnsWith[row].size() < columnsWith[best].size()) {
                best = row;
            }
        }
        return best;
    }

    private void replace(int id, Column now, Column pivot) {
        Column before = columns[id];
        columns[id] = now;
        for (int row : pivot.rows()) {
            if (!before.has(row)) {
                columnsWith[row].add(id);
            }
        }
        if (id >= firstPrimary) {
            rehash(id, before, now);
        }
    }

    /** Primaries that have become proportional stay so: one of them goes on for all. */
    private void rehash(int id, Column before, Column now) {
        IntegerList same = primaries.remove(before);
        if (same == null) {
            throw new IllegalStateException("A primary column was lost");
        }
        if (now.isZero()) {
            done.set(id);
            same.forEach(one -> exposed.set(one - firstPrimary));
            return;
        }
        IntegerList others = primaries.get(now);
        if (others == null) {
            primaries.put(now, same);
        } else {
            done.set(id);
            same.forEach(others::add);
        }
    }
}
