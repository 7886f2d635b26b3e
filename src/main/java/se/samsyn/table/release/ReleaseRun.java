package se.samsyn.table.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
    private final Earlier earlier;

    ReleaseRun(Layout layout, Policy policy, Earlier earlier) {
        this.layout = layout;
        this.policy = policy;
        this.earlier = earlier;
    }

    Attacked run(Declared declared, Attacked.Basis basis, Consumer<String> step) {
        long from = System.nanoTime();
        LinkedTables linked = layout.linked(this::importance, this::standing);
        step.accept("hiding");
        Care care = linked.size() > MOST_WITH_INSIDERS ? Care.BOUNDS : Care.INSIDERS;
        Hiding hiding = Suppression.protect(linked, policy.rule(), care);
        step.accept("attacking");
        List<Attacked.Worst> worst = attack(linked, hiding);
        Map<String, Optional<Long>> shown = new LinkedHashMap<>();
        for (int cell = 0; cell < linked.size(); cell++) {
            if (layout.isPublished(cell)) {
                shown.put(layout.name(cell), hiding.hides(cell) ? Optional.empty() : Optional.of(linked.count(cell)));
            }
        }
        Attacked.Report report = new Attacked.Report(
                shown.size(),
                hiding.audit().primaries(),
                Math.toIntExact(
                        shown.values().stream().filter(Optional::isEmpty).count()),
                hiding.exposed().length,
                hiding.audit().narrow(),
                care == Care.INSIDERS ? OptionalInt.of(hiding.audit().toInsiders()) : OptionalInt.empty(),
                policy.persons(),
                policy.width(),
                (System.nanoTime() - from) / 1e9,
                Optional.of(policy.by(layout.organisationField())));
        return new Attacked(declared, basis, shown, report, worst);
    }

    /** Totals are kept rather than details. */
    private int importance(int cell) {
        String name = layout.name(cell);
        return name.isEmpty() ? 10 : 10 - name.split(";").length;
    }

    private Standing standing(int cell) {
        String name = layout.name(cell);
        long count = layout.count(cell);
        if (earlier.hid(name)) {
            return Standing.CONCEALED;
        }
        if (earlier.showed(name, count)) {
            return Standing.SHOWN;
        }
        boolean fewOrganisations = layout.organisations(cell) < policy.organisations();
        if (layout.isPublished(cell)) {
            return fewOrganisations ? Standing.CONCEALED : Standing.FREE;
        }
        boolean few = count < policy.persons() && (count > 0 || policy.zeros() == Zeros.PROTECTED);
        return few || fewOrganisations ? Standing.CONCEALED : Standing.COMBINATION;
    }

    private List<Attacked.Worst> attack(LinkedTables linked, Hiding hiding) {
        List<Attacked.Worst> reached = new ArrayList<>();
        try (Attacker attacker = new Attacker(linked, policy.zeros(), hiding::hides, policy.leastHidden())) {
            List<Integer> hidden = new ArrayList<>();
            for (int cell :
                    IntStream.of(hiding.hidden()).filter(layout::isPublished).toArray()) {
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
                        Math.floor(reach.most() + 1e-6) - Math.ceil(reach.least() - 1e-6),
                        reason(cell, linked, hiding)));
            }
        }
        reached.sort(Comparator.comparingDouble(Attacked.Worst::span).thenComparing(Attacked.Worst::name));
        return List.copyOf(reached.subList(0, Math.min(TOLD, reached.size())));
    }

    private Attacked.Reason reason(int cell, LinkedTables linked, Hiding hiding) {
        if (earlier.hid(layout.name(cell))) {
            return Attacked.Reason.BEFORE;
        }
        if (layout.organisations(cell) < policy.organisations()) {
            return Attacked.Reason.ORGANISATIONS;
        }
        return hiding.primaryForOwnerOnly(cell) && linked.count(cell) < policy.persons()
                ? Attacked.Reason.FEW
                : Attacked.Reason.FOR_OTHERS;
    }
}
