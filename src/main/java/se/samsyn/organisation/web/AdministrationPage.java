package se.samsyn.organisation.web;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.samsyn.access.Accounts;
import se.samsyn.access.PlaceWords;
import se.samsyn.access.Role;
import se.samsyn.access.Sessions;
import se.samsyn.access.SignInRule;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.OrganisationId;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisation;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.UnitKind;

/** What the page about accounts and units shows of a place. */
@Component
class AdministrationPage {

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInRule rule;
    private final Organisations organisations;
    private final PlaceWords words;

    AdministrationPage(
            Accounts accounts, Sessions sessions, SignInRule rule, Organisations organisations, PlaceWords words) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.rule = rule;
        this.organisations = organisations;
        this.words = words;
    }

    void fill(Model model, PlaceCode place) {
        model.addAttribute("accounts", rows(place));
        model.addAttribute("withoutSecondFactor", rule.isWithoutSecondFactor());
        model.addAttribute("units", organisations.units(place));
        model.addAttribute("municipalities", municipalities(place));
        model.addAttribute("places", places(place));
        model.addAttribute("roles", Role.values());
        model.addAttribute("kinds", UnitKind.values());
        model.addAttribute("areas", ServiceArea.values());
        model.addAttribute("runners", OrganisationKind.values());
        var performers = performers(place);
        model.addAttribute("performers", new TreeSet<>(performers.values()));
        model.addAttribute("performerOf", performers);
    }

    /** The names of those who run units here, beside the municipalities. */
    private Map<OrganisationId, String> performers(PlaceCode place) {
        return organisations.organisations().stream()
                .filter(each -> each.kind() != OrganisationKind.MUNICIPAL && place.contains(each.seat()))
                .collect(Collectors.toMap(Organisation::id, Organisation::name));
    }

    private List<Row> rows(PlaceCode place) {
        var units = words.units(place);
        var live = sessions.counts();
        return accounts.within(place).stream()
                .map(listed -> new Row(
                        listed,
                        where(listed, units),
                        live.getOrDefault(listed.actor().id(), 0L)))
                .toList();
    }

    private String where(Accounts.Listed listed, Map<UnitId, String> units) {
        var name = organisations.find(listed.actor().place()).map(Place::name).orElse("");
        return listed.actor().unit().map(unit -> units.getOrDefault(unit, name)).orElse(name);
    }

    private List<Place> municipalities(PlaceCode place) {
        return place.level() == Level.MUNICIPALITY
                ? organisations.find(place).stream().toList()
                : organisations.municipalities(place);
    }

    /** The own place first, then everything in it. */
    private List<Place> places(PlaceCode place) {
        var regions = place.level() == Level.NATION ? organisations.regions() : List.<Place>of();
        var within = place.level() == Level.MUNICIPALITY ? List.<Place>of() : organisations.municipalities(place);
        return Stream.of(organisations.find(place).stream(), regions.stream(), within.stream())
                .flatMap(found -> found)
                .toList();
    }

    /** An account, where it is bound, in words, and how many sessions are under way in it. */
    record Row(Accounts.Listed listed, String where, long sessions) {}
}
