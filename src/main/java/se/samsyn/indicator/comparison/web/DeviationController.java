package se.samsyn.indicator.comparison.web;

import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.indicator.comparison.Deviations;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;
import se.samsyn.table.Where;

/** What deviates in the own place: the beginning of a plan. */
@Controller
@Demands(Action.READ_RESULTS)
final class DeviationController {

    private final Deviations deviations;
    private final Organisations organisations;
    private final Access access;

    DeviationController(Deviations deviations, Organisations organisations, Access access) {
        this.deviations = deviations;
        this.organisations = organisations;
        this.access = access;
    }

    @GetMapping("/avvikelser")
    String list(Model model) {
        access.requireAtHome(Action.READ_RESULTS);
        var place = access.actor().place();
        model.addAttribute("findings", deviations.of(place));
        model.addAttribute(
                "unitNames",
                organisations.units(place).stream()
                        .collect(Collectors.toMap(unit -> new Where.OneUnit(unit.id()).toString(), Unit::name)));
        model.addAttribute("place", organisations.find(place).orElseThrow());
        return "indicator/deviations";
    }
}
