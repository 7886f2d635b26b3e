package se.samsyn.followup.web;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.Purpose;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.Cases;
import se.samsyn.followup.Identity;
import se.samsyn.followup.OccasionId;
import se.samsyn.web.Sent;

/** Asks why a case is opened, where neither the role nor an earlier answer says it. */
@Controller
@Demands(Action.READ_CASE)
final class PurposeController {

    private final StatedPurpose stated;
    private final Cases cases;

    PurposeController(StatedPurpose stated, Cases cases) {
        this.stated = stated;
        this.cases = cases;
    }

    @GetMapping("/andamal")
    ModelAndView ask(@RequestParam CaseId arende, @RequestParam Optional<OccasionId> tillfalle) {
        return page(arende, tillfalle, HttpStatus.OK);
    }

    @PostMapping("/andamal")
    Object state(
            @RequestParam CaseId arende,
            @RequestParam Optional<OccasionId> tillfalle,
            @RequestParam(defaultValue = "") String purpose) {
        var chosen = Sent.choice(Purpose.class, purpose).filter(stated.choices(arende)::contains);
        if (chosen.isEmpty()) {
            return page(arende, tillfalle, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        stated.state(arende, chosen.get());
        return tillfalle.map(id -> "redirect:/tillfallen/" + id).orElse("redirect:/arenden/" + arende);
    }

    private ModelAndView page(CaseId arende, Optional<OccasionId> tillfalle, HttpStatus status) {
        var page = new ModelAndView("followup/purpose");
        page.addObject("hidden", cases.identity(arende) == Identity.PROTECTED);
        page.addObject("choices", stated.choices(arende));
        page.addObject("id", arende);
        page.addObject("occasion", tillfalle.orElse(null));
        page.addObject("faulty", status.isError());
        page.setStatus(status);
        return page;
    }
}
