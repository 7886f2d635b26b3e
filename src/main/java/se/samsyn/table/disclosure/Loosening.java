package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Chooses what else to hide so that primaries that an attacker came too near can be more, or fewer, than they are. */
final class Loosening {
    /*
     * One table is looked for in which each of some primaries differs from its count by as much as wished. What is hidden may differ freely in
     * it, a shown cell at a cost: by how much it differs, times what the cell is worth. With the shown cells that differ in the cheapest such table hidden too, that
     * table agrees with all that is still shown: nobody can rule it out [1]. All wishes are asked for at once, since loosening one primary mostly loosens others.
     *
     * A linear program: two columns a cell, by how much it is more and fewer; a line for each cell of several rows, which changes by as much as the largest
     * cells that it can be made of. A wish that cannot come true falls short as little as it can. Costs count change and not cells, so
     * the cells hidden are few, not the fewest.
     *
     * [1] Kelly, J. P., Golden, B. L. and Assad, A. A. (1992): Cell suppression: disclosure protection for sensitive tabular
     *     data. Networks 22.
     */
    private static final double CHANGED = 1e-7;
    private static final double SHORT = 1e-6;
    private static final double FREE = 1e-5;
    private static final double LEAST_COST = 1;
    private static final double SPREAD_OF_COST = 9;
    private static final double COST_OF_SHORT = 1e4;

    private final MergedTables tables;
    private final int[] ofRow;
    private final int changing;
    private final List<Balance> structure = new ArrayList<>();
    private final double[] cost;

    /**
     * What to hide.
     *
     * @param cells positions of merged cells that were shown
     * @param fallShort those for which not all of the wish can come true, whatever is hidden
     * @param table counts by row that nobody can rule out with these cells hidden
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Loosened(BitSet cells, BitSet fallShort, double[] table) {}

    Loosening(MergedTables tables) {
        this.tables = tables;
        List<MergedCell> cells = tables.cells();
        this.ofRow = new int[tables.persons().length];
        Arrays.fill(ofRow, -1);
        for (int k = 0; k < cells.size(); k++) {
            if (cells.get(k).rows().length == 1) {
                ofRow[cells.get(k).rows()[0]] = k;
            }
        }
        int count = cells.size();
        for (int row = 0; row < ofRow.length; row++) {
            if (ofRow[row] < 0) {
                ofRow[row] = count++;
            }
        }
        this.changing = count;
        this.cost = cost();
        Parts parts = new Parts(tables, k -> true);
        parts.largestFirst()
                .filter(k -> cells.get(k).rows().length > 1)
                .forEach(k -> structure.add(line(k, parts.of(k))));
        for (int row = 0; row < ofRow.length; row++) {
            if (ofRow[row] >= cells.size()) {
                structure.add(Balance.of(new int[] {fewer(ofRow[row])}, 0, (double) tables.persons()[row]));
            }
        }
    }

    private double[] cost() {
        int[] dearestFirst = IntStream.range(0, tables.cells().size())
                .boxed()
                .sorted(tables.keptFirst())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] byCell = new double[dearestFirst.length];
        for (int place = 0; place < dearestFirst.length; place++) {
            double share = 1 - (double) place / dearestFirst.length;
            byCell[dearestFirst[place]] = LEAST_COST + SPREAD_OF_COST * share * share;
        }
        return byCell;
    }

    private static int more(int at) {
        return 2 * at;
    }

    private static int fewer(int at) {
        return 2 * at + 1;
    }

    private Balance line(int whole, Parts.Made made) {
        int[] parts = IntStream.concat(
                        IntStream.of(made.cells()), IntStream.of(made.rows()).map(row -> ofRow[row]))
                .toArray();
        int[] plus = IntStream.concat(
                        IntStream.of(fewer(whole)), IntStream.of(parts).map(Loosening::more))
                .toArray();
        int[] minus = IntStream.concat(
                        IntStream.of(more(whole)), IntStream.of(parts).map(Loosening::fewer))
                .toArray();
        return new Balance(plus, minus, 0, 0);
    }

    /**
     * The cheapest cells to hide.
     *
     * @param hidden positions of merged cells that are hidden already
     * @param wishes by how much which of them should be able to be more, or, negative, fewer
     * @param known rows that somebody knows, and that must not differ
     */
    Loosened of(BitSet hidden, Map<Integer, Double> wishes, int[] known) {
        List<Balance> lines = new ArrayList<>(structure);
        double[] weights = new double[2 * changing + wishes.size()];
        Arrays.fill(weights, -FREE);
        long least = tables.leastHidden(hidden);
        for (int k = 0; k < cost.length; k++) {
            limit(k, hidden, least, lines);
            if (isShown(k, hidden)) {
                weights[more(k)] -= cost[k];
                weights[fewer(k)] -= cost[k];
            }
        }
        for (int row : known) {
            lines.add(Balance.of(new int[] {more(ofRow[row])}, 0, 0));
            lines.add(Balance.of(new int[] {fewer(ofRow[row])}, 0, 0));
        }
        int fallShort = 2 * changing;
        for (Map.Entry<Integer, Double> wish : wishes.entrySet()) {
            int more = more(wish.getKey());
            int fewer = fewer(wish.getKey());
            boolean up = wish.getValue() > 0;
            lines.add(new Balance(
                    new int[] {up ? more : fewer, fallShort},
                    new int[] {up ? fewer : more},
                    Math.abs(wish.getValue()),
                    Double.POSITIVE_INFINITY));
            weights[fallShort++] = -COST_OF_SHORT;
        }
        try (LinearProgram program = Solver.best().program(lines, weights.length, LinearProgram.Simplex.DUAL)) {
            return loosened(program.greatest(weights), hidden, wishes);
        }
    }

    private boolean isShown(int k, BitSet hidden) {
        return !hidden.get(k) && tables.cells().get(k).standing() != Standing.COMBINATION;
    }

    /** A cell that must be shown does not change; others not below what hidden cells hold at least. */
    private void limit(int k, BitSet hidden, long least, List<Balance> lines) {
        MergedCell cell = tables.cells().get(k);
        if (isShown(k, hidden) && !cell.candidate()) {
            lines.add(Balance.of(new int[] {more(k)}, 0, 0));
            lines.add(Balance.of(new int[] {fewer(k)}, 0, 0));
        } else {
            long floor = cell.standing() == Standing.COMBINATION ? 0 : least;
            lines.add(Balance.of(new int[] {fewer(k)}, 0, (double) Math.max(0, cell.persons() - floor)));
        }
    }

    private Loosened loosened(double[] columns, BitSet hidden, Map<Integer, Double> wishes) {
        BitSet cells = new BitSet();
        IntStream.range(0, cost.length)
                .filter(k -> isShown(k, hidden) && Math.abs(columns[more(k)] - columns[fewer(k)]) > CHANGED)
                .forEach(cells::set);
        BitSet fallShort = new BitSet();
        int at = 2 * changing;
        for (int k : wishes.keySet()) {
            fallShort.set(k, columns[at++] > SHORT);
        }
        double[] table = new double[ofRow.length];
        Arrays.setAll(table, row -> tables.persons()[row] + columns[more(ofRow[row])] - columns[fewer(ofRow[row])]);
        return new Loosened(cells, fallShort, table);
    }
}
