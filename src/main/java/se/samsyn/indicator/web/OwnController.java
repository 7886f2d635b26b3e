package se.samsyn.indicator.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Definition;
import se.samsyn.indicator.Definitions;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.Wanted;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.Results;
import se.samsyn.web.BadInput;
import se.samsyn.web.Heavy;

/** Own indicators: what there are, defining more, computing them anew. */
@Controller
@Demands(Action.READ_RESULTS)
final class OwnController {

    private static final int FROM = 2015;

    private final Definitions definitions;
    private final Catalogue catalogue;
    private final Results results;
    private final Access access;
    private final Clock clock;

    OwnController(Definitions definitions, Catalogue catalogue, Results results, Access access, Clock clock) {
        this.definitions = definitions;
        this.catalogue = catalogue;
        this.results = results;
        this.access = access;
        this.clock = clock;
    }

    /** A definition as it is sent. */
    record Draft(
            @Nullable String key,
            @Nullable String title,
            @Nullable String description,
            @Nullable String area,
            @Nullable String perspective,
            @Nullable String period,
            @Nullable String set,
            @Nullable String statistic,
            @Nullable String among,
            @Nullable String counted,
            @Nullable String number,
            @Nullable String population,
            @Nullable String inhabitants,
            @Nullable String scale,
            @Nullable String wanted,
            @Nullable String decimals,
            @Nullable String from) {

        static final Draft BLANK = new Draft(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        /** A new version of what there is, from next year on. */
        static Draft of(Indicator indicator, Definition definition, int from) {
            return new Draft(
                    indicator.key().value(),
                    indicator.title(),
                    indicator.description(),
                    indicator.area(),
                    indicator.perspective(),
                    indicator.period(),
                    definition.set(),
                    definition.statistic().name(),
                    definition.among(),
                    definition.counted(),
                    definition.number(),
                    definition.population().map(IndicatorKey::value).orElse(""),
                    definition.inhabitants().name(),
                    indicator.scale().name(),
                    indicator.wanted().name(),
                    String.valueOf(indicator.decimals()),
                    String.valueOf(from));
        }

        private static int number(@Nullable String text, int usual) {
            return SentText.of(text).isEmpty() ? usual : Integer.parseInt(SentText.of(text));
        }

        Indicator indicator(PlaceCode owner) {
            Scale told = Scale.valueOf(SentText.of(scale));
            if (definition().statistic() == Definition.Statistic.SHARE && told != Scale.PERCENT) {
                throw new IllegalArgumentException("A share is told as per cent");
            }
            if (definition().statistic() == Definition.Statistic.RATE && !told.isOfWhole()) {
                throw new IllegalArgumentException("A rate is told per a number of inhabitants");
            }
            return new Indicator(
                    new IndicatorKey(SentText.of(key)),
                    Definitions.SOURCE,
                    Optional.of(owner),
                    SentText.of(title),
                    SentText.of(description),
                    SentText.of(area),
                    SentText.of(perspective),
                    told,
                    number(decimals, 1),
                    Wanted.valueOf(SentText.of(wanted)),
                    true,
                    SentText.of(period).isEmpty() ? "Kalenderår" : SentText.of(period),
                    Optional.empty(),
                    List.of());
        }

        Definition definition() {
            return new Definition(
                    SentText.of(set),
                    Definition.Statistic.valueOf(SentText.of(statistic)),
                    SentText.of(among),
                    SentText.of(counted),
                    SentText.of(number),
                    SentText.of(population).isEmpty()
                            ? Optional.empty()
                            : Optional.of(new IndicatorKey(SentText.of(population))),
                    Definition.Inhabitants.valueOf(SentText.of(inhabitants)));
        }
    }

    @GetMapping("/egna-indikatorer")
    String list(Model model) {
        access.requireAtHome(Action.READ_RESULTS);
        return page(Draft.BLANK, model);
    }

    /** The form as the latest version has it, for a new one. */
    @GetMapping("/egna-indikatorer/{key}")
    @Demands(Action.EDIT_INDICATORS)
    String change(@PathVariable String key, Model model) {
        access.requireAtHome(Action.EDIT_INDICATORS);
        Indicator indicator = own(key);
        List<Definition.Version> versions = definitions.of(indicator.key());
        int next = LocalDate.now(clock).getYear();
        model.addAttribute("changed", indicator);
        model.addAttribute("versions", versions);
        return page(Draft.of(indicator, versions.getLast().definition(), next), model);
    }

    /** One that the own place has defined; what comes with the program, and what is imported, is nobody's. */
    private Indicator own(String key) {
        return Optional.of(key)
                .filter(IndicatorKey::isOne)
                .flatMap(each -> catalogue.find(new IndicatorKey(each)))
                .filter(each -> each.owner().equals(Optional.of(access.actor().place())))
                .filter(each -> !definitions.of(each.key()).isEmpty())
                .orElseThrow(() -> access.notFound(Action.EDIT_INDICATORS, key));
    }

    @PostMapping("/egna-indikatorer/{key}/bort")
    @Demands(Action.EDIT_INDICATORS)
    ModelAndView remove(@PathVariable String key, Model model) {
        Indicator indicator = own(key);
        if (definitions.remove(indicator.key()) == Definitions.Removal.RELIED_ON) {
            change(key, model);
            model.addAttribute("reliedOn", true);
            return new ModelAndView("indicator/own", model.asMap(), HttpStatus.CONFLICT);
        }
        return new ModelAndView("redirect:/egna-indikatorer?borttagen");
    }

    private String page(Draft draft, Model model) {
        List<IndicatorKey> computed = definitions.computed();
        model.addAttribute(
                "own",
                catalogue.find(computed).values().stream()
                        .sorted((one, other) -> one.title().compareTo(other.title()))
                        .toList());
        model.addAttribute("draft", draft);
        model.addAttribute("areas", catalogue.areas());
        model.addAttribute("perspectives", catalogue.perspectives());
        model.addAttribute("sets", results.gatherings());
        model.addAttribute("statistics", Definition.Statistic.values());
        model.addAttribute("inhabitants", Definition.Inhabitants.values());
        model.addAttribute("scales", Scale.values());
        model.addAttribute("wanteds", Wanted.values());
        model.addAttribute("place", access.actor().place());
        model.addAttribute("mayEdit", access.mayAtHome(Action.EDIT_INDICATORS));
        return "indicator/own";
    }

    @PostMapping("/egna-indikatorer")
    ModelAndView define(@ModelAttribute Draft draft, Model model) {
        access.requireAtHome(Action.EDIT_INDICATORS);
        IndicatorKey key;
        try {
            Indicator indicator = draft.indicator(access.actor().place());
            Definition definition = draft.definition();
            key = indicator.key();
            if (definition.population().isPresent()
                    && catalogue.find(definition.population().get()).isEmpty()) {
                throw new IllegalArgumentException("There is no such population");
            }
            int from = Draft.number(draft.from(), FROM);
            definitions.define(indicator, definition, from);
        } catch (IllegalArgumentException _) {
            model.addAttribute("fault", true);
            ModelAndView again = new ModelAndView(page(draft, model), model.asMap());
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return computed(key, model);
    }

    @PostMapping("/egna-indikatorer/{key}/rakna")
    @Heavy(Heavy.Work.QUESTION)
    ModelAndView compute(@PathVariable String key, Model model) {
        access.requireAtHome(Action.EDIT_INDICATORS);
        return computed(BadInput.read(() -> new IndicatorKey(key)), model);
    }

    private ModelAndView computed(IndicatorKey key, Model model) {
        Definitions.Computed computed = definitions.compute(key);
        if (computed.unanswered().isEmpty()) {
            return new ModelAndView("redirect:/jamfor/" + key);
        }
        model.addAttribute("computed", computed);
        model.addAttribute("computedKey", key);
        list(model);
        return new ModelAndView("indicator/own", model.asMap());
    }
}
