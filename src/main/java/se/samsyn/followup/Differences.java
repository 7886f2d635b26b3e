package se.samsyn.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;

/** What must be written so that the cases here become as a file tells them. */
final class Differences {

    private final Pseudonyms pseudonyms;
    private final Instant now;
    private Rows rows = new Rows();

    Differences(Pseudonyms pseudonyms, Instant now) {
        this.pseudonyms = pseudonyms;
        this.now = now;
    }

    /** How a case in the file stands to what is here. */
    enum Kind {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /**
     * Rows to write: new and changed ones apart.
     *
     * @param touched the cases that any of the rows belong to
     */
    record Rows(
            List<Case> newCases,
            List<Case> changedCases,
            List<Placed<Occasion>> newOccasions,
            List<Placed<Occasion>> changedOccasions,
            List<Placed<Intervention>> newSupport,
            List<Placed<Intervention>> changedSupport,
            List<Placed<Goal>> newGoals,
            List<Placed<Rated>> ratings,
            List<CaseId> touched) {

        Rows() {
            this(
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        int size() {
            return newCases.size()
                    + changedCases.size()
                    + newOccasions.size()
                    + changedOccasions.size()
                    + newSupport.size()
                    + changedSupport.size()
                    + newGoals.size()
                    + ratings.size();
        }
    }

    /** A row with the case it belongs to. */
    record Placed<T>(Case of, T row) {}

    /** A rating with the goal it is of. */
    record Rated(GoalId goal, Goal.Rating rating) {}

    Rows take() {
        var taken = rows;
        rows = new Rows();
        return taken;
    }

    Kind add(ImportedCase told, PlaceCode municipality, Map<LocalId, CaseFile> here) {
        var before = rows.size();
        var pseudonym = pseudonyms.of(told.localId(), municipality);
        var known = Optional.ofNullable(here.get(pseudonym)).or(() -> Optional.ofNullable(here.get(told.localId())));
        var of = known.map(file -> merged(file.of(), told, pseudonym))
                .orElseGet(() -> fresh(told, municipality, pseudonym));
        if (known.isEmpty()) {
            rows.newCases().add(of);
        } else if (!of.equals(known.get().of())) {
            rows.changedCases().add(of);
        }
        var matches = known.map(file -> matches(told.visits(), file)).orElse(Map.of());
        told.visits().forEach(visit -> visit(of, visit, Optional.ofNullable(matches.get(visit))));
        told.given().forEach(given -> given(of, given, known));
        told.overall().ifPresent(aim -> aim(of, aim, known));
        if (rows.size() > before) {
            rows.touched().add(of.id());
        }
        if (known.isEmpty()) {
            return Kind.ADDED;
        }
        return rows.size() > before ? Kind.CHANGED : Kind.UNCHANGED;
    }

    /**
     * The occasions here that the file speaks of: of the same phase and day, else of the same phase and months; each once. All that
     * are of the same day are met first.
     */
    private static Map<ImportedCase.Visit, Occasion> matches(List<ImportedCase.Visit> visits, CaseFile here) {
        var matches = new IdentityHashMap<ImportedCase.Visit, Occasion>();
        var left = here.occasions().stream()
                .sorted(Comparator.comparing(Occasion::date))
                .collect(Collectors.toCollection(ArrayList::new));
        match(visits, left, matches, (visit, each) -> each.date().equals(visit.date()));
        match(visits, left, matches, (visit, each) -> !visit.dated() && each.months() == visit.months());
        return matches;
    }

    private static void match(
            List<ImportedCase.Visit> visits,
            List<Occasion> left,
            Map<ImportedCase.Visit, Occasion> matches,
            BiPredicate<ImportedCase.Visit, Occasion> same) {
        for (var visit : visits) {
            if (!matches.containsKey(visit)) {
                left.stream()
                        .filter(each -> each.phase() == visit.phase() && same.test(visit, each))
                        .findFirst()
                        .ifPresent(found -> {
                            left.remove(found);
                            matches.put(visit, found);
                        });
            }
        }
    }

    private void visit(Case of, ImportedCase.Visit visit, Optional<Occasion> found) {
        var occasion = new Occasion(
                found.map(Occasion::id).orElseGet(OccasionId::fresh),
                of.id(),
                visit.phase(),
                visit.date(),
                visit.months(),
                visit.form(),
                found.map(here -> merged(here.answers(), visit.answers())).orElse(visit.answers()),
                Occasion.State.DONE,
                found.map(Occasion::revision).orElse(1),
                now);
        if (found.isEmpty()) {
            rows.newOccasions().add(new Placed<>(of, occasion));
        } else if (differs(found.get(), occasion)) {
            rows.changedOccasions().add(new Placed<>(of, occasion));
        }
    }

    /** Answers here that the file says nothing of are kept. */
    private static Answers merged(Answers here, Answers told) {
        var all = new LinkedHashMap<VariableKey, Answer>(here.values());
        all.putAll(told.values());
        return new Answers(all);
    }

    private static boolean differs(Occasion here, Occasion told) {
        return !here.answers().equals(told.answers())
                || !here.date().equals(told.date())
                || here.months() != told.months()
                || here.draft()
                || !here.form().equals(told.form());
    }

    private void given(Case of, ImportedCase.Given given, Optional<CaseFile> known) {
        var found = known.flatMap(file -> file.interventions().stream()
                .filter(each -> each.kind() == given.kind() && each.started().equals(given.started()))
                .findFirst());
        var told = new Intervention(
                found.map(Intervention::id).orElseGet(InterventionId::fresh),
                of.id(),
                given.kind(),
                given.started(),
                given.stopped().or(() -> found.flatMap(Intervention::stopped)));
        if (found.isEmpty()) {
            rows.newSupport().add(new Placed<>(of, told));
        } else if (!found.get().stopped().equals(told.stopped())) {
            rows.changedSupport().add(new Placed<>(of, told));
        }
    }

    private void aim(Case of, ImportedCase.Aim aim, Optional<CaseFile> file) {
        var here = file.flatMap(all -> all.goals().stream()
                .filter(goal -> goal.weight() == GoalWeight.OVERALL)
                .findFirst());
        var id = here.map(Goal::id).orElseGet(GoalId::fresh);
        if (here.isEmpty()) {
            var goal = new Goal(id, of.id(), aim.text(), GoalWeight.OVERALL, aim.scale(), aim.set(), List.of());
            rows.newGoals().add(new Placed<>(of, goal));
        }
        var known = here.map(Goal::ratings).orElse(List.of());
        aim.ratings().stream()
                .filter(told -> known.stream().noneMatch(each -> says(each, told)))
                .forEach(told -> rows.ratings().add(new Placed<>(of, new Rated(id, told))));
    }

    /** A level that the file leaves out is kept with the step it stands for. */
    private static boolean says(Goal.Rating here, Goal.Rating told) {
        return here.date().equals(told.date())
                && here.step() == told.step()
                && (told.level().isEmpty() || told.level().equals(here.level()));
    }

    private static Case fresh(ImportedCase told, PlaceCode municipality, LocalId pseudonym) {
        return new Case(
                CaseId.fresh(),
                told.unit(),
                municipality,
                told.instrument(),
                told.identity() == Identity.PROTECTED ? pseudonym : told.localId(),
                told.sex(),
                told.identity() == Identity.PROTECTED ? OptionalInt.empty() : told.birthYear(),
                told.identity(),
                told.wayIn(),
                told.opened(),
                told.closure(),
                1);
    }

    /** What the file leaves empty or unknown stays as it is here, and protection once given is never taken away by a file. */
    private static Case merged(Case here, ImportedCase told, LocalId pseudonym) {
        var identity = here.identity() == Identity.PROTECTED ? Identity.PROTECTED : told.identity();
        var birthYear = told.birthYear().isPresent() ? told.birthYear() : here.birthYear();
        return new Case(
                here.id(),
                here.unit(),
                here.municipality(),
                here.instrument(),
                here.identity() == Identity.OPEN && identity == Identity.PROTECTED ? pseudonym : here.localId(),
                told.sex() == Sex.UNKNOWN ? here.sex() : told.sex(),
                identity == Identity.PROTECTED ? OptionalInt.empty() : birthYear,
                identity,
                told.wayIn() == WayIn.UNKNOWN ? here.wayIn() : told.wayIn(),
                told.opened(),
                told.closure().or(here::closure),
                here.revision());
    }
}
