package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What must not be computable besides the primary cells: differences that would tell of a whole group, and rows and sums that holders know too much of. */
final class Secrets {
    /*
     * Groups: where a cell holds all but at most k persons of a wider one, so that everybody else of the wider group is known to be in it, the
     * difference must not be known, be it empty or not. Lupp, D. P. and Langsrud, Ø. (2021): Suppression of directly-disclosive cells in frequency tables.
     *
     * Holders: every row of one holder; and of each shown cell the part made of rows that are secret by themselves, if two
     * holders at most lie in it, since each could then take away their own and have the other's.
     */
    private final MergedTables tables;
    private final Singletons singletons;
    private final Set<Column> known = new HashSet<>();
    private final Map<Column, Integer> differences = new LinkedHashMap<>();
    private final Set<Column> single = new LinkedHashSet<>();
    private final Set<Column> sums = new LinkedHashSet<>();

    Secrets(MergedTables tables, BitSet primaries, Singletons singletons) {
        this.tables = tables;
        this.singletons = singletons;
        primaries.stream()
                .forEach(k -> known.add(Column.sumOf(tables.cells().get(k).rows())));
        if (tables.rule().insiders() != Rule.NO_GROUPS) {
            gatherDifferences();
        }
        if (singletons.anyHolder()) {
            gatherSingle();
            gatherSums(primaries);
        }
    }

    /** To be kept from insiders too, like the primary cells themselves. */
    List<Column> fromAll() {
        List<Column> all = new ArrayList<>(differences.keySet());
        all.addAll(single);
        return all;
    }

    /** The cell that gives its group away if one of {@link #fromAll}, by its position, is told; none for rows of holders. */
    OptionalInt cell(int position) {
        return differences.values().stream()
                .skip(position)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** To be kept from outsiders. */
    List<Column> sums() {
        return List.copyOf(sums);
    }

    private void gatherDifferences() {
        IntegerList[] cellsWith = new IntegerList[singletons.rows()];
        Arrays.setAll(cellsWith, row -> new IntegerList());
        List<MergedCell> cells = tables.cells();
        for (int k = 0; k < cells.size(); k++) {
            for (int row : cells.get(k).rows()) {
                cellsWith[row].add(k);
            }
        }
        for (int at = 0; at < cells.size(); at++) {
            int number = at;
            MergedCell part = cells.get(at);
            cellsWith[part.rows()[0]].forEach(k -> {
                MergedCell whole = cells.get(k);
                long others = whole.persons() - part.persons();
                if (part.persons() > 0 && others <= tables.rule().insiders() && isWithin(part, whole)) {
                    difference(part, whole, number);
                }
            });
        }
    }

    private static boolean isWithin(MergedCell part, MergedCell whole) {
        return part.rows().length < whole.rows().length
                && Arrays.stream(part.rows()).allMatch(row -> Arrays.binarySearch(whole.rows(), row) >= 0);
    }

    private void difference(MergedCell part, MergedCell whole, int number) {
        int[] rest = Arrays.stream(whole.rows())
                .filter(row -> Arrays.binarySearch(part.rows(), row) < 0)
                .toArray();
        differences.putIfAbsent(Column.sumOf(rest), number);
    }

    private void gatherSingle() {
        for (int row = 0; row < singletons.rows(); row++) {
            Column column = Column.sumOf(new int[] {row});
            if (singletons.marks()[row] > 0 && !known.contains(column)) {
                single.add(column);
            }
        }
    }

    private void gatherSums(BitSet primaries) {
        BitSet secret = new BitSet();
        known.stream().filter(column -> column.rows().length == 1).forEach(column -> secret.set(column.rows()[0]));
        single.forEach(column -> secret.set(column.rows()[0]));
        List<int[]> wide = primaries.stream()
                .mapToObj(k -> tables.cells().get(k).rows())
                .filter(rows -> rows.length > 1)
                .toList();
        int mostRows = mostRowsOfAHolder();
        for (int k = 0; k < tables.cells().size(); k++) {
            int[] rows = tables.cells().get(k).rows();
            int[] part = Arrays.stream(rows).filter(secret::get).toArray();
            boolean holdersIn = Arrays.stream(rows).anyMatch(row -> singletons.marks()[row] > 0);
            if (!primaries.get(k) && part.length > 1 && holdersIn && (ofTwo(part) || restOfOne(part, wide, mostRows))) {
                Column sum = Column.sumOf(part);
                if (!known.contains(sum) && !single.contains(sum)) {
                    sums.add(sum);
                }
            }
        }
    }

    private int mostRowsOfAHolder() {
        int[] count = new int[Arrays.stream(singletons.marks()).max().orElse(0) + 1];
        Arrays.stream(singletons.marks()).filter(mark -> mark > 0).forEach(mark -> count[mark]++);
        return Arrays.stream(count).max().orElse(0);
    }

    private boolean ofTwo(int[] rows) {
        Set<Integer> owners = new HashSet<>();
        for (int row : rows) {
            owners.add(singletons.marks()[row] > 0 ? singletons.marks()[row] : -1 - row);
        }
        return owners.size() <= 2;
    }

    private boolean restOfOne(int[] rows, List<int[]> wide, int mostRows) {
        return wide.stream().anyMatch(primary -> {
            boolean inside = primary.length < rows.length
                    && Arrays.stream(primary).allMatch(row -> Arrays.binarySearch(rows, row) >= 0);
            int[] rest = Arrays.stream(rows)
                    .filter(row -> Arrays.binarySearch(primary, row) < 0)
                    .toArray();
            return inside && rest.length <= mostRows && singletons.holder(rest) != Singletons.NONE;
        });
    }
}
