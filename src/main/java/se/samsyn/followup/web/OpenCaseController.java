package se.samsyn.followup.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.Purpose;
import se.samsyn.followup.Case;
import se.samsyn.followup.Cases;
import se.samsyn.followup.Outcome;
import se.samsyn.followup.Refusal;
import se.samsyn.followup.WayIn;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.Sex;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.ServiceArea;

/** Opening a case: six facts, and on to the first form. */
@Controller
@Demands(Action.WRITE_CASE)
final class OpenCaseController {

    private final Cases cases;
    private final Instruments instruments;
    private final Organisations organisations;
    private final OwnUnit unit;
    private final StatedPurpose stated;
    private final Clock clock;

    OpenCaseController(
            Cases cases,
            Instruments instruments,
            Organisations organisations,
            OwnUnit unit,
            StatedPurpose stated,
            Clock clock) {
        this.cases = cases;
        this.instruments = instruments;
        this.organisations = organisations;
        this.unit = unit;
        this.stated = stated;
        this.clock = clock;
    }

    @GetMapping("/arenden/nytt")
    ModelAndView form() {
        return page(OpenCaseForm.empty(usual(), LocalDate.now(clock)), List.of());
    }

    @PostMapping("/arenden")
    Object open(OpenCaseForm form, Model model) {
        var read = form.read(unit.id());
        if (read.command().isEmpty()) {
            return page(form, read.faults());
        }
        return switch (cases.open(read.command().get())) {
            case Outcome.Done<?>(Case opened) -> opened(opened);
            case Outcome.Refused(var reasons) ->
                page(Faults.of(reasons).at("id") == null ? form : form.another(), reasons);
            case Outcome other -> throw new IllegalStateException("Opening a case cannot end in " + other);
        };
    }

    /** To the page of the case; whoever has just written a protected person's facts has done so to follow up. */
    private String opened(Case opened) {
        if (opened.hidden()) {
            stated.state(opened.id(), Purpose.FOLLOW_UP);
        }
        return "redirect:/arenden/" + opened.id() + "?oppnat";
    }

    private ModelAndView page(OpenCaseForm form, List<Refusal> faults) {
        var page = new ModelAndView("followup/open");
        page.addObject("form", form);
        page.addObject("faults", Faults.of(faults));
        page.addObject("titles", Titles.of(instruments));
        page.addObject("sexes", Sex.values());
        page.addObject("ways", WayIn.values());
        page.addObject("today", LocalDate.now(clock));
        page.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private String usual() {
        return organisations
                .find(unit.id())
                .map(found -> found.area())
                .orElse(ServiceArea.GENERAL)
                .usual()
                .value();
    }
}
