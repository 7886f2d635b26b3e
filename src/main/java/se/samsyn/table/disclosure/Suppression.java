package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Hides small cells and just enough others that no small one can be worked out. */
public final class Suppression {
    /*
     * 1. Cells of the same persons become one; free cells below the least count and concealed ones are the primaries.
     * 2. Elimination hides what would reveal a primary linearly.
     * 3. Attack looks for primaries that can still be told exactly, or to within one, from counts being whole and not negative.
     * 4. Repair hides a further cell for each of those and makes it a primary too (it must not be computable, or hiding it
     *    would be in vain); back to 2. A primary that fails again gets twice as many cells as the last time, so the rounds are
     *    few (about log2 of the number of cells at most); in the end all that may be hidden is.
     * 5. With care for insiders, the same for primaries that one of them could tell. With a width in the rule, Widening at last.
     *
     * Bound: no primary but the exposed is a linear function of shown cells or tells of singletons by a sum; and none but the
     * exposed and the narrow has possible counts less than two apart, proven by a whole table or, in large tables, by one with
     * fractions, for the attacker described in Attack. Deterministic.
     */
    private final MergedTables tables;
    private final Singletons singletons;
    private final Care care;
    private final BitSet primaries;
    private final BitSet further = new BitSet();
    private final BitSet helpless = new BitSet();
    private final int[] effort;
    private final List<double[]> found = new ArrayList<>();
    private final BitSet groups = new BitSet();
    private final Secrets others;
    private int rounds;
    private int inFractions;
    private int narrow;
    private int toInsiders;

    private Suppression(MergedTables tables, Care care) {
        this.care = care;
        this.tables = tables;
        this.singletons = care == Care.SUMS ? Singletons.none(tables.persons().length) : tables.singletons();
        this.primaries = positions(k -> tables.cells().get(k).primary());
        this.others = new Secrets(tables, primaries, singletons);
        this.effort = new int[tables.cells().size()];
    }

    /** Decides which cells to hide. Same input, same outcome. */
    public static Hiding protect(LinkedTables tables, Rule rule) {
        return protect(tables, rule, Care.BOUNDS);
    }

    /**
     * Decides which cells to hide, with so much care. Same input, same outcome, on machines with the same solver.
     *
     * @throws IllegalArgumentException when an attack is asked for on tables with cells said to be the same
     */
    public static Hiding protect(LinkedTables tables, Rule rule, Care care) {
        if ((care.compareTo(Care.BOUNDS) >= 0 || rule.width() > 0)
                && !tables.same().isEmpty()) {
            throw new IllegalArgumentException("The attack needs the tables over one ground of inner cells");
        }
        MergedTables merged = MergedTables.of(tables, rule);
        return new Suppression(merged, care).protect(tables);
    }

    private Hiding protect(LinkedTables linked) {
        while (true) {
            rounds++;
            BitSet exposed = new BitSet();
            BitSet hidden = eliminate(exposed, singletons);
            BitSet attacked = (BitSet) primaries.clone();
            attacked.andNot(exposed);
            if (care.compareTo(Care.BOUNDS) < 0) {
                return hiding(linked, tables.rule().width() > 0 ? widened(hidden, exposed) : hidden, exposed);
            }
            try (Attack attack = new Attack(tables, hidden, attacked, found)) {
                if (!repair(attack, hidden, near(attack))
                        && !repair(attack, hidden, toldInside(attack, hidden, attacked))) {
                    exposed.or(attack.found(Attack.Finding.EXACT));
                    inFractions = attack.found(Attack.Finding.OPEN_IN_FRACTIONS).cardinality();
                    narrow = attack.found(Attack.Finding.NARROW).cardinality();
                    return hiding(linked, tables.rule().width() > 0 ? widened(hidden, exposed) : hidden, exposed);
                }
            }
        }
    }

    /** The primaries that outsiders come too near, and for which something may still be done. */
    private BitSet near(Attack attack) {
        BitSet near = attack.found(Attack.Finding.EXACT);
        near.or(attack.found(Attack.Finding.NARROW));
        near.andNot(helpless);
        return near;
    }

    /** The primaries that insiders could tell, if care is taken of them, and for which something may still be done. */
    private BitSet toldInside(Attack attack, BitSet hidden, BitSet attacked) {
        if (care != Care.INSIDERS) {
            return new BitSet();
        }
        BitSet open = (BitSet) attacked.clone();
        open.andNot(attack.found(Attack.Finding.EXACT));
        BitSet told = new InsiderAttack(tables, hidden, open, attack.sums(), found).told();
        toInsiders = told.cardinality();
        told.andNot(helpless);
        return told;
    }

