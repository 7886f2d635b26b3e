package se.samsyn.indicator.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.indicator.Break;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Definitions;
import se.samsyn.indicator.Found;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.PlaceNames;
import se.samsyn.indicator.Search;
import se.samsyn.indicator.Wanted;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.web.BadInput;

/** Finding indicators, and what is known of one. */
@Controller
@Demands(Action.READ_RESULTS)
final class CatalogueController {

    /** Beyond all indicators that there are. */
    private static final int LAST_PAGE = 10_000;

    /** How many new or changed values are listed one by one. */
    private static final int LISTED = 50;

    private final Catalogue catalogue;
    private final Definitions definitions;
    private final PlaceNames places;
    private final Access access;

    CatalogueController(Catalogue catalogue, Definitions definitions, PlaceNames places, Access access) {
        this.catalogue = catalogue;
        this.definitions = definitions;
        this.places = places;
        this.access = access;
    }

    @GetMapping("/indikatorer")
    String search(
            @RequestParam(name = "sok", defaultValue = "") String words,
            @RequestParam(name = "omrade", defaultValue = "") String area,
            @RequestParam(name = "perspektiv", defaultValue = "") String perspective,
            @RequestParam(name = "kalla", defaultValue = "") String source,
            @RequestParam(name = "kon", defaultValue = "false") boolean bySex,
            @RequestParam(name = "anvands", defaultValue = "") String by,
            @RequestParam(name = "sida", defaultValue = "0") int page,
            Model model) {
        access.requireAtHome(Action.READ_RESULTS);
        Search search = BadInput.read(() -> new Search(
                SentText.of(words),
                SentText.of(area),
                SentText.of(perspective),
                SentText.of(source),
                bySex ? Search.Split.BY_SEX : Search.Split.ANY,
                Optional.of(SentText.of(by)).filter(text -> !text.isEmpty()).map(PlaceCode::new),
                Math.clamp(page, 0, LAST_PAGE)));
        Found found = catalogue.search(search);
        model.addAttribute("search", search);
        model.addAttribute("found", found);
        model.addAttribute("pages", (found.total() + Search.PAGE - 1) / Search.PAGE);
        model.addAttribute("users", catalogue.users());
        model.addAttribute("names", places.areas());
        model.addAttribute("areas", catalogue.areas());
        model.addAttribute("perspectives", catalogue.perspectives());
        model.addAttribute("sources", catalogue.sources(""));
        model.addAttribute("mayEdit", access.mayAtHome(Action.EDIT_INDICATORS));
        return "indicator/catalogue";
    }

    @GetMapping("/indikatorer/{key}")
    String about(@PathVariable String key, Model model) {
        access.requireAtHome(Action.READ_RESULTS);
        Indicator indicator = find(key);
        fill(indicator, indicator.base().map(IndicatorKey::toString).orElse(""), model);
        return "indicator/about";
    }

    private void fill(Indicator indicator, String base, Model model) {
        List<IndicatorKey> used = catalogue.used(access.actor().place());
        model.addAttribute("indicator", indicator);
        model.addAttribute("base", base);
        model.addAttribute("source", catalogue.source(indicator.source()).orElseThrow(NotFoundOrDenied::new));
        model.addAttribute("fetched", catalogue.fetched(indicator.key()));
        model.addAttribute("breaks", catalogue.breaks(indicator.key()));
        model.addAttribute("added", catalogue.added(indicator.key(), LISTED));
        model.addAttribute("revisions", catalogue.revisions(indicator.key(), LISTED));
        model.addAttribute("names", places.all());
        model.addAttribute("versions", definitions.of(indicator.key()));
        model.addAttribute("used", used.contains(indicator.key()));
        model.addAttribute("users", catalogue.users(indicator.key()));
        model.addAttribute("areas", places.areas());
        model.addAttribute(
                "ours", indicator.owner().equals(Optional.of(access.actor().place())));
        model.addAttribute("wanteds", Wanted.values());
        model.addAttribute("mayEdit", access.mayAtHome(Action.EDIT_INDICATORS));
    }

    private Indicator find(String key) {
        IndicatorKey wanted = BadInput.read(() -> new IndicatorKey(key));
        return catalogue.find(wanted).orElseThrow(NotFoundOrDenied::new);
    }

    @PostMapping("/indikatorer/{key}/anvand")
    String use(@PathVariable String key, @RequestParam(defaultValue = "false") boolean sluta) {
        Indicator indicator = find(key);
        catalogue.use(indicator.key(), sluta ? Catalogue.Use.END : Catalogue.Use.BEGIN);
        return "redirect:/indikatorer/" + indicator.key();
    }

    @PostMapping("/indikatorer/{key}/beslut")
    Object decide(
            @PathVariable String key,
            @RequestParam String onskat,
            @RequestParam(defaultValue = "") String bas,
            Model model) {
        Indicator indicator = find(key);
        Wanted wanted = BadInput.read(() -> Wanted.valueOf(onskat));
        String asked = bas.strip();
        Optional<IndicatorKey> base = base(asked);
        if (base.isEmpty() && !asked.isEmpty()) {
            access.requireAtHome(Action.EDIT_INDICATORS);
            fill(indicator, asked, model);
            model.addAttribute("unknownBase", true);
            return new ModelAndView("indicator/about", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        catalogue.decide(indicator.key(), wanted, base);
        return "redirect:/indikatorer/" + indicator.key();
    }

    /** The indicator with that key, if there is one and the text is a key at all. */
    private Optional<IndicatorKey> base(String asked) {
        return IndicatorKey.isOne(asked)
                ? catalogue.find(new IndicatorKey(asked)).map(Indicator::key)
                : Optional.empty();
    }

    @PostMapping("/indikatorer/{key}/brott")
    String mark(@PathVariable String key, @RequestParam int ar, @RequestParam(defaultValue = "") String skal) {
        Indicator indicator = find(key);
        String reason = BadInput.read(() -> SentText.of(skal));
        if (reason.isEmpty()) {
            catalogue.unmark(indicator.key(), ar);
        } else {
            catalogue.mark(indicator.key(), BadInput.read(() -> new Break(ar, reason)));
        }
        return "redirect:/indikatorer/" + indicator.key();
    }
}
