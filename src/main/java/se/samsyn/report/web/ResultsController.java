package se.samsyn.report.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Target;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.table.Answer;
import se.samsyn.table.Gathering;
import se.samsyn.table.Results;
import se.samsyn.table.Span;
import se.samsyn.table.View;
import se.samsyn.table.Where;

/** The page of results: one of seven questions about one place and time. */
@Controller
@Demands(Action.READ_RESULTS)
final class ResultsController {

    private final Results results;
    private final Access access;
    private final PlaceChoices places;
    private final Figures figures;

    ResultsController(Results results, Access access, PlaceChoices places, Figures figures) {
        this.results = results;
        this.access = access;
        this.places = places;
        this.figures = figures;
    }

    @GetMapping("/resultat")
    String results(
            @RequestParam(name = "instrument", required = false) @Nullable String instrument,
            @RequestParam(name = "plats", required = false) @Nullable String place,
            @RequestParam(name = "ar", defaultValue = "all") String year,
            @RequestParam(name = "vy", defaultValue = "who-we-meet") String view,
            @RequestParam(name = "kon", defaultValue = "delat") String split,
            Model model) {
        access.require(Action.READ_RESULTS, new Target.OfPlace(access.actor().place()));
        List<Gathering> gatherings = results.gatherings();
        if (gatherings.isEmpty()) {
            return "report/none";
        }
        Request request = request(instrument, place, year, view, gatherings);
        Answer answer = results.answer(request.set(), request.where(), request.span(), request.view());
        boolean bySex = !split.equals("totalt");
        model.addAttribute("gatherings", gatherings);
        model.addAttribute("request", request);
        model.addAttribute("bySex", bySex);
        model.addAttribute("places", places.around(request.where()));
        model.addAttribute("answer", answer);
        model.addAttribute("open", answer.openness() == Answer.Openness.OPEN);
        model.addAttribute("views", View.values());
        model.addAttribute("figures", figures.of(answer.tables(), bySex));
        return "report/results";
    }

    private Request request(
            @Nullable String instrument, @Nullable String place, String year, String view, List<Gathering> gatherings) {
        try {
            return new Request(
                    instrument == null ? usual(place, gatherings) : new InstrumentKey(instrument),
                    place == null ? places.first() : Where.of(place),
                    Span.of(year),
                    View.valueOf(view.toUpperCase(Locale.ROOT).replace('-', '_')));
        } catch (IllegalArgumentException _) {
            throw new NotFoundOrDenied();
        }
    }

    /** The instrument that most units at hand use, if it is one of those there are. */
    private InstrumentKey usual(@Nullable String place, List<Gathering> gatherings) {
        InstrumentKey wanted = places.usual(place == null ? places.first() : Where.of(place));
        return gatherings.stream()
                .map(Gathering::set)
                .filter(wanted::equals)
                .findFirst()
                .orElse(gatherings.getFirst().set());
    }

    /** What is asked for, in the words of the address. */
    record Request(InstrumentKey set, Where where, Span span, View view) {

        static String word(View view) {
            return view.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The view as it stands in the address. */
        public String viewWord() {
            return word(view);
        }

        /** Another view as it would stand in the address. */
        public String wordOf(View other) {
            return word(other);
        }
    }
}
