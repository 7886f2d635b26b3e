package se.samsyn.followup.web;

import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.util.List;
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
import se.samsyn.followup.CaseId;
import se.samsyn.followup.Cases;
import se.samsyn.followup.CloseReason;
import se.samsyn.followup.Closure;
import se.samsyn.followup.Identity;
import se.samsyn.followup.Occasion;
import se.samsyn.followup.Occasions;
import se.samsyn.followup.Outcome;
import se.samsyn.followup.Refusal;
import se.samsyn.followup.WayIn;
import se.samsyn.instrument.Phase;
import se.samsyn.kernel.Sex;

/** A case: its facts and time line, beginning an occasion, closing and reopening. */
@Controller
@Demands(Action.READ_CASE)
final class CaseController {

    private final Cases cases;
    private final Occasions occasions;
    private final CasePages pages;
    private final StatedPurpose stated;

    CaseController(Cases cases, Occasions occasions, CasePages pages, StatedPurpose stated) {
        this.cases = cases;
        this.occasions = occasions;
        this.pages = pages;
        this.stated = stated;
    }

    @GetMapping("/arenden/{id}")
    Object page(@PathVariable CaseId id, HttpSession session) {
        return stated.find(session)
                .<Object>map(purpose -> pages.page(id, purpose, Faults.none(), ""))
                .orElse("redirect:/andamal?arende=" + id);
    }

    @PostMapping("/arenden/{id}/tillfallen")
    Object begin(@PathVariable CaseId id, @RequestParam Phase phase, @RequestParam(defaultValue = "") String date) {
        return onDay(date, id, "occasion", day -> switch (occasions.begin(id, phase, day)) {
            case Outcome.Done<?>(Occasion begun) -> "redirect:/tillfallen/" + begun.id();
            case Outcome.Refused(var reasons) -> refused(id, reasons, "occasion");
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
            return refused(id, List.of(new Refusal("birthYear", "followup.refused.birthyear")), "facts");
        }
        var born = year.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year));
        return after(cases.correct(id, revision, new Cases.Facts(sex, born, identity, wayIn)), id, "facts");
    }

    @PostMapping("/arenden/{id}/avsluta")
    Object close(
            @PathVariable CaseId id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String date,
            @RequestParam CloseReason reason) {
        return onDay(date, id, "close", day -> after(cases.close(id, revision, new Closure(day, reason)), id, "close"));
    }

    @PostMapping("/arenden/{id}/ateroppna")
    Object reopen(@PathVariable CaseId id, @RequestParam int revision) {
        return after(cases.reopen(id, revision), id, "close");
    }

    private Object after(Outcome outcome, CaseId id, String section) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> "redirect:/arenden/" + id;
            case Outcome.Refused(var reasons) -> refused(id, reasons, section);
            case Outcome.Conflict _ -> conflict();
            case Outcome other -> throw new IllegalStateException("A case cannot end in " + other);
        };
    }

    private Object onDay(String text, CaseId id, String section, Function<LocalDate, Object> then) {
        return OpenCaseForm.day(text)
                .map(then)
                .orElseGet(() -> refused(id, List.of(new Refusal("date", "followup.refused.day")), section));
    }

    private ModelAndView refused(CaseId id, List<Refusal> reasons, String section) {
        return pages.page(id, Purpose.FOLLOW_UP, Faults.of(reasons), section);
    }

    static ModelAndView conflict() {
        var page = new ModelAndView("followup/conflict");
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
