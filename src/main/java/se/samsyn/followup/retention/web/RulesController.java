package se.samsyn.followup.retention.web;

import java.util.List;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.followup.retention.Basis;
import se.samsyn.followup.retention.CountedFrom;
import se.samsyn.followup.retention.Rule;
import se.samsyn.followup.retention.Rules;
import se.samsyn.followup.retention.SetRule;
import se.samsyn.instrument.Instruments;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;

/** The rules of the own place: for how long the cases of each instrument are kept. */
@Controller
@Demands(Action.READ_RETENTION)
final class RulesController {

    private final Rules rules;
    private final Instruments instruments;
    private final Organisations organisations;
    private final Access access;

    RulesController(Rules rules, Instruments instruments, Organisations organisations, Access access) {
        this.rules = rules;
        this.instruments = instruments;
        this.organisations = organisations;
        this.access = access;
    }

    /** A rule as the page shows it. */
    record Line(String key, String title, Rule rule, Optional<SetRule> from, String place) {}

    @GetMapping("/gallring/regler")
    ModelAndView page() {
        return page(HttpStatus.OK);
    }

    private ModelAndView page(HttpStatus status) {
        var place = access.actor().place();
        var inForce = rules.inForce();
        var locale = LocaleContextHolder.getLocale();
        List<Line> lines = instruments.all().stream()
                .map(each -> {
                    var from = inForce.from(place, each.key());
                    var name = from.flatMap(set -> organisations.find(set.place()))
                            .map(Place::name)
                            .orElse("");
                    return new Line(
                            each.key().value(), each.title().in(locale), inForce.of(place, each.key()), from, name);
                })
                .toList();
        var page = new ModelAndView("followup/rules", status);
        page.addObject("lines", lines);
        page.addObject("faulty", status.isError());
        page.addObject("bases", Basis.values());
        page.addObject("moments", CountedFrom.values());
        page.addObject("most", Rule.MOST_YEARS);
        page.addObject("maySet", access.mayAtHome(Action.SET_RETENTION));
        page.addObject("place", organisations.find(place).map(Place::name).orElse(""));
        return page;
    }

    @PostMapping("/gallring/regler")
    @Demands(Action.SET_RETENTION)
    Object set(
            @RequestParam String instrument,
            @RequestParam Basis basis,
            @RequestParam(defaultValue = "") String years,
            @RequestParam(defaultValue = "LAST_NOTE") CountedFrom from) {
        var found = instruments.all().stream()
                .filter(each -> each.key().value().equals(instrument))
                .findFirst()
                .orElseThrow(NotFoundOrDenied::new);
        var rule = rule(basis, years.strip(), from);
        if (rule.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        rules.set(access.actor().place(), found.key(), rule.get());
        return "redirect:/gallring/regler?sparat";
    }

    private static Optional<Rule> rule(Basis basis, String years, CountedFrom from) {
        return switch (basis) {
            case PERSONAL_FILE -> Optional.of(Rule.PERSONAL_FILE);
            case COMPILATION -> Optional.of(Rule.COMPILATION);
            case OWN_DECISION ->
                years.matches("\\d{1,2}") && Integer.parseInt(years) >= 1 && Integer.parseInt(years) <= Rule.MOST_YEARS
                        ? Optional.of(new Rule(basis, Integer.parseInt(years), from))
                        : Optional.empty();
        };
    }
}
