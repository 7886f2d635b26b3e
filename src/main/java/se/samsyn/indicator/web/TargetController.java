package se.samsyn.indicator.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Target;
import se.samsyn.indicator.Targets;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

/** What the own place and its units want to reach. */
@Controller
@Demands(Action.READ_RESULTS)
final class TargetController {

    private final Targets targets;
    private final Catalogue catalogue;
    private final Organisations organisations;
    private final Access access;

    TargetController(Targets targets, Catalogue catalogue, Organisations organisations, Access access) {
        this.targets = targets;
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.access = access;
    }

    @GetMapping("/mal")
    String list(Model model) {
        access.requireAtHome(Action.READ_RESULTS);
        return page(model);
    }

    private String page(Model model) {
        PlaceCode place = access.actor().place();
        List<Target> set = targets.of(place);
        model.addAttribute("targets", set);
        model.addAttribute(
                "indicators",
                catalogue.find(set.stream().map(Target::indicator).distinct().toList()).values().stream()
                        .collect(Collectors.toMap(one -> one.key().value(), one -> one)));
        model.addAttribute("choices", catalogue.find(catalogue.used(place)).values());
        model.addAttribute("units", organisations.units(place));
        model.addAttribute(
                "unitNames",
                organisations.units(place).stream()
                        .collect(Collectors.toMap(unit -> unit.id().toString(), Unit::name)));
        model.addAttribute("sexes", SexPart.values());
        model.addAttribute("mayEdit", access.mayAtHome(Action.EDIT_INDICATORS));
        return "indicator/targets";
    }

    /** A target as it is sent. */
    record Wish(
            @Nullable String indicator,
            @Nullable String unit,
            @Nullable String year,
            @Nullable String sex,
            @Nullable String bound,
            @Nullable String value,
            @Nullable String note) {

        Target target(PlaceCode place) {
            return new Target(
                    UUID.randomUUID(),
                    new IndicatorKey(SentText.of(indicator)),
                    place,
                    SentText.of(unit).isEmpty() ? Optional.empty() : Optional.of(UnitId.of(SentText.of(unit))),
                    Integer.parseInt(SentText.of(year)),
                    SexPart.of(SentText.of(sex)).orElseThrow(IllegalArgumentException::new),
                    number(),
                    Target.Bound.valueOf(SentText.of(bound)),
                    SentText.of(note));
        }

        private double number() {
            String number = SentText.of(value)
                    .replaceAll("[%\\s\u00a0]", "")
                    .replace(',', '.')
                    .replace('−', '-');
            if (!number.matches("-?[0-9]*\\.?[0-9]+")) {
                throw new IllegalArgumentException("A target is a number");
            }
            return Double.parseDouble(number);
        }
    }

    @PostMapping("/mal")
    ModelAndView set(@ModelAttribute Wish wish, Model model) {
        access.requireAtHome(Action.EDIT_INDICATORS);
        PlaceCode place = access.actor().place();
        Target target;
        try {
            target = wish.target(place);
        } catch (IllegalArgumentException _) {
            model.addAttribute("wish", wish);
            model.addAttribute("fault", true);
            ModelAndView again = new ModelAndView(page(model), model.asMap());
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        if (catalogue.find(target.indicator()).isEmpty()) {
            throw new NotFoundOrDenied();
        }
        boolean own = target.unit().stream()
                .allMatch(unit -> organisations.units(place).stream()
                        .anyMatch(one -> one.id().equals(unit)));
        if (!own) {
            throw new NotFoundOrDenied();
        }
        targets.set(target);
        return new ModelAndView("redirect:/mal");
    }

    @PostMapping("/mal/{id}/ta-bort")
    String remove(@PathVariable UUID id) {
        targets.remove(id);
        return "redirect:/mal";
    }
}
