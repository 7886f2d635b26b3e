package se.samsyn.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;

/** The door to interventions and goals: what the person got, and what it was to lead to. Only an open case can be changed. */
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
        return changed(id, "started", started, of -> {
            var wished = new Intervention(InterventionId.fresh(), id, kind, started, Optional.empty());
            if (support.add(of, wished)) {
                return new Outcome.Done<>(wished);
            }
            return support.of(id).stream()
                    .filter(each -> each.kind() == kind && each.started().equals(started))
                    .filter(each -> each.stopped().isEmpty())
                    .findFirst()
                    .<Outcome>map(Outcome.Done::new)
                    .orElseGet(() -> Outcome.Refused.because("started", "followup.refused.support.same"));
        });
    }

    /** Stops support. */
    public Outcome stop(CaseId id, InterventionId which, LocalDate stopped) {
        return changed(id, "stopped", stopped, _ -> {
            var found = one(support.of(id), each -> each.id().equals(which));
            if (stopped.isBefore(found.started())) {
                return Outcome.Refused.because("stopped", "followup.refused.stopped.early");
            }
            support.stop(found, stopped);
            return new Outcome.Done<>(which);
        });
    }

    /** Removes support that was written by mistake, within a fortnight. */
    public Outcome remove(CaseId id, InterventionId which) {
        return changed(id, _ -> {
            return support.remove(id, which, Mistake.since(clock))
                    ? new Outcome.Done<>(which)
                    : Outcome.Refused.because("kind", "followup.refused.mistake");
        });
    }

    /** Sets a goal. A case has one overall goal at most, also when two are set at once. */
    public Outcome set(CaseId id, SetGoal wish) {
        var text = wish.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_GOAL) {
            return Outcome.Refused.because("text", "followup.refused.goal.text");
        }
        if (LocalId.looksPersonal(text)) {
            return Outcome.Refused.because("text", "followup.refused.goal.number");
        }
        return changed(id, "set", wish.set(), of -> {
            var goal = new Goal(wish.id(), id, text, wish.weight(), wish.scale(), wish.set(), List.of());
            return goals.add(of, goal)
                            || goals.of(id).stream()
                                    .anyMatch(each -> each.id().equals(goal.id())
                                            && each.text().equals(goal.text()))
                    ? new Outcome.Done<>(goal)
                    : Outcome.Refused.because("weight", "followup.refused.goal.overall");
        });
    }

    /** Rates how far a goal has come; a second rating the same day replaces the first. */
    public Outcome rate(CaseId id, GoalId which, Goal.Rating rating) {
        return changed(id, "date", rating.date(), of -> {
            var goal = one(goals.of(id), each -> each.id().equals(which));
            if (!rating.level().stream().allMatch(goal.scale()::has)) {
                return Outcome.Refused.because("level", "followup.refused.goal.level");
            }
            if (rating.contradictory()) {
                return Outcome.Refused.because("level", "followup.refused.goal.contradiction");
            }
            goals.rate(of, which, rating);
            return new Outcome.Done<>(rating);
        });
    }

    /** Removes a goal that was written by mistake, with its ratings, within a fortnight. */
    public Outcome remove(CaseId id, GoalId which) {
        return changed(id, _ -> {
            return goals.remove(id, which, Mistake.since(clock))
                    ? new Outcome.Done<>(which)
                    : Outcome.Refused.because("goal", "followup.refused.mistake");
        });
    }

    private Outcome changed(CaseId id, String field, LocalDate day, Function<Case, Outcome> change) {
        return changed(id, of -> {
            if (day.isAfter(LocalDate.now(clock))) {
                return Outcome.Refused.because(field, "followup.refused.future");
            }
            return day.isBefore(of.opened())
                    ? Outcome.Refused.because(field, "followup.refused.date.early")
                    : change.apply(of);
        });
    }

    private Outcome changed(CaseId id, Function<Case, Outcome> change) {
        var of = cases.held(id);
        if (!of.open()) {
            return Outcome.Refused.because("closed", "followup.refused.closed");
        }
        var outcome = change.apply(of);
        if (outcome instanceof Outcome.Done<?>) {
            log.record(access.actor(), "WRITE_CASE", Purpose.FOLLOW_UP, id.toString(), of.municipality());
        }
        return outcome;
    }

    private static <T> T one(List<T> things, Predicate<T> which) {
        return things.stream().filter(which).findFirst().orElseThrow(NotFoundOrDenied::new);
    }
}