    /** Positions of the cells to hide; primaries that shown cells give away are added to the exposed. */
    private BitSet eliminate(BitSet exposed, Singletons singletons) {
        List<MergedCell> cells = tables.cells();
        int[] shown = positions(k -> cells.get(k).standing() == Standing.SHOWN).stream()
                .toArray();
        int[] secret = positions(k -> cells.get(k).primary() || further.get(k)).stream()
                .toArray();
        int[] open = positions(k -> cells.get(k).candidate() && !further.get(k)).stream()
                .boxed()
                .sorted(tables.keptFirst())
                .mapToInt(Integer::intValue)
                .toArray();
        groups.clear();
        List<Column> known = new ArrayList<>(columns(shown));
        known.addAll(tables.nothing());
        List<Column> secrets = new ArrayList<>(columns(secret));
        secrets.addAll(others.fromAll());
        Elimination.Outcome outcome =
                Elimination.run(new Elimination.Question(known, columns(open), secrets, others.sums()), singletons);
        BitSet hidden = new BitSet();
        outcome.secondary().stream().forEach(k -> hidden.set(open[k]));
        for (int k : secret) {
            hidden.set(k, cells.get(k).standing() != Standing.SHOWN);
        }
        outcome.exposed().stream()
                .filter(k -> k < secret.length)
                .map(k -> secret[k])
                .filter(primaries::get)
                .forEach(exposed::set);
        outcome.exposed().stream()
                .filter(k -> k >= secret.length)
                .forEach(k -> others.cell(k - secret.length).ifPresent(groups::set));
        return hidden;
    }

    /** Hides more until no attacker comes too near a primary, or nothing more may be hidden. */
    private BitSet widened(BitSet hidden, BitSet exposed) {
        Widening widening = new Widening(tables, tables.rule().width());
        BitSet held = (BitSet) primaries.clone();
        held.andNot(exposed);
        BitSet now = hidden;
        BitSet tooNear = widening.narrow(now, held);
        while (!tooNear.isEmpty()) {
            BitSet more = widening.toHide(now, tooNear);
            if (more.isEmpty()) {
                break;
            }
            rounds++;
            further.or(now);
            further.or(more);
            further.andNot(primaries);
            now = eliminate(new BitSet(), Singletons.none(tables.persons().length));
            tooNear = widening.narrow(now, held);
        }
        narrow = tooNear.cardinality();
        return now;
    }

    private boolean repair(Attack attack, BitSet hidden, BitSet failing) {
        BitSet taken = (BitSet) hidden.clone();
        taken.or(further);
        Repair repair = new Repair(tables, attack, taken);
        BitSet loose = (BitSet) hidden.clone();
        loose.andNot(primaries);
        loose.andNot(further);
        BitSet chosen = new BitSet();
        failing.stream().forEach(primary -> {
            effort[primary] = Math.max(1, 2 * effort[primary]);
            for (int k = 0; k < effort[primary]; k++) {
                repair.choose(primary).ifPresentOrElse(chosen::set, () -> settle(primary, loose, chosen));
            }
        });
        further.or(chosen);
        return !chosen.isEmpty();
    }

    private Hiding hiding(LinkedTables linked, BitSet hidden, BitSet exposed) {
        BitSet hiddenCells = new BitSet();
        BitSet primaryCells = new BitSet();
        BitSet exposedCells = new BitSet();
        for (int k = 0; k < tables.cells().size(); k++) {
            boolean primary = primaries.get(k);
            boolean known = tables.cells().get(k).standing() == Standing.SHOWN;
            for (int cell : tables.cells().get(k).cells()) {
                boolean ours = linked.cells().get(cell).standing() != Standing.SHOWN;
                boolean unpublished = linked.cells().get(cell).standing() == Standing.COMBINATION;
                hiddenCells.set(cell, unpublished || (ours && (hidden.get(k) || (known && primary))));
                primaryCells.set(cell, ours && primary);
                exposedCells.set(cell, (ours && exposed.get(k)) || groups.get(k));
            }
        }
        Audit audit = new Audit(
                tables.cells().size(),
                primaries.cardinality(),
                hidden.cardinality(),
                exposed.cardinality() + groups.cardinality(),
                inFractions,
                narrow,
                toInsiders,
                rounds);
        return new Hiding(hiddenCells, primaryCells, exposedCells, audit);
    }

    /** Where all around is hidden: it stays so, since elimination might show some of it again; if that is so already, nothing helps. */
    private void settle(int primary, BitSet loose, BitSet chosen) {
        if (loose.isEmpty()) {
            helpless.set(primary);
        } else {
            chosen.or(loose);
        }
    }

    private List<Column> columns(int[] positions) {
        return IntStream.of(positions)
                .mapToObj(k -> Column.sumOf(tables.cells().get(k).rows()))
                .toList();
    }

    private BitSet positions(IntPredicate where) {
        BitSet positions = new BitSet();
        IntStream.range(0, tables.cells().size()).filter(where).forEach(positions::set);
        return positions;
    }
}
