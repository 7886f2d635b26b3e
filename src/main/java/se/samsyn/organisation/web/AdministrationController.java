package se.samsyn.organisation.web;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import se.samsyn.access.Access;
import se.samsyn.access.Accounts;
import se.samsyn.access.Action;
import se.samsyn.access.ActorId;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Role;
import se.samsyn.access.Target;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisation;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;

/** Where an administrator opens units and accounts within the own place. */
@Controller
final class AdministrationController {

    private final Access access;
    private final Accounts accounts;
    private final Organisations organisations;

    AdministrationController(Access access, Accounts accounts, Organisations organisations) {
        this.access = access;
        this.accounts = accounts;
        this.organisations = organisations;
    }

    @GetMapping("/konton")
    String page(Model model) {
        var place = administered(access.actor().place());
        fill(model, place);
        model.addAttribute("form", AccountForm.empty());
        model.addAttribute("unitForm", new UnitForm("", "", UnitKind.AUTHORITY, ServiceArea.VIOLENCE));
        return "organisation/administration";
    }

    @PostMapping("/konton")
    Object openAccount(AccountForm form, Model model) {
        var unit = Optional.of(form.unit())
                .filter(text -> !text.isBlank())
                .map(UnitId::of)
                .flatMap(organisations::find);
        var place = administered(place(form, unit));
        var fault = form.fault(unit, accounts);
        if (fault.isPresent()) {
            fill(model, access.actor().place());
            model.addAttribute("form", form);
            model.addAttribute("unitForm", new UnitForm("", "", UnitKind.AUTHORITY, ServiceArea.VIOLENCE));
            model.addAttribute("fault", fault.get());
            return new org.springframework.web.servlet.ModelAndView(
                    "organisation/administration", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        accounts.open(
                form.username(),
                form.password(),
                form.name().strip(),
                form.role(),
                place,
                boundUnit(form.role(), unit));
        return "redirect:/konton?konto";
    }

    @PostMapping("/konton/{id}/lage")
    String activate(@PathVariable java.util.UUID id, @RequestParam boolean active) {
        var account = accounts.within(access.actor().place()).stream()
                .filter(listed -> listed.actor().id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFoundOrDenied::new);
        administered(account.actor().place());
        accounts.activate(new ActorId(id), active);
        return "redirect:/konton";
    }

    @PostMapping("/konton/enhet")
    @ResponseStatus(HttpStatus.SEE_OTHER)
    String openUnit(UnitForm form) {
        var municipality = administered(new PlaceCode(form.municipality()));
        if (form.name().isBlank() || municipality.level() != Level.MUNICIPALITY) {
            return "redirect:/konton?namn";
        }
        organisations.open(board(municipality), form.name(), form.kind(), form.area(), municipality);
        return "redirect:/konton?enhet";
    }

    private Organisation board(PlaceCode municipality) {
        return organisations.organisations().stream()
                .filter(each -> each.seat().equals(municipality) && each.kind() == OrganisationKind.MUNICIPAL)
                .findFirst()
                .orElseGet(() -> organisations.found(
                        organisations.find(municipality).orElseThrow().name(),
                        OrganisationKind.MUNICIPAL,
                        municipality));
    }

    private PlaceCode administered(PlaceCode place) {
        access.require(Action.ADMINISTER, new Target.OfPlace(place));
        return place;
    }

    private PlaceCode place(AccountForm form, Optional<Unit> unit) {
        return form.role().boundToUnit() && unit.isPresent()
                ? unit.get().municipality()
                : access.actor().place();
    }

    private static Optional<UnitId> boundUnit(Role role, Optional<Unit> unit) {
        return role.boundToUnit() ? unit.map(Unit::id) : Optional.empty();
    }

    private void fill(Model model, PlaceCode place) {
        model.addAttribute("accounts", accounts.within(place));
        model.addAttribute("units", organisations.units(place));
        model.addAttribute(
                "municipalities",
                place.level() == Level.MUNICIPALITY
                        ? organisations.find(place).stream().toList()
                        : organisations.municipalities(place));
        model.addAttribute("roles", Role.values());
        model.addAttribute("kinds", UnitKind.values());
        model.addAttribute("areas", ServiceArea.values());
        model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
    }
}
