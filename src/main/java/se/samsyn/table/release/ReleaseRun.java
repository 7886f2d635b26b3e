package se.samsyn.table.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import se.samsyn.table.disclosure.Attacker;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.Hiding;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Reach;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Suppression;
import se.samsyn.table.disclosure.Zeros;

/** Protects declared tables together with what was released before of the same rows, and attacks the outcome. */
final class ReleaseRun {

    /** In larger sets it would take minutes to look at everybody who is alone in a hidden cell. */
    private static final int MOST_WITH_INSIDERS = 10_000;

    private static final int REACHED = 200;
    private static final int TOLD = 12;

    private final Layout layout;
    private final Policy policy;
    private final Map<String, Optional<Long>> before;

    /**
     * A run.
     *
     * @param before the cells of earlier releases by name, with what was shown of them
     */
    ReleaseRun(Layout layout, Policy policy, Map<String, Optional<Long>> before) {
        this.layout = layout;
        this.policy = policy;
        this.before = before;
    }

    Attacked run(Declared declared, Attacked.Basis basis, Consumer<String> step) {
        long from = System.nanoTime();
        IntFunction<Standing> standing = this::standing;
        LinkedTables linked = layout.tables().linked(layout.counts(), Map.of(), this::importance, standing);
        step.accept("hiding");
        Care care = linked.size() > MOST_WITH_INSIDERS ? Care.BOUNDS : Care.INSIDERS;
        Hiding hiding = Suppression.protect(linked, policy.rule(), care);
        step.accept("attacking");
        List<Attacked.Worst> worst = attack(linked, hiding);
        Map<String, Optional<Long>> shown = new LinkedHashMap<>();
        for (int cell = 0; cell < linked.size(); cell++) {
            shown.put(layout.name(cell), hiding.hides(cell) ? Optional.empty() : Optional.of(linked.count(cell)));
        }
        Attacked.Report report = new Attacked.Report(
                linked.size(),
                hiding.audit().primaries(),
                hiding.hidden().length,
                hiding.exposed().length,
                hiding.audit().narrow(),
                care == Care.INSIDERS ? OptionalInt.of(hiding.audit().toInsiders()) : OptionalInt.empty(),
                policy.persons(),
                policy.width(),
                (System.nanoTime() - from) / 1e9);
        return new Attacked(declared, basis, shown, report, worst);
    }

    /** Totals are kept rather than details. */
    private int importance(int cell) {
        String name = layout.name(cell);
        return name.isEmpty() ? 10 : 10 - name.split(";").length;
    }

    private Standing standing(int cell) {
        Optional<Long> earlier = before.getOrDefault(layout.name(cell), Optional.of(-1L));
        if (earlier.isEmpty()) {
            return Standing.CONCEALED;
        }
        if (earlier.get() >= 0) {
            return Standing.SHOWN;
        }
        return layout.organisations(cell) < policy.organisations() ? Standing.CONCEALED : Standing.FREE;
    }

    private List<Attacked.Worst> attack(LinkedTables linked, Hiding hiding) {
        List<Attacked.Worst> reached = new ArrayList<>();
        try (Attacker attacker = new Attacker(linked, policy.zeros(), hiding::hides, policy.leastHidden())) {
            List<Integer> hidden = new ArrayList<>();
            for (int cell : hiding.hidden()) {
                if (linked.count(cell) > 0 || policy.zeros() == Zeros.PROTECTED) {
                    hidden.add(cell);
                }
            }
            hidden.sort(Comparator.comparing((Integer cell) -> !hiding.primaryForOwnerOnly(cell))
                    .thenComparingLong(linked::count));
            for (int cell : hidden.subList(0, Math.min(REACHED, hidden.size()))) {
                Reach reach = attacker.reach(cell);
                reached.add(new Attacked.Worst(
                        layout.name(cell),
                        linked.count(cell),
                        Math.ceil(reach.least() - 1e-6),
                        Math.floor(reach.most() + 1e-6),
                        reason(cell, linked, hiding)));
            }
        }
        reached.sort(Comparator.comparingDouble((Attacked.Worst worst) -> worst.most() - worst.least())
                .thenComparing(Attacked.Worst::name));
        return List.copyOf(reached.subList(0, Math.min(TOLD, reached.size())));
    }

    private Attacked.Reason reason(int cell, LinkedTables linked, Hiding hiding) {
        if (before.containsKey(layout.name(cell))) {
            return Attacked.Reason.BEFORE;
        }
        if (layout.organisations(cell) < policy.organisations()) {
            return Attacked.Reason.ORGANISATIONS;
        }
        return hiding.primaryForOwnerOnly(cell) && linked.count(cell) < policy.persons()
                ? Attacked.Reason.FEW
                : Attacked.Reason.FOR_OTHERS;
    }

    /** What earlier releases tell of cells: the last word on each. */
    static Map<String, Optional<Long>> known(List<Released> releases) {
        Map<String, Optional<Long>> known = new HashMap<>();
        releases.forEach(release -> known.putAll(release.cells()));
        return known;
    }
}
