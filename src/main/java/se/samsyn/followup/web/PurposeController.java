package se.samsyn.followup.web;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.Purpose;
import se.samsyn.followup.CaseId;

/** Asks why a case is opened, where the role does not say it. */
@Controller
@Demands(Action.READ_CASE)
final class PurposeController {

    private final StatedPurpose stated;

    PurposeController(StatedPurpose stated) {
        this.stated = stated;
    }

    @GetMapping("/andamal")
    String ask(@RequestParam CaseId arende, Model model) {
        model.addAttribute("choices", StatedPurpose.CHOICES);
        model.addAttribute("id", arende);
        return "followup/purpose";
    }

    @PostMapping("/andamal")
    String state(@RequestParam CaseId arende, @RequestParam Purpose purpose, HttpSession session) {
        stated.state(session, purpose);
        return "redirect:/arenden/" + arende;
    }
}
