package se.samsyn.followup.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.followup.AfterClosing;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.Cases;
import se.samsyn.followup.CloseReason;
import se.samsyn.followup.GasScale;
import se.samsyn.followup.GoalId;
import se.samsyn.followup.GoalStep;
import se.samsyn.followup.GoalWeight;
import se.samsyn.followup.Identity;
import se.samsyn.followup.InterventionKind;
import se.samsyn.followup.Refusal;
import se.samsyn.followup.WayIn;
import se.samsyn.instrument.Instruments;
import se.samsyn.instrument.Phase;
import se.samsyn.kernel.Sex;

/** Makes the page of a case, with what was refused where something was. */
@Component
final class CasePages {

    private final Cases cases;
    private final Instruments instruments;
    private final Access access;
    private final StatedPurpose stated;
    private final Clock clock;

    CasePages(Cases cases, Instruments instruments, Access access, StatedPurpose stated, Clock clock) {
        this.cases = cases;
        this.instruments = instruments;
        this.access = access;
        this.stated = stated;
        this.clock = clock;
    }

    /** The page of a case, or the way to the page that asks why it is read. */
    Object page(CaseId id) {
        return page(id, Faults.none(), "");
    }

    /** The page of a case that was not changed, with the reasons in the part of the page they belong to. */
    Object refused(CaseId id, List<Refusal> reasons, String section) {
        return page(id, Faults.of(reasons), section);
    }

    private Object page(CaseId id, Faults faults, String section) {
        return stated.find(id)
                .<Object>map(purpose -> page(id, purpose, faults, section))
                .orElse("redirect:/andamal?arende=" + id);
    }

    private ModelAndView page(CaseId id, Purpose purpose, Faults faults, String section) {
        var file = cases.read(id, purpose);
        var of = file.of();
        var page = new ModelAndView("followup/case");
        page.addObject("file", file);
        page.addObject("of", of);
        page.addObject("instrument", Titles.of(instruments).title(of.instrument()));
        var next = cases.next(file);
        page.addObject("next", next.orElse(null));
        page.addObject("line", TimeLine.of(file, next, LocalDate.now(clock)));
        page.addObject("newGoal", GoalId.fresh());
        page.addObject(
                "course",
                Course.of(
                        file, instruments.inUse(of.instrument(), of.municipality()), LocaleContextHolder.getLocale()));
        var target = new Target.OfUnit(of.unit(), of.municipality());
        if (faults.any()) {
            access.require(Action.WRITE_CASE, target);
        }
        var mayWrite = access.may(Action.WRITE_CASE, target);
        page.addObject("mayWrite", mayWrite);
        page.addObject("mayChange", mayWrite && of.open());
        page.addObject("afterClosing", AfterClosing.values());
        page.addObject("faults", faults);
        page.addObject("section", section);
        page.addObject("today", LocalDate.now(clock));
        page.addObject("phases", Phase.values());
        page.addObject("sexes", Sex.values());
        page.addObject("ways", WayIn.values());
        page.addObject("identities", Identity.values());
        page.addObject("kinds", InterventionKind.values());
        page.addObject("reasons", CloseReason.values());
        page.addObject("steps", GoalStep.values());
        page.addObject("weights", GoalWeight.values());
        page.addObject("scales", Arrays.asList(GasScale.values()));
        page.setStatus(faults.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }
}
