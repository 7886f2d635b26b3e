package se.samsyn.indicator.comparison.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.indicator.Definitions;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.comparison.Against;
import se.samsyn.indicator.comparison.Answer;
import se.samsyn.indicator.comparison.Characteristic;
import se.samsyn.indicator.comparison.Comparisons;
import se.samsyn.indicator.comparison.Question;
import se.samsyn.indicator.comparison.View;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.table.Where;
import tools.jackson.databind.json.JsonMapper;

/** The page where an indicator is compared. */
@Controller
@Demands(Action.READ_RESULTS)
final class ComparisonController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Comparisons comparisons;
    private final Organisations organisations;
    private final Access access;

    ComparisonController(Comparisons comparisons, Organisations organisations, Access access) {
        this.comparisons = comparisons;
        this.organisations = organisations;
        this.access = access;
    }

    /** Places under a heading. */
    record Places(String heading, List<Choice> places) {}

    /** A place to choose. */
    record Choice(String value, String name) {}

    /** A view with its address. */
    record Way(View view, String address) {}

    @GetMapping("/jamfor/{key}")
    String compare(@PathVariable String key, @ModelAttribute Address address, Model model) {
        access.requireAtHome(Action.READ_RESULTS);
        Question question = read(key, address);
        Answer answer = comparisons.answer(question);
        model.addAttribute("answer", answer);
        model.addAttribute("question", question);
        model.addAttribute("picture", answer.picture());
        model.addAttribute("drawing", answer.picture().drawing().map(JSON::writeValueAsString));
        model.addAttribute("unknown", unknown(address, question, answer));
        model.addAttribute("ways", ways(question));
        model.addAttribute("againsts", Against.values());
        model.addAttribute("places", places(answer.indicator()));
        model.addAttribute("address", Address.of(question));
        model.addAttribute("mayEdit", access.mayAtHome(Action.EDIT_INDICATORS));
        return "indicator/comparison";
    }

    private Question read(String key, Address address) {
        try {
            var of = new IndicatorKey(key);
            return address.question(of, new Where.Area(access.actor().place()), comparisons.usual(of));
        } catch (IllegalArgumentException _) {
            throw new NotFoundOrDenied();
        }
    }

    /** What was asked to be a characteristic and is none. */
    private static List<String> unknown(Address address, Question question, Answer answer) {
        List<IndicatorKey> known = answer.likeness().stream()
                .flatMap(likeness -> likeness.by().stream())
                .map(by -> by.characteristic().indicator())
                .toList();
        return answer.likeness().isEmpty()
                ? List.of()
                : Stream.concat(
                                address.unread().stream(),
                                question.characteristics().stream()
                                        .map(Characteristic::indicator)
                                        .filter(key -> !known.contains(key))
                                        .map(IndicatorKey::value))
                        .toList();
    }

    private static List<Way> ways(Question question) {
        return Stream.of(View.values())
                .map(view -> new Way(view, Address.of(question.in(view))))
                .toList();
    }

    /** Units only where there are figures of units: among own indicators. */
    private List<Places> places(Indicator indicator) {
        PlaceCode home = access.actor().place();
        List<Places> places = new ArrayList<>();
        places.add(new Places(
                "indicator.places.nation",
                choices(organisations.find(PlaceCode.NATION).stream().toList())));
        places.add(new Places("indicator.places.regions", choices(organisations.regions())));
        if (home.level() != Level.NATION) {
            places.add(new Places("indicator.places.county", choices(organisations.municipalities(home.region()))));
        }
        if (home.level() != Level.NATION && indicator.source().equals(Definitions.SOURCE)) {
            places.add(new Places(
                    "indicator.places.units",
                    organisations.units(home).stream()
                            .map(unit -> new Choice(new Where.OneUnit(unit.id()).toString(), unit.name()))
                            .toList()));
        }
        places.add(
                new Places("indicator.places.municipalities", choices(organisations.municipalities(PlaceCode.NATION))));
        return places;
    }

    private static List<Choice> choices(List<Place> places) {
        return places.stream()
                .map(place -> new Choice(place.code().value(), place.name()))
                .toList();
    }
}
