package se.samsyn.followup.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.GasScale;
import se.samsyn.followup.Goal;
import se.samsyn.followup.GoalId;
import se.samsyn.followup.GoalStep;
import se.samsyn.followup.GoalWeight;
import se.samsyn.followup.InterventionId;
import se.samsyn.followup.InterventionKind;
import se.samsyn.followup.Outcome;
import se.samsyn.followup.Refusal;
import se.samsyn.followup.SetGoal;
import se.samsyn.followup.Support;
import se.samsyn.web.Sent;

/** Support and goals on the page of a case. */
@Controller
@Demands(Action.READ_CASE)
final class SupportController {

    private static final String SUPPORT = "insatser";
    private static final String GOALS = "mal";

    private final Support support;
    private final CasePages pages;

    SupportController(Support support, CasePages pages) {
        this.support = support;
        this.pages = pages;
    }

    @PostMapping("/arenden/{id}/insatser")
    Object start(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String started) {
        return Sent.choice(InterventionKind.class, kind)
                .map(chosen -> onDay(started, "started", id, SUPPORT, day -> support.start(id, chosen, day)))
                .orElseGet(() -> refused(id, "kind", "followup.refused.kind", SUPPORT));
    }

    @PostMapping("/arenden/{id}/insatser/{which}/stopp")
    Object stop(
            @PathVariable CaseId id,
            @PathVariable InterventionId which,
            @RequestParam(defaultValue = "") String stopped) {
        return onDay(stopped, "stopped", id, SUPPORT, day -> support.stop(id, which, day));
    }

    @PostMapping("/arenden/{id}/insatser/{which}/ta-bort")
    Object remove(@PathVariable CaseId id, @PathVariable InterventionId which) {
        return after(support.remove(id, which), id, SUPPORT);
    }

    @PostMapping("/arenden/{id}/mal")
    Object set(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") String text,
            @RequestParam GoalWeight weight,
            @RequestParam GasScale scale,
            @RequestParam(defaultValue = "") String set) {
        var known = Sent.id(goal).map(GoalId::new).orElseGet(GoalId::fresh);
        return onDay(set, "set", id, GOALS, day -> support.set(id, new SetGoal(known, text, weight, scale, day)));
    }

    @PostMapping("/arenden/{id}/mal/{which}/bedomning")
    Object rate(
            @PathVariable CaseId id,
            @PathVariable GoalId which,
            @RequestParam(defaultValue = "") String step,
            @RequestParam Optional<Integer> level,
            @RequestParam(defaultValue = "") String date) {
        return Sent.choice(GoalStep.class, step)
                .map(chosen -> onDay(
                        date, "date", id, GOALS, day -> support.rate(id, which, new Goal.Rating(day, chosen, level))))
                .orElseGet(() -> refused(id, "step", "followup.refused.step", GOALS));
    }

    @PostMapping("/arenden/{id}/mal/{which}/ta-bort")
    Object remove(@PathVariable CaseId id, @PathVariable GoalId which) {
        return after(support.remove(id, which), id, GOALS);
    }

    private Object onDay(String text, String field, CaseId id, String section, Function<LocalDate, Outcome> wish) {
        return Sent.day(text)
                .map(day -> after(wish.apply(day), id, section))
                .orElseGet(() -> refused(id, field, "followup.refused.day", section));
    }

    private Object after(Outcome outcome, CaseId id, String section) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> "redirect:/arenden/" + id + "#" + section;
            case Outcome.Refused(var reasons) -> pages.refused(id, reasons, section);
            case Outcome other -> throw new IllegalStateException("Support cannot end in " + other);
        };
    }

    private Object refused(CaseId id, String field, String message, String section) {
        return pages.refused(id, List.of(new Refusal(field, message)), section);
    }
}
