package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** Chooses what else to hide so that no attacker comes nearer some primaries than they may. */
final class Widening {
    /*
     * From nothing shown, the cells that elimination would show are shown again one by one, the most worth first; one that would let an attacker
     * too near any of the primaries stays hidden. Tables found on the way show at once of most cells that they do no harm.
     */
    private static final double SLACK = 1 - 1e-5;

    private final MergedTables tables;
    private final double width;

    Widening(MergedTables tables, double width) {
        this.tables = tables;
        this.width = width;
    }

    /** The primaries that an attacker comes too near, when these cells are hidden. */
    BitSet narrow(BitSet hidden, BitSet primaries) {
        return those(primaries, hidden, (attack, rows) -> !attack.isOpen(rows, width * SLACK));
    }

    /** The primaries that an attacker can tell exactly, when these cells are hidden. */
    BitSet told(BitSet hidden, BitSet primaries) {
        return those(primaries, hidden, (attack, rows) -> attack.reach(rows).exact());
    }

    private BitSet those(BitSet primaries, BitSet hidden, BiPredicate<LinearAttack, int[]> which) {
        BitSet those = new BitSet();
        try (LinearAttack attack = LinearAttack.of(
                Knowledge.of(tables, hidden, tables.leastHidden(hidden)),
                tables.persons(),
                Solver.best(),
                new ArrayList<>())) {
            primaries.stream().filter(k -> which.test(attack, rows(k))).forEach(those::set);
        }
        return those;
    }

    /** The cells that must be hidden too for the sake of the narrow ones, from somebody who knows what a hidden cell holds at least. */
    BitSet toHide(BitSet hidden, BitSet narrow) {
        BitSet more = new BitSet();
        long least = tables.leastHidden(hidden);
        List<KnownSum> known = new ArrayList<>();
        hidden.stream().forEach(k -> known.add(KnownSum.atLeast(rows(k), least)));
        List<double[]> found = new ArrayList<>();
        int[] order = IntStream.range(0, tables.cells().size())
                .filter(k -> !hidden.get(k) && tables.cells().get(k).standing() != Standing.COMBINATION)
                .boxed()
                .sorted(tables.keptFirst())
                .mapToInt(Integer::intValue)
                .toArray();
        for (int k : order) {
            KnownSum sum = KnownSum.exactly(rows(k), tables.cells().get(k).persons());
            known.add(sum);
            boolean mustBeShown = tables.cells().get(k).standing() == Standing.SHOWN;
            if (!mustBeShown && !harmless(sum, narrow, found) && !open(known, narrow, found)) {
                known.removeLast();
                known.add(KnownSum.atLeast(rows(k), Math.min(least, sum.least())));
                more.set(k);
            }
        }
        return more;
    }

    private boolean harmless(KnownSum sum, BitSet narrow, List<double[]> found) {
        List<double[]> agreeing = found.stream()
                .filter(table -> Math.abs(sum(table, sum.rows()) - sum.least()) < 1e-6)
                .toList();
        return narrow.stream().allMatch(k -> {
            double[] sums =
                    agreeing.stream().mapToDouble(table -> sum(table, rows(k))).toArray();
            double least = Math.min(persons(k), Arrays.stream(sums).min().orElse(persons(k)));
            double most = Math.max(persons(k), Arrays.stream(sums).max().orElse(persons(k)));
            return most - least >= width * SLACK;
        });
    }

    private boolean open(List<KnownSum> known, BitSet narrow, List<double[]> found) {
        List<double[]> tried = new ArrayList<>(found);
        try (LinearAttack attack = LinearAttack.of(known, tables.persons(), Solver.best(), tried)) {
            boolean open = narrow.stream().allMatch(k -> attack.isOpen(rows(k), width * SLACK));
            if (open) {
                found.clear();
                found.addAll(tried);
            }
            return open;
        }
    }

    private int[] rows(int k) {
        return tables.cells().get(k).rows();
    }

    private double persons(int k) {
        return tables.cells().get(k).persons();
    }

    private static double sum(double[] table, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> table[row]).sum();
    }
}
