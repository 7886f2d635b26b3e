package se.samsyn.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;

/** What must be written so that the cases here become as a file tells them. */
final class Differences {

    private final Instant now;
    private Rows rows = new Rows();

    Differences(Instant now) {
        this.now = now;
    }

    /** How a case in the file stands to what is here. */
    enum Kind {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /** Rows to write: new and changed ones apart. */
    record Rows(
            List<Case> newCases,
            List<Case> changedCases,
            List<Placed<Occasion>> newOccasions,
            List<Placed<Occasion>> changedOccasions,
            List<Placed<Intervention>> newSupport,
            List<Placed<Intervention>> changedSupport,
            List<Placed<Goal>> newGoals,
            List<Placed<Goal>> ratedGoals) {

        Rows() {
            this(
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
                    + ratedGoals.size();
        }
    }

    /** A row with the case it belongs to. */
    record Placed<T>(Case of, T row) {}

    Rows take() {
        var taken = rows;
        rows = new Rows();
        return taken;
    }

    Kind add(ImportedCase told, PlaceCode municipality, Map<LocalId, CaseFile> here) {
        var before = rows.size();
        var known = Optional.ofNullable(here.get(told.localId()));
        var of = known.map(file -> merged(file.of(), told)).orElseGet(() -> fresh(told, municipality));
        if (known.isEmpty()) {
            rows.newCases().add(of);
        } else if (!of.equals(known.get().of())) {
            rows.changedCases().add(of);
        }
        var taken = new HashSet<OccasionId>();
        told.visits().forEach(visit -> visit(of, visit, match(visit, known, taken)));
        told.given().forEach(given -> given(of, given, known));
        told.overall().ifPresent(aim -> aim(of, aim, known));
        if (known.isEmpty()) {
            return Kind.ADDED;
        }
        return rows.size() > before ? Kind.CHANGED : Kind.UNCHANGED;
    }

    /** The occasion here that the file speaks of: of the same phase and day, else of the same phase and months; each once. */
    private static Optional<Occasion> match(ImportedCase.Visit visit, Optional<CaseFile> known, Set<OccasionId> taken) {
        var candidates = known.stream()
                .flatMap(file -> file.occasions().stream())
                .filter(each -> each.phase() == visit.phase() && !taken.contains(each.id()))
                .sorted(Comparator.comparing(Occasion::date))
                .toList();
        var found = candidates.stream()
                .filter(each -> each.date().equals(visit.date()))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(each -> each.months() == visit.months())
                        .findFirst());
        found.map(Occasion::id).ifPresent(taken::add);
        return found;
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
                given.stopped());
        if (found.isEmpty()) {
            rows.newSupport().add(new Placed<>(of, told));
        } else if (!found.get().stopped().equals(told.stopped())) {
            rows.changedSupport().add(new Placed<>(of, told));
        }
    }

    private void aim(Case of, ImportedCase.Aim aim, Optional<CaseFile> known) {
        var rating = new Goal.Rating(aim.rated(), aim.step(), Optional.empty());
        var here = known.flatMap(file -> file.goals().stream()
                .filter(goal -> goal.weight() == GoalWeight.OVERALL)
                .findFirst());
        var goal = new Goal(
                here.map(Goal::id).orElseGet(GoalId::fresh),
                of.id(),
                aim.text(),
                GoalWeight.OVERALL,
                GasScale.FIVE_LEVELS,
                aim.set(),
                List.of(rating));
        if (here.isEmpty()) {
            rows.newGoals().add(new Placed<>(of, goal));
        } else if (here.get().ratings().stream()
                .noneMatch(each -> each.date().equals(rating.date()) && each.step() == rating.step())) {
            rows.ratedGoals().add(new Placed<>(of, goal));
        }
    }

    private static Case fresh(ImportedCase told, PlaceCode municipality) {
        return new Case(
                CaseId.fresh(),
                told.unit(),
                municipality,
                told.instrument(),
                told.localId(),
                told.sex(),
                told.identity() == Identity.PROTECTED ? OptionalInt.empty() : told.birthYear(),
                told.identity(),
                told.wayIn(),
                told.opened(),
                told.closure(),
                1);
    }

    /** What the file leaves empty or unknown stays as it is here, and protection once given is never taken away by a file. */
    private static Case merged(Case here, ImportedCase told) {
        var identity = here.identity() == Identity.PROTECTED ? Identity.PROTECTED : told.identity();
        var birthYear = told.birthYear().isPresent() ? told.birthYear() : here.birthYear();
        return new Case(
                here.id(),
                here.unit(),
                here.municipality(),
                here.instrument(),
                here.localId(),
                told.sex() == Sex.UNKNOWN ? here.sex() : told.sex(),
                identity == Identity.PROTECTED ? OptionalInt.empty() : birthYear,
                identity,
                told.wayIn() == WayIn.UNKNOWN ? here.wayIn() : told.wayIn(),
                told.opened(),
                told.closure().or(here::closure),
                here.revision());
    }
}
