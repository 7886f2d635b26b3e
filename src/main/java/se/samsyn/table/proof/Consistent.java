package se.samsyn.table.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tables that were counted apart, decided on one after the other: a cell that one of them must hide is not published in the others either, but nobody is
 * taken to know that cells of the same persons are equal.
 */
final class Consistent {
    /*
     * Cells of the same persons are decided on together, when the first of them comes. Each decision depends on those before it alone. So the tables are decided
     * on apart; the first cell on which they differ is taken from all of them, and they are decided on anew.
     */
    private final List<LinkedTable> tables;
    private final List<int[]> places = new ArrayList<>();
    private final List<BitSet> unpublished = new ArrayList<>();

    /** A cell of a table, and when it is decided on. */
    private record At(int table, int cell, int place) {}

    private Consistent(List<LinkedTable> tables) {
        this.tables = tables;
        Map<Set<Integer>, Integer> placeOf = new HashMap<>();
        for (var table : tables) {
            unpublished.add(new BitSet());
            int[] own = new int[table.names().size()];
            table.candidates().forEach(cell -> {
                Integer known = placeOf.putIfAbsent(table.records().get(cell), placeOf.size());
                own[cell] = known == null ? placeOf.size() - 1 : known;
            });
            places.add(own);
        }
    }

    static List<BitSet> of(List<LinkedTable> tables) {
        var consistent = new Consistent(tables);
        var hidden = consistent.hidden();
        for (var next = consistent.differing(hidden); next.isPresent(); next = consistent.differing(hidden)) {
            consistent.unpublished.get(next.get().table()).set(next.get().cell());
            hidden = consistent.hidden();
        }
        return hidden;
    }

    private List<BitSet> hidden() {
        var hidden = new ArrayList<BitSet>();
        for (int table = 0; table < tables.size(); table++) {
            int at = table;
            hidden.add(tables.get(table).hidden(cell -> places.get(at)[cell], unpublished.get(table)));
        }
        return hidden;
    }

    /** The first cell that is shown though another of the same persons is hidden. */
    private Optional<At> differing(List<BitSet> hidden) {
        Optional<At> earliest = Optional.empty();
        for (int table = 0; table < tables.size(); table++) {
            for (var other : tables) {
                var otherHidden = hidden.get(tables.indexOf(other));
                for (int cell : otherHidden.stream().toArray()) {
                    int at = table;
                    var shown = tables.get(table)
                            .same(other.records().get(cell))
                            .filter(same -> !hidden.get(at).get(same))
                            .mapToObj(same -> new At(at, same, places.get(at)[same]))
                            .findFirst();
                    if (shown.isPresent()
                            && earliest.stream().allMatch(known -> shown.get().place() < known.place())) {
                        earliest = shown;
                    }
                }
            }
        }
        return earliest;
    }
}
