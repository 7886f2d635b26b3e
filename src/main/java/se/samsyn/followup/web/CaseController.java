package se.samsyn.followup.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.Purpose;
import se.samsyn.followup.AfterClosing;
import se.samsyn.followup.CaseChanges;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.CloseCase;
import se.samsyn.followup.CloseReason;
import se.samsyn.followup.Closure;
import se.samsyn.followup.Facts;
import se.samsyn.followup.Identity;
import se.samsyn.followup.InterventionId;
import se.samsyn.followup.Occasion;
import se.samsyn.followup.Occasions;
import se.samsyn.followup.Outcome;
import se.samsyn.followup.Refusal;
import se.samsyn.followup.WayIn;
import se.samsyn.instrument.Phase;
import se.samsyn.kernel.Sex;
import se.samsyn.web.Sent;

/** A case: its facts and time line, beginning an occasion, closing and reopening. */
@Controller
@Demands(Action.READ_CASE)
final class CaseController {

    private static final String ONGOING = "stod.";

    private final CaseChanges changes;
    private final Occasions occasions;
    private final CasePages pages;
    private final StatedPurpose stated;

    CaseController(CaseChanges changes, Occasions occasions, CasePages pages, StatedPurpose stated) {
        this.changes = changes;
        this.occasions = occasions;
        this.pages = pages;
        this.stated = stated;
    }

    @GetMapping("/arenden/{id}")
    Object page(@PathVariable CaseId id) {
        return pages.page(id);
    }

    @PostMapping("/arenden/{id}/tillfallen")
    Object begin(@PathVariable CaseId id, @RequestParam Phase phase, @RequestParam(defaultValue = "") String date) {
        return onDay(date, id, "occasion", day -> switch (occasions.begin(id, phase, day)) {
            case Outcome.Done<?>(Occasion begun) -> "redirect:/tillfallen/" + begun.id();
            case Outcome.Refused(var reasons) -> pages.refused(id, reasons, "occasion");
            case Outcome other -> throw new IllegalStateException("Beginning cannot end in " + other);
        });
    }

    @PostMapping("/arenden/{id}/uppgifter")
    Object correct(
            @PathVariable CaseId id,
            @RequestParam int revision,
            @RequestParam Sex sex,
            @RequestParam(defaultValue = "") String birthYear,
            @RequestParam Identity identity,
            @RequestParam WayIn wayIn) {
        var year = birthYear.strip();
        if (!year.isEmpty() && !year.matches("\\d{4}")) {
            return pages.refused(id, List.of(new Refusal("birthYear", "followup.refused.birthyear")), "facts");
        }
        var born = year.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year));
        var facts = new Facts(sex, born, identity, wayIn);
        return purpose(id)
                .map(purpose -> after(changes.correct(id, revision, facts, purpose), id, "facts"))
                .orElse("redirect:/andamal?arende=" + id);
    }

    /** A change is follow-up, unless another purpose was stated for the case of a protected person. */
    private Optional<Purpose> purpose(CaseId id) {
        return changes.identity(id) == Identity.PROTECTED ? stated.find(id) : Optional.of(Purpose.FOLLOW_UP);
    }

    @PostMapping("/arenden/{id}/avsluta")
    Object close(
            @PathVariable CaseId id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var why = Sent.choice(CloseReason.class, reason);
        if (why.isEmpty()) {
            return pages.refused(id, List.of(new Refusal("reason", "followup.refused.reason")), "close");
        }
        return onDay(date, id, "close", day -> {
            var wish = new CloseCase(new Closure(day, why.get()), ongoing(request));
            return after(changes.close(id, revision, wish), id, "close");
        });
    }

    @PostMapping("/arenden/{id}/ateroppna")
    Object reopen(@PathVariable CaseId id, @RequestParam int revision) {
        return after(changes.reopen(id, revision), id, "close");
    }

    @PostMapping("/arenden/{id}/ta-bort")
    Object remove(@PathVariable CaseId id) {
        return switch (changes.remove(id)) {
            case Outcome.Refused(var reasons) -> pages.refused(id, reasons, "remove");
            default -> "redirect:/arenden?borttaget";
        };
    }

    /** What was said of each support that goes on; a box that was left says nothing. */
    private static Map<InterventionId, AfterClosing> ongoing(HttpServletRequest request) {
        var said = new HashMap<InterventionId, AfterClosing>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(ONGOING)) {
                var id = Sent.id(name.substring(ONGOING.length()));
                Sent.choice(AfterClosing.class, values[0])
                        .ifPresent(choice -> id.ifPresent(found -> said.put(new InterventionId(found), choice)));
            }
        });
        return said;
    }

    private Object after(Outcome outcome, CaseId id, String section) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> "redirect:/arenden/" + id;
            case Outcome.Refused(var reasons) -> pages.refused(id, reasons, section);
            case Outcome.Conflict _ -> conflict();
            case Outcome other -> throw new IllegalStateException("A case cannot end in " + other);
        };
    }

    private Object onDay(String text, CaseId id, String section, Function<LocalDate, Object> then) {
        return Sent.day(text)
                .map(then)
                .orElseGet(() -> pages.refused(id, List.of(new Refusal("date", "followup.refused.day")), section));
    }

    static ModelAndView conflict() {
        var page = new ModelAndView("followup/conflict");
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
