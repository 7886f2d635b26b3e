package se.samsyn.report.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.organisation.Unit;
import se.samsyn.table.Frozen;
import se.samsyn.table.FrozenTables;
import se.samsyn.table.Gathering;
import se.samsyn.table.ResultTable;
import se.samsyn.table.Results;
import se.samsyn.table.Span;
import se.samsyn.table.Where;

/** Figures that were frozen before the rows behind them were erased: which there are, and the tables themselves. */
@Controller
@Demands(Action.READ_RESULTS)
final class FrozenController {

    private final FrozenTables frozen;
    private final Results results;
    private final Organisations organisations;
    private final Figures figures;

    FrozenController(FrozenTables frozen, Results results, Organisations organisations, Figures figures) {
        this.frozen = frozen;
        this.results = results;
        this.organisations = organisations;
        this.figures = figures;
    }

    /** What was frozen together, in words. */
    record Line(Frozen of, String title, String place, String span) {}

    @GetMapping("/fryst")
    String list(Model model) {
        Map<InstrumentKey, String> titles = titles();
        Map<String, String> places = places();
        model.addAttribute(
                "lines",
                frozen.all().stream().map(each -> line(each, titles, places)).toList());
        return "report/frozen";
    }

    @GetMapping("/fryst/{occasion}")
    String one(
            @PathVariable UUID occasion,
            @RequestParam(name = "plats") String place,
            @RequestParam(name = "ar", defaultValue = "all") String year,
            Model model) {
        Where where = read(() -> Where.of(place));
        Span span = read(() -> Span.of(year));
        List<ResultTable> tables = frozen.tables(occasion, where, span).stream()
                .<ResultTable>map(Function.identity())
                .toList();
        model.addAttribute("occasion", occasion);
        model.addAttribute("place", places().getOrDefault(where.toString(), where.toString()));
        model.addAttribute("asOf", tables.getFirst().definition().asOf());
        model.addAttribute("figures", figures.of(tables, true));
        return "report/frozen-one";
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException _) {
            throw new NotFoundOrDenied();
        }
    }

    private static Line line(Frozen of, Map<InstrumentKey, String> titles, Map<String, String> places) {
        String place = of.where().toString();
        return new Line(
                of,
                titles.getOrDefault(of.set(), of.set().value()),
                places.getOrDefault(place, place),
                of.span().toString());
    }

    private Map<InstrumentKey, String> titles() {
        return results.gatherings().stream()
                .collect(Collectors.toMap(Gathering::set, each -> each.title().in(LocaleContextHolder.getLocale())));
    }

    private Map<String, String> places() {
        Stream<Place> areas = Stream.of(
                        organisations.find(PlaceCode.NATION).stream(),
                        organisations.regions().stream(),
                        organisations.municipalities(PlaceCode.NATION).stream())
                .flatMap(Function.identity());
        Map<String, String> names =
                areas.collect(Collectors.toMap(each -> each.code().value(), Place::name));
        organisations
                .units(PlaceCode.NATION)
                .forEach(unit -> names.put(new Where.OneUnit(unit.id()).toString(), words(unit, names)));
        return names;
    }

    private static String words(Unit unit, Map<String, String> names) {
        return Optional.ofNullable(names.get(unit.municipality().value()))
                .map(place -> unit.name() + ", " + place)
                .orElse(unit.name());
    }
}
