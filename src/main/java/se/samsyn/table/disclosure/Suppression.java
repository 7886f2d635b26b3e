package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Hides small cells and just enough others that no small one can be worked out. */
public final class Suppression {
    /*
     * 1. Cells of the same persons become one; free cells below the least count and concealed ones are the primaries.
     * 2. Elimination hides what would reveal a primary linearly.
     * 3. Attack looks for primaries that can still be told exactly, or to within one, from counts being whole and not negative.
     * 4. Loosening hides more for all of those at once; back to 3. Hiding more takes no knowledge from elimination and gives none to an
     *    attacker, so nothing done is undone. A primary that fails again (in whole persons, where loosening let fractions be) is wished
     *    twice as far, until wishing more gives nothing more.
     * 5. With care for insiders, the same for primaries that one of them could tell. With a width in the rule, Widening at last.
     *
     * Bound: no primary but the exposed is a linear function of shown cells or tells of singletons by a sum; and none but the
     * exposed and the narrow has possible counts less than two apart, proven by a whole table or, in large tables, by one with
     * fractions, for the attacker described in Attack. Deterministic.
     */
    private static final int OUTSIDER = -1;
    private static final double FARTHEST_WISH = 1 << 20;

    private final MergedTables tables;
    private final Singletons singletons;
    private final Care care;
    private final BitSet primaries;
    private final BitSet further = new BitSet();
    private final Set<Attempt> helpless = new HashSet<>();
    private final Map<Attempt, Double> wished = new HashMap<>();
    private final List<double[]> found = new ArrayList<>();
    private final BitSet groups = new BitSet();
    private final Secrets others;
    private int rounds;
    private int inFractions;
    private int narrow;
    private int toInsiders;
    private @Nullable Loosening loosening;

    /** A primary that somebody came too near: an insider, by the position of their own cell, or {@link #OUTSIDER}. */
    private record Attempt(int attacker, int primary) {}

    private Suppression(MergedTables tables, Care care) {
        this.care = care;
        this.tables = tables;
        this.singletons = care == Care.SUMS ? Singletons.none(tables.persons().length) : tables.singletons();
        this.primaries = positions(k -> tables.cells().get(k).primary());
        this.others = new Secrets(tables, primaries, singletons);
    }

    /** Decides which cells to hide. Same input, same outcome. */
    public static Hiding protect(LinkedTables tables, Rule rule) {
        return protect(tables, rule, Care.BOUNDS);
    }

    /**
     * Decides which cells to hide, with so much care. Same input, same outcome, on machines with the same solver.
     *
     * @throws IllegalArgumentException when an attack is asked for on tables with cells said to be the same
     * @throws GivenUp when the thread was interrupted
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
        BitSet exposed = new BitSet();
        BitSet hidden = eliminate(exposed, singletons);
        BitSet attacked = (BitSet) primaries.clone();
        attacked.andNot(exposed);
        boolean loosened = true;
        while (loosened) {
            rounds++;
            loosened = care.compareTo(Care.BOUNDS) >= 0 && attack(hidden, attacked, exposed);
        }
        return hiding(linked, tables.rule().width() > 0 ? widened(hidden, exposed) : hidden, exposed);
    }

    /** Hides more where an attacker comes too near; whether anything was done about it. */
    private boolean attack(BitSet hidden, BitSet attacked, BitSet exposed) {
        try (Attack attack = new Attack(tables, hidden, attacked, found)) {
            BitSet exact = attack.found(Attack.Finding.EXACT);
            BitSet near = attack.found(Attack.Finding.NARROW);
            narrow = near.cardinality();
            near.or(exact);
            boolean loosened = loosened(OUTSIDER, near, hidden, attack::wish);
            if (!loosened && care == Care.INSIDERS) {
                BitSet open = (BitSet) attacked.clone();
                open.andNot(exact);
                loosened = loosenedInside(new InsiderAttack(tables, hidden, open, attack.sums(), found).told(), hidden);
            }
            if (!loosened) {
                exposed.or(exact);
                inFractions = attack.found(Attack.Finding.OPEN_IN_FRACTIONS).cardinality();
            }
            return loosened;
        }
    }

    private boolean loosenedInside(Map<Integer, BitSet> told, BitSet hidden) {
        toInsiders = told.values().stream().mapToInt(BitSet::cardinality).sum();
        boolean loosened = false;
        for (Map.Entry<Integer, BitSet> each : told.entrySet()) {
            loosened |= loosened(each.getKey(), each.getValue(), hidden, primary -> 1);
        }
        return loosened;
    }

    /**
     * Hides more for the sake of some primaries.
     *
     * @param wish by how much each should be able to be more, the first time
     * @return whether anything was tried
     */
    private boolean loosened(int attacker, BitSet near, BitSet hidden, IntToDoubleFunction wish) {
        Map<Integer, Double> wishes = new LinkedHashMap<>();
        near.stream()
                .filter(primary -> !helpless.contains(new Attempt(attacker, primary)))
                .forEach(primary -> {
                    Attempt attempt = new Attempt(attacker, primary);
                    double now = wished.merge(attempt, wish.applyAsDouble(primary), (before, first) -> 2 * before);
                    wishes.put(primary, now);
                    if (now > FARTHEST_WISH) {
                        helpless.add(attempt);
                    }
                });
        if (wishes.isEmpty()) {
            return false;
        }
        BitSet fallShort = loosen(attacker, hidden, wishes);
        fallShort.stream().forEach(primary -> {
            double far = Objects.requireNonNull(wishes.get(primary));
            if (!loosen(attacker, hidden, Map.of(primary, far)).isEmpty()
                    && !loosen(attacker, hidden, Map.of(primary, -far)).isEmpty()) {
                helpless.add(new Attempt(attacker, primary));
            }
        });
        return true;
    }

    /** Hides more; the primaries whose wishes cannot come true together. */
    private BitSet loosen(int attacker, BitSet hidden, Map<Integer, Double> wishes) {
        Loosening made = loosening == null ? new Loosening(tables) : loosening;
        loosening = made;
        int[] known =
                attacker == OUTSIDER ? new int[0] : tables.cells().get(attacker).rows();
        Loosening.Loosened loosened = made.of(hidden, wishes, known);
        hidden.or(loosened.cells());
        found.addFirst(loosened.table());
        return loosened.fallShort();
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
        BitSet told = widening.told(now, tooNear);
        while (loosened(OUTSIDER, told, now, primary -> tables.rule().width())) {
            told = widening.told(now, told);
        }
        exposed.or(told);
        tooNear = widening.narrow(now, tooNear);
        tooNear.andNot(told);
        narrow = tooNear.cardinality();
        return now;
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
