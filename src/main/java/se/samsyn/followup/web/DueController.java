package se.samsyn.followup.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.followup.Cases;
import se.samsyn.instrument.Instruments;

/** What shall I follow up today? */
@Controller
@Demands(Action.READ_CASE)
final class DueController {

    private static final Period AHEAD = Period.ofWeeks(4);

    private final Cases cases;
    private final Instruments instruments;
    private final OwnUnit unit;
    private final Access access;
    private final Clock clock;

    DueController(Cases cases, Instruments instruments, OwnUnit unit, Access access, Clock clock) {
        this.cases = cases;
        this.instruments = instruments;
        this.unit = unit;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/att-gora")
    String due(Model model) {
        model.addAttribute(
                "page", DuePage.of(cases.due(unit.id(), AHEAD), LocalDate.now(clock), Titles.of(instruments)));
        model.addAttribute("mayOpen", access.mayAtHome(Action.WRITE_CASE));
        return "followup/due";
    }
}
