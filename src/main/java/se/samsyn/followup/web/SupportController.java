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
import se.samsyn.access.Purpose;
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
import se.samsyn.followup.Support;

/** Support and goals on the page of a case. */
@Controller
@Demands(Action.READ_CASE)
final class SupportController {

    private final Support support;
    private final CasePages pages;

    SupportController(Support support, CasePages pages) {
        this.support = support;
        this.pages = pages;
    }

    @PostMapping("/arenden/{id}/insatser")
    Object start(
            @PathVariable CaseId id,
            @RequestParam InterventionKind kind,
            @RequestParam(defaultValue = "") String started) {
        return onDay(started, "started", id, "support", day -> support.start(id, kind, day));
    }

    @PostMapping("/arenden/{id}/insatser/{which}/stopp")
    Object stop(
            @PathVariable CaseId id,
            @PathVariable InterventionId which,
            @RequestParam(defaultValue = "") String stopped) {
        return onDay(stopped, "stopped", id, "support", day -> support.stop(id, which, day));
    }

    @PostMapping("/arenden/{id}/insatser/{which}/ta-bort")
    String remove(@PathVariable CaseId id, @PathVariable InterventionId which) {
        support.remove(id, which);
        return "redirect:/arenden/" + id + "#insatser";
    }

    @PostMapping("/arenden/{id}/mal")
    Object set(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam GoalWeight weight,
            @RequestParam GasScale scale,
            @RequestParam(defaultValue = "") String set) {
        return onDay(set, "set", id, "goals", day -> support.set(id, text, weight, scale, day));
    }

    @PostMapping("/arenden/{id}/mal/{which}/bedomning")
    Object rate(
            @PathVariable CaseId id,
            @PathVariable GoalId which,
            @RequestParam GoalStep step,
            @RequestParam Optional<Integer> level,
            @RequestParam(defaultValue = "") String date) {
        return onDay(date, "date", id, "goals", day -> support.rate(id, which, new Goal.Rating(day, step, level)));
    }

    @PostMapping("/arenden/{id}/mal/{which}/ta-bort")
    String remove(@PathVariable CaseId id, @PathVariable GoalId which) {
        support.remove(id, which);
        return "redirect:/arenden/" + id + "#mal";
    }

    private Object onDay(String text, String field, CaseId id, String section, Function<LocalDate, Outcome> wish) {
        var day = OpenCaseForm.day(text);
        if (day.isEmpty()) {
            return refused(id, List.of(new Refusal(field, "followup.refused.day")), section);
        }
        return switch (wish.apply(day.get())) {
            case Outcome.Done<?> _ -> "redirect:/arenden/" + id + (section.equals("support") ? "#insatser" : "#mal");
            case Outcome.Refused(var reasons) -> refused(id, reasons, section);
            case Outcome other -> throw new IllegalStateException("Support cannot end in " + other);
        };
    }

    private Object refused(CaseId id, List<Refusal> reasons, String section) {
        return pages.page(id, Purpose.FOLLOW_UP, Faults.of(reasons), section);
    }
}
