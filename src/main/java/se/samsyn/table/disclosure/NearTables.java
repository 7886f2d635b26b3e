package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Whole tables that nobody could tell from the true one and that differ from it in few rows: for each secret one in which it is more and one in which it is
 * less, where such are soon found.
 */
final class NearTables {

    private static final int EFFORT = 40_000;

    private final MergedTables tables;
    private final List<Near> found = new ArrayList<>();

    /** A table by the rows in which it differs, and the secrets that it has another number of. */
    private record Near(BitSet rows, BitSet secrets) {}

    /**
     * Looks for them.
     *
     * @param secrets positions of the cells among the merged ones
     * @param sums what is known
     */
    NearTables(MergedTables tables, BitSet secrets, List<KnownSum> sums) {
        this.tables = tables;
        Bounds bounds = new Bounds(sums, tables.persons().length);
        SecondTable second = new SecondTable(sums, bounds, tables.persons());
        secrets.stream().forEach(secret -> {
            GivenUp.look();
            MergedCell cell = tables.cells().get(secret);
            look(second, KnownSum.atLeast(cell.rows(), cell.persons() + 1), secrets);
            if (cell.persons() > 0) {
                look(second, KnownSum.atMost(cell.rows(), cell.persons() - 1), secrets);
            }
        });
    }

    private void look(SecondTable second, KnownSum wish, BitSet secrets) {
        if (second.search(wish, EFFORT) != SecondTable.Verdict.FOUND) {
            return;
        }
        int[] changes = second.changes();
        BitSet rows = new BitSet();
        Arrays.stream(changes).forEach(rows::set);
        BitSet moved = new BitSet();
        secrets.stream()
                .filter(secret ->
                        change(second, changes, tables.cells().get(secret).rows()) != 0)
                .forEach(moved::set);
        found.add(new Near(rows, moved));
    }

    private static int change(SecondTable second, int[] changes, int[] rows) {
        int change = 0;
        for (int row : changes) {
            change += Arrays.binarySearch(rows, row) >= 0 ? second.direction(row) : 0;
        }
        return change;
    }

    /** The secrets that stay open to somebody who knows these rows. */
    BitSet open(int[] known) {
        BitSet open = new BitSet();
        found.stream()
                .filter(near -> Arrays.stream(known).noneMatch(near.rows()::get))
                .forEach(near -> open.or(near.secrets()));
        return open;
    }
}
