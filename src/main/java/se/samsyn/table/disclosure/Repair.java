package se.samsyn.table.disclosure;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses what else to hide for a primary that the attack got too near to. */
final class Repair {
    /*
     * A primary is held fast by the known sums its rows are in. Those were worked out from shown cells; the cheapest of these that
     * may be hidden goes (least important, then smallest). Where none of them may, the sums of the neighbouring rows are looked at, and so on outwards:
     * nothing farther away could loosen the primary before these do.
     */
    private final MergedTables tables;
    private final Bounds bounds;
    private final List<KnownSum> sums;
    private final BitSet taken;
    private final Comparator<Integer> cheapest;

    /**
     * Prepares repair.
     *
     * @param taken positions of merged cells that are hidden already; those chosen are added
     */
    Repair(MergedTables tables, Attack attack, BitSet taken) {
        this.tables = tables;
        this.bounds = attack.bounds();
        this.sums = attack.sums();
        this.taken = taken;
        this.cheapest = tables.keptFirst().reversed();
    }

    /** The position of the merged cell to hide, or empty if nothing that may be hidden can help. */
    Optional<Integer> choose(int primary) {
        BitSet seenRows = new BitSet();
        BitSet seenSums = new BitSet();
        ArrayDeque<Integer> rows = new ArrayDeque<>();
        enqueue(tables.cells().get(primary).rows(), seenRows, rows);
        Optional<Integer> chosen = Optional.empty();
        while (!rows.isEmpty() && chosen.isEmpty()) {
            BitSet around = new BitSet();
            for (int left = rows.size(); left > 0; left--) {
                bounds.sumsWith(rows.remove()).forEach(around::set);
            }
            around.andNot(seenSums);
            seenSums.or(around);
            chosen = around.stream()
                    .flatMap(s -> IntStream.of(sums.get(s).from()))
                    .filter(cell -> tables.cells().get(cell).candidate() && !taken.get(cell))
                    .boxed()
                    .min(cheapest);
            around.stream().forEach(s -> reach(sums.get(s), seenRows, rows));
        }
        chosen.ifPresent(taken::set);
        return chosen;
    }

    private void reach(KnownSum sum, BitSet seenRows, ArrayDeque<Integer> rows) {
        enqueue(sum.rows(), seenRows, rows);
        for (int cell : sum.from()) {
            enqueue(tables.cells().get(cell).rows(), seenRows, rows);
        }
    }

    private static void enqueue(int[] found, BitSet seenRows, ArrayDeque<Integer> rows) {
        for (int row : found) {
            if (!seenRows.get(row)) {
                seenRows.set(row);
                rows.add(row);
            }
        }
    }
}
