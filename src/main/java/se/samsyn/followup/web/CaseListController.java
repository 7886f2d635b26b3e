package se.samsyn.followup.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.followup.CaseFilter;
import se.samsyn.followup.Cases;
import se.samsyn.followup.LocalId;
import se.samsyn.instrument.Instruments;

/**
 * The unit's cases, page by page, found by the beginning of their local id alone. What is looked up is sent as a form, since an
 * address stays in histories and logs; what looks like a personal number is not looked up at all.
 */
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
            @RequestParam(defaultValue = "0") int sida,
            Model model) {
        return list(new CaseFilter(lage, ""), sida, model);
    }

    @PostMapping("/arenden/sok")
    Object find(
            @RequestParam(defaultValue = "OPEN") CaseFilter.State lage,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "0") int sida,
            Model model) {
        if (LocalId.looksPersonal(id)) {
            model.addAttribute("personal", true);
            list(new CaseFilter(lage, ""), 0, model);
            return new ModelAndView("followup/cases", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return list(new CaseFilter(lage, id.strip()), sida, model);
    }

    /** The way back to what was found, after signing in again or changing the language. */
    @GetMapping("/arenden/sok")
    String found() {
        return "redirect:/arenden";
    }

    private String list(CaseFilter filter, int page, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("list", cases.list(unit.id(), filter, Math.clamp(page, 0, LAST_PAGE)));
        model.addAttribute("titles", Titles.of(instruments));
        model.addAttribute("states", CaseFilter.State.values());
        model.addAttribute("mayOpen", access.mayAtHome(Action.WRITE_CASE));
        return "followup/cases";
    }
}
