package se.samsyn.access.audit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.PlaceWords;
import se.samsyn.access.audit.CheckId;
import se.samsyn.access.audit.Checks;
import se.samsyn.access.audit.Mark;
import se.samsyn.access.audit.NoteFault;
import se.samsyn.web.BadInput;

/** The recurring check of the log: which months are to be checked, the lines of a check, and its report. */
@Controller
@Demands(Action.READ_LOG)
final class CheckController {

    private final Checks checks;
    private final Access access;
    private final PlaceWords places;
    private final Clock clock;

    CheckController(Checks checks, Access access, PlaceWords places, Clock clock) {
        this.checks = checks;
        this.access = access;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/loggkontroll")
    String months(Model model) {
        var today = LocalDate.now(clock);
        var listed = checks.listed();
        model.addAttribute(
                "months",
                listed.stream().map(month -> MonthRow.of(month, today)).toList());
        model.addAttribute(
                "late", listed.stream().filter(month -> month.isLate(today)).count());
        model.addAttribute("where", here());
        return "access/checks";
    }

    @PostMapping("/loggkontroll")
    String begin(@RequestParam String manad) {
        var month = BadInput.read(() -> month(manad));
        return "redirect:/loggkontroll/" + checks.begin(month);
    }

    private static YearMonth month(String text) {
        if (!text.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            throw new IllegalArgumentException("Not a month");
        }
        return YearMonth.parse(text);
    }

    @GetMapping("/loggkontroll/{id}")
    ModelAndView check(@PathVariable UUID id, Model model) {
        return page(id, Map.of(), Optional.empty(), model);
    }

    @PostMapping("/loggkontroll/{id}")
    Object mark(@PathVariable UUID id, @RequestParam Map<String, String> sent, Model model) {
        var fault = checks.mark(new CheckId(id), MarkForm.markings(sent));
        return fault.isPresent() ? page(id, sent, fault, model) : "redirect:/loggkontroll/" + id + "?sparat";
    }

    @PostMapping("/loggkontroll/{id}/signera")
    Object sign(@PathVariable UUID id, Model model) {
        var fault = checks.sign(new CheckId(id));
        return fault.isPresent() ? page(id, Map.of(), fault, model) : "redirect:/loggkontroll/" + id + "/rapport";
    }

    @GetMapping("/loggkontroll/{id}/rapport")
    String report(@PathVariable UUID id, Model model) {
        var check = checks.read(new CheckId(id));
        model.addAttribute("check", check);
        model.addAttribute("marks", Mark.values());
        model.addAttribute("page", CheckPage.of(check, Map.of(), access.actor().id(), places, clock));
        model.addAttribute("where", here());
        return "access/check-report";
    }

    private ModelAndView page(UUID id, Map<String, String> sent, Optional<NoteFault> fault, Model model) {
        var check = checks.read(new CheckId(id));
        model.addAttribute("check", check);
        model.addAttribute("marks", Mark.values());
        model.addAttribute("page", CheckPage.of(check, sent, access.actor().id(), places, clock));
        model.addAttribute("fault", fault.orElse(null));
        model.addAttribute("where", here());
        var status = fault.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return new ModelAndView("access/check", model.asMap(), status);
    }

    private String here() {
        return places.words(access.actor().place(), Optional.empty());
    }
}
