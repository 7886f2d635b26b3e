package se.samsyn.indicator.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Quality;
import se.samsyn.indicator.Source;
import se.samsyn.web.BadInput;

/** The register of sources, with what has been declared of their quality. */
@Controller
@Demands(Action.READ_RESULTS)
final class SourceController {

    private final Catalogue catalogue;
    private final Access access;

    SourceController(Catalogue catalogue, Access access) {
        this.catalogue = catalogue;
        this.access = access;
    }

    @GetMapping("/kallor")
    String list(
            @RequestParam(name = "sok", defaultValue = "") String words,
            @RequestParam(name = "andra", defaultValue = "") String edited,
            Model model) {
        access.requireAtHome(Action.READ_RESULTS);
        Source source = catalogue
                .source(BadInput.read(() -> SentText.of(edited)))
                .filter(one -> catalogue.mayDeclare(one.key()))
                .orElse(null);
        return page(
                BadInput.read(() -> SentText.of(words)),
                source,
                source == null ? Declaration.BLANK : Declaration.of(source),
                model);
    }

    private String page(String words, @Nullable Source edited, Declaration typed, Model model) {
        model.addAttribute("words", words);
        model.addAttribute("sources", catalogue.sources(words));
        model.addAttribute("edited", edited);
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", Source.Kind.values());
        model.addAttribute("reaches", Source.Reach.values());
        model.addAttribute("gathereds", Quality.Gathered.values());
        model.addAttribute("extents", Quality.Extent.values());
        model.addAttribute("knowns", Quality.Known.values());
        model.addAttribute("declarable", catalogue.declarable());
        model.addAttribute("mayEdit", access.mayAtHome(Action.EDIT_INDICATORS));
        return "indicator/sources";
    }

    /** What is declared of a source, as it is sent. */
    record Declaration(
            @Nullable String key,
            @Nullable String name,
            @Nullable String publisher,
            @Nullable String kind,
            @Nullable List<String> levels,
            @Nullable String address,
            @Nullable String about,
            @Nullable String gathered,
            @Nullable String extent,
            @Nullable String rate,
            @Nullable String corrected,
            @Nullable String validated,
            @Nullable String population,
            @Nullable String note) {

        private static final Declaration BLANK =
                new Declaration(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        static Declaration of(Source source) {
            Quality quality = source.quality();
            return new Declaration(
                    source.key(),
                    source.name(),
                    source.publisher(),
                    source.kind().name(),
                    source.levels().stream().map(Source.Reach::name).toList(),
                    source.address(),
                    source.about(),
                    quality.gathered().name(),
                    quality.extent().name(),
                    quality.responseRate().isPresent()
                            ? percent(quality.responseRate().getAsDouble())
                            : "",
                    quality.corrected().name(),
                    quality.validated().name(),
                    quality.population(),
                    quality.note());
        }

        /** With as many decimals as it takes, at most two, so that to save it again does not change it. */
        private static String percent(double share) {
            return BigDecimal.valueOf(share * 100)
                    .setScale(2, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString()
                    .replace('.', ',');
        }

        /** Whether it says that it reaches so far. */
        public boolean reaches(Source.Reach reach) {
            return levels != null && levels.contains(reach.name());
        }

        Source source() {
            Set<Source.Reach> reaches = levels == null
                    ? Set.of()
                    : levels.stream().map(Source.Reach::valueOf).collect(Collectors.toSet());
            if (!SentText.of(address).isEmpty() && !SentText.of(address).matches("https?://[^\\s\"<>]+")) {
                throw new IllegalArgumentException("An address begins with http:// or https://");
            }
            return new Source(
                    SentText.of(key),
                    SentText.of(name),
                    SentText.of(publisher),
                    Source.Kind.valueOf(SentText.of(kind)),
                    reaches,
                    SentText.of(address),
                    SentText.of(about),
                    new Quality(
                            Quality.Gathered.valueOf(SentText.of(gathered)),
                            Quality.Extent.valueOf(SentText.of(extent)),
                            share(),
                            Quality.Known.valueOf(SentText.of(corrected)),
                            Quality.Known.valueOf(SentText.of(validated)),
                            SentText.of(population),
                            SentText.of(note)));
        }

        private OptionalDouble share() {
            String number = SentText.of(rate).replace(',', '.').replace("%", "").strip();
            return number.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(number) / 100);
        }
    }

    /** The source that a declaration of it would change. */
    private @Nullable Source edited(Declaration declaration) {
        String key = declaration.key() == null
                ? ""
                : declaration.key().replace("\0", "").strip();
        return catalogue
                .source(key)
                .filter(one -> catalogue.mayDeclare(one.key()))
                .orElse(null);
    }

    /** A new source may not take the name of another: what that one is would be gone. */
    @PostMapping("/kallor")
    ModelAndView declare(
            @ModelAttribute Declaration declaration,
            @RequestParam(name = "andrad", defaultValue = "false") boolean changed,
            Model model) {
        access.requireAtHome(Action.EDIT_INDICATORS);
        Source source;
        try {
            source = declaration.source();
        } catch (IllegalArgumentException _) {
            return again("fault", changed ? edited(declaration) : null, declaration, model);
        }
        if (!changed && catalogue.source(source.key()).isPresent()) {
            return again("taken", null, declaration, model);
        }
        catalogue.declare(source);
        return new ModelAndView("redirect:/kallor");
    }

    private ModelAndView again(String why, @Nullable Source edited, Declaration declaration, Model model) {
        model.addAttribute(why, true);
        ModelAndView again = new ModelAndView(page("", edited, declaration, model), model.asMap());
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }
}
