package se.samsyn.organisation.web;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Accounts;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.ActorId;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.SecondFactors;
import se.samsyn.access.Sessions;
import se.samsyn.access.Target;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisation;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;
import se.samsyn.web.BadInput;

/** Where an administrator opens units and accounts within the own place. */
@Controller
@Demands(Action.ADMINISTER)
final class AdministrationController {

    private final Access access;
    private final AccessLog log;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Organisations organisations;
    private final AdministrationPage page;

    AdministrationController(
            Access access,
            AccessLog log,
            Accounts accounts,
            SecondFactors factors,
            Sessions sessions,
            Organisations organisations,
            AdministrationPage page) {
        this.access = access;
        this.log = log;
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.organisations = organisations;
        this.page = page;
    }

    @GetMapping("/konton")
    ModelAndView page(Model model) {
        return page(AccountForm.empty(), UnitForm.empty(), Map.of(), model);
    }

    @PostMapping("/konton")
    Object openAccount(AccountForm form, Model model, RedirectAttributes told) {
        var unit = Optional.of(form.unit())
                .filter(text -> !text.isBlank())
                .map(text -> BadInput.read(() -> UnitId.of(text)))
                .flatMap(organisations::find);
        var place = administered(place(form, unit));
        var faults = form.faults(unit, place, accounts);
        if (!faults.isEmpty()) {
            return page(form, UnitForm.empty(), faults, model);
        }
        var bound = form.role().boundToUnit() ? unit.map(Unit::id) : Optional.<UnitId>empty();
        return told(accounts.openWithOneTime(form.username(), form.name(), form.role(), place, bound), told);
    }

    @PostMapping("/konton/{id}/losenord")
    String renew(@PathVariable UUID id, RedirectAttributes told) {
        return told(accounts.renew(account(id).id()), told);
    }

    @PostMapping("/konton/{id}/tvasteg")
    String resetFactor(@PathVariable UUID id) {
        factors.reset(account(id).id());
        return "redirect:/konton?tvasteg";
    }

    @PostMapping("/konton/{id}/sessioner")
    String endSessions(@PathVariable UUID id) {
        sessions.endAll(account(id));
        return "redirect:/konton?sessioner";
    }

    @PostMapping("/konton/{id}/lage")
    Object activate(@PathVariable UUID id, @RequestParam boolean active, Model model) {
        var account = account(id);
        if (!active && account.id().equals(access.actor().id())) {
            var faults = Map.of("accounts", "organisation.account.fault.yourself");
            return page(AccountForm.empty(), UnitForm.empty(), faults, model);
        }
        accounts.activate(account.id(), active);
        return "redirect:/konton";
    }

    @PostMapping("/konton/enhet")
    Object openUnit(UnitForm form, Model model) {
        var place = form.municipality().isBlank() ? access.actor().place() : read(form.municipality());
        var municipality = administered(place);
        var faults = form.faults(municipality, organisations.units(municipality));
        if (!faults.isEmpty()) {
            return page(AccountForm.empty(), form, faults, model);
        }
        var unit = organisations.open(runner(form, municipality), form.name(), form.kind(), form.area(), municipality);
        log.record(access.actor(), "OPEN_UNIT", Purpose.OPERATION, unit.id().toString(), municipality);
        return "redirect:/konton?enhet";
    }

    private ModelAndView page(AccountForm account, UnitForm unit, Map<String, String> faults, Model model) {
        page.fill(model, administered(access.actor().place()));
        model.addAttribute("form", account);
        model.addAttribute("unitForm", unit);
        model.addAttribute("faults", faults);
        return new ModelAndView(
                "organisation/administration",
                model.asMap(),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The password is kept for the next page alone. */
    private static String told(Accounts.OneTime opened, RedirectAttributes told) {
        told.addFlashAttribute("oneTime", opened.password());
        told.addFlashAttribute("oneTimeFor", opened.account().name());
        return "redirect:/konton";
    }

    private Actor account(UUID id) {
        var account = accounts.find(new ActorId(id)).orElseThrow(NotFoundOrDenied::new);
        administered(account.place());
        return account;
    }

    private static PlaceCode read(String place) {
        return BadInput.read(() -> new PlaceCode(place));
    }

    /** The organisation that runs the unit, founded here where it is not known yet: the municipality's own, or a performer by its name. */
    private Organisation runner(UnitForm form, PlaceCode municipality) {
        boolean own = form.runBy() == OrganisationKind.MUNICIPAL;
        var name = own ? organisations.find(municipality).orElseThrow().name() : form.performer();
        return organisations.organisations().stream()
                .filter(each -> each.seat().equals(municipality) && each.kind() == form.runBy())
                .filter(each -> own || each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> organisations.found(name, form.runBy(), municipality));
    }

    private PlaceCode administered(PlaceCode place) {
        access.require(Action.ADMINISTER, new Target.OfPlace(place));
        return place;
    }

    private PlaceCode place(AccountForm form, Optional<Unit> unit) {
        if (form.role().boundToUnit() && unit.isPresent()) {
            return unit.get().municipality();
        }
        return form.place().isBlank() ? access.actor().place() : read(form.place());
    }
}
