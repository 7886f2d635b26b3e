package se.samsyn.table.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.CrossTables;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Suppression;
import se.samsyn.table.disclosure.Zeros;

/**
 * One of several tables that were counted apart from the same records.
 *
 * @param tables the crossing
 * @param names of its cells
 * @param counts of its inner cells
 * @param rows the inner cells of each cell
 * @param records the records of each cell
 * @param rule when a cell is too small
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LinkedTable(
        CrossTables tables,
        List<List<String>> names,
        long[] counts,
        List<List<Integer>> rows,
        List<TreeSet<Integer>> records,
        Rule rule) {

    static LinkedTable of(CodedRows data, List<String> variables, int least) {
        var coded = data.only(variables);
        var ground = new CodedRows(variables, List.copyOf(new LinkedHashSet<>(coded.rows())));
        var frequencies = data.column("freq");
        long[] counts = new long[ground.rows().size()];
        var recordsOf = new ArrayList<TreeSet<Integer>>();
        ground.rows().forEach(row -> recordsOf.add(new TreeSet<>()));
        for (int record = 0; record < coded.rows().size(); record++) {
            int row = ground.rows().indexOf(coded.rows().get(record));
            counts[row] += Long.parseLong(frequencies.get(record));
            recordsOf.get(row).add(record);
        }
        var tables = ground.crossed(CrossTables.Unoccupied.LEFT_OUT);
        var rows = IntStream.range(0, tables.cells().size())
                .mapToObj(cell -> tables.innerCells(cell).boxed().toList())
                .toList();
        var records = rows.stream()
                .map(of -> {
                    var all = new TreeSet<Integer>();
                    of.forEach(row -> all.addAll(recordsOf.get(row)));
                    return all;
                })
                .toList();
        return new LinkedTable(tables, tables.cells(), counts, rows, records, new Rule(least).with(Zeros.PROTECTED));
    }

    long count(int cell) {
        return rows.get(cell).stream().mapToLong(row -> counts[row]).sum();
    }

    BitSet small() {
        var small = new BitSet();
        IntStream.range(0, names.size())
                .filter(cell -> count(cell) < rule.least())
                .forEach(small::set);
        return small;
    }

    /** The cells of these records. */
    IntStream same(TreeSet<Integer> wanted) {
        return IntStream.range(0, names.size()).filter(cell -> records.get(cell).equals(wanted));
    }

    /** The cells to hide when the table stands by itself and some must be hidden whatever they hold. */
    BitSet hidden(BitSet wanted) {
        var linked = tables.linked(
                counts, Map.of(), cell -> 0, cell -> wanted.get(cell) ? Standing.CONCEALED : Standing.FREE);
        var hidden = new BitSet();
        Arrays.stream(Suppression.protect(linked, rule, Care.SINGLETONS).hidden())
                .forEach(hidden::set);
        return hidden;
    }

    /** The cells to hide when those first in an order are rather kept, and some are not published though nobody need be kept from them. */
    BitSet hidden(IntUnaryOperator place, BitSet unpublished) {
        var linked = tables.linked(
                counts,
                Map.of(),
                cell -> -place.applyAsInt(cell),
                cell -> unpublished.get(cell) ? Standing.COMBINATION : Standing.FREE);
        var hidden = (BitSet) unpublished.clone();
        Arrays.stream(Suppression.protect(linked, rule, Care.SINGLETONS).hidden())
                .forEach(hidden::set);
        return hidden;
    }

    /** The cells in the order they would be shown, those of most worth first. */
    List<Integer> candidates() {
        return tables.linked(counts).byWorth();
    }
}
