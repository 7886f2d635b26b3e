package se.samsyn.indicator.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
import se.samsyn.web.BadInput;

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
    record Wish(String indicator, String unit, int year, String sex, String bound, String value, String note) {

        Target target(PlaceCode place) {
            return new Target(
                    UUID.randomUUID(),
                    new IndicatorKey(indicator.strip()),
                    place,
                    unit.isBlank() ? Optional.empty() : Optional.of(UnitId.of(unit)),
                    year,
                    SexPart.of(sex).orElseThrow(IllegalArgumentException::new),
                    Double.parseDouble(value.replace(',', '.')
                            .replace("%", "")
                            .replace("\u00a0", "")
                            .replace(" ", "")),
                    Target.Bound.valueOf(bound),
                    note.strip());
        }
    }

    @PostMapping("/mal")
    String set(@ModelAttribute Wish wish) {
        PlaceCode place = access.actor().place();
        Target target = BadInput.read(() -> wish.target(place));
        catalogue.find(target.indicator()).orElseThrow(NotFoundOrDenied::new);
        boolean own = target.unit().stream()
                .allMatch(unit -> organisations.units(place).stream()
                        .anyMatch(one -> one.id().equals(unit)));
        if (!own) {
            throw new NotFoundOrDenied();
        }
        targets.set(target);
        return "redirect:/mal";
    }

    @PostMapping("/mal/{id}/ta-bort")
    String remove(@PathVariable UUID id) {
        targets.remove(id);
        return "redirect:/mal";
    }
}
