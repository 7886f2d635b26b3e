package se.samsyn.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Purpose;

/** The door to interventions and goals: what the person got, and what it was to lead to. */
@Service
@Transactional
public class Support {

    /** The longest text of a goal. */
    public static final int LONGEST_GOAL = 300;

    private final Cases cases;
    private final SupportStore support;
    private final GoalStore goals;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;

    Support(Cases cases, SupportStore support, GoalStore goals, Access access, AccessLog log, Clock clock) {
        this.cases = cases;
        this.support = support;
        this.goals = goals;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** Starts support; the same kind started the same day counts once. */
    public Outcome start(CaseId id, InterventionKind kind, LocalDate started) {
        var of = written(id);
        var refusal = day(of, started, "started");
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var intervention = new Intervention(InterventionId.fresh(), id, kind, started, Optional.empty());
        support.add(of, intervention);
        return new Outcome.Done<>(intervention);
    }

    /** Stops support. */
    public Outcome stop(CaseId id, InterventionId which, LocalDate stopped) {
        var of = written(id);
        var found = support.of(id).stream()
                .filter(each -> each.id().equals(which))
                .findFirst()
                .orElseThrow(se.samsyn.access.NotFoundOrDenied::new);
        var refusal = day(of, stopped, "stopped");
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (stopped.isBefore(found.started())) {
            return Outcome.Refused.because("stopped", "followup.refused.stopped.early");
        }
        var changed = new Intervention(which, id, found.kind(), found.started(), Optional.of(stopped));
        support.change(changed);
        return new Outcome.Done<>(changed);
    }

    /** Removes support that was written by mistake. */
    public void remove(CaseId id, InterventionId which) {
        written(id);
        support.remove(id, which);
    }

    /** Sets a goal. A case has one overall goal at most. */
    public Outcome set(CaseId id, String text, GoalWeight weight, GasScale scale, LocalDate set) {
        var of = written(id);
        if (text.isBlank() || text.length() > LONGEST_GOAL) {
            return Outcome.Refused.because("text", "followup.refused.goal.text");
        }
        if (LocalId.numberIn(text)) {
            return Outcome.Refused.because("text", "followup.refused.goal.number");
        }
        var refusal = day(of, set, "set");
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var second = weight == GoalWeight.OVERALL
                && goals.of(id).stream().anyMatch(goal -> goal.weight() == GoalWeight.OVERALL);
        if (second) {
            return Outcome.Refused.because("weight", "followup.refused.goal.overall");
        }
        var goal = new Goal(GoalId.fresh(), id, text.strip(), weight, scale, set, java.util.List.of());
        goals.add(of, goal);
        return new Outcome.Done<>(goal);
    }

    /** Rates how far a goal has come; a second rating the same day replaces the first. */
    public Outcome rate(CaseId id, GoalId which, Goal.Rating rating) {
        var of = written(id);
        var goal = goals.of(id).stream()
                .filter(each -> each.id().equals(which))
                .findFirst()
                .orElseThrow(se.samsyn.access.NotFoundOrDenied::new);
        var refusal = day(of, rating.date(), "date");
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var outside = rating.level()
                .filter(level ->
                        level < goal.scale().lowest() || level > goal.scale().highest())
                .isPresent();
        if (outside) {
            return Outcome.Refused.because("level", "followup.refused.goal.level");
        }
        goals.rate(of, which, rating);
        return new Outcome.Done<>(rating);
    }

    /** Removes a goal that was written by mistake, with its ratings. */
    public void remove(CaseId id, GoalId which) {
        written(id);
        goals.remove(id, which);
    }

    private Case written(CaseId id) {
        var of = cases.permitted(id, Action.WRITE_CASE);
        log.record(access.actor(), "WRITE_CASE", Purpose.FOLLOW_UP, id.toString(), of.municipality());
        return of;
    }

    private Optional<Outcome> day(Case of, LocalDate day, String field) {
        if (day.isAfter(LocalDate.now(clock))) {
            return Optional.of(Outcome.Refused.because(field, "followup.refused.future"));
        }
        return day.isBefore(of.opened())
                ? Optional.of(Outcome.Refused.because(field, "followup.refused.date.early"))
                : Optional.empty();
    }
}
