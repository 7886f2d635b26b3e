package se.samsyn.indicator.web;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
        model.addAttribute("words", words);
        model.addAttribute("sources", catalogue.sources(words));
        model.addAttribute("edited", catalogue.source(edited).orElse(null));
        model.addAttribute("kinds", Source.Kind.values());
        model.addAttribute("reaches", Source.Reach.values());
        model.addAttribute("gathereds", Quality.Gathered.values());
        model.addAttribute("extents", Quality.Extent.values());
        model.addAttribute("knowns", Quality.Known.values());
        model.addAttribute("mayEdit", access.mayAtHome(Action.EDIT_INDICATORS));
        return "indicator/sources";
    }

    /** What is declared of a source, as it is sent. */
    record Declaration(
            String key,
            String name,
            String publisher,
            String kind,
            @Nullable List<String> levels,
            String address,
            String about,
            String gathered,
            String extent,
            @Nullable String rate,
            String corrected,
            String validated,
            String population,
            String note) {

        Source source() {
            Set<Source.Reach> reaches = levels == null
                    ? Set.of()
                    : levels.stream().map(Source.Reach::valueOf).collect(Collectors.toSet());
            OptionalDouble share = rate == null || rate.isBlank()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(
                                    rate.replace(',', '.').replace("%", "").strip())
                            / 100);
            if (!address.isBlank() && !address.matches("https?://[^\\s\"<>]+")) {
                throw new IllegalArgumentException("An address begins with http:// or https://");
            }
            return new Source(
                    key.strip(),
                    name.strip(),
                    publisher.strip(),
                    Source.Kind.valueOf(kind),
                    reaches,
                    address.strip(),
                    about.strip(),
                    new Quality(
                            Quality.Gathered.valueOf(gathered),
                            Quality.Extent.valueOf(extent),
                            share,
                            Quality.Known.valueOf(corrected),
                            Quality.Known.valueOf(validated),
                            population.strip(),
                            note.strip()));
        }
    }

    @PostMapping("/kallor")
    String declare(@ModelAttribute Declaration declaration) {
        catalogue.declare(BadInput.read(declaration::source));
        return "redirect:/kallor";
    }
}
