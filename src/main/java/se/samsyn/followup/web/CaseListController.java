package se.samsyn.followup.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.Role;
import se.samsyn.followup.CaseFilter;
import se.samsyn.followup.Cases;
import se.samsyn.instrument.Instruments;

/** The unit's cases, page by page, found by the beginning of their local id alone. */
@Controller
@Demands(Action.READ_CASE)
final class CaseListController {

    private static final int LAST_PAGE = 100_000;

    private final Cases cases;
    private final Instruments instruments;
    private final OwnUnit unit;
    private final Access access;

    CaseListController(Cases cases, Instruments instruments, OwnUnit unit, Access access) {
        this.cases = cases;
        this.instruments = instruments;
        this.unit = unit;
        this.access = access;
    }

    @GetMapping("/arenden")
    String list(
            @RequestParam(defaultValue = "OPEN") CaseFilter.State lage,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "0") int sida,
            Model model) {
        var page = Math.clamp(sida, 0, LAST_PAGE);
        var filter = new CaseFilter(lage, id.strip());
        model.addAttribute("filter", filter);
        model.addAttribute("list", cases.list(unit.id(), filter, page));
        model.addAttribute("titles", Titles.of(instruments));
        model.addAttribute("states", CaseFilter.State.values());
        model.addAttribute("mayOpen", access.actor().role() == Role.CASEWORKER);
        return "followup/cases";
    }
}
