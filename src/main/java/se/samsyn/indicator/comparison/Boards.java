package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Definitions;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.PlaceNames;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Source;
import se.samsyn.indicator.Targets;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.organisation.Unit;
import se.samsyn.table.Where;

/** Gathers what a comparison rests on, in as many statements whatever the number of places and years. */
@Component
class Boards {

    /** Of more than this, the oldest are left out of the marks in a chart; the indicator's own page tells how many there are. */
    private static final int REVISIONS = 2000;

    private final Catalogue catalogue;
    private final Targets targets;
    private final Organisations organisations;
    private final PlaceNames placeNames;
    private final List<Characteristic> usual;

    Boards(
            Catalogue catalogue,
            Targets targets,
            Organisations organisations,
            PlaceNames placeNames,
            @Value("${samsyn.indicator.characteristics}") List<String> usual) {
        this.catalogue = catalogue;
        this.targets = targets;
        this.organisations = organisations;
        this.placeNames = placeNames;
        this.usual = usual.stream().map(Characteristic::of).toList();
    }

    /**
     * Gathers it.
     *
     * @throws NotFoundOrDenied when there is no such indicator or place
     */
    Board of(Question question) {
        Indicator indicator = catalogue.find(question.indicator()).orElseThrow(NotFoundOrDenied::new);
        Source source = catalogue.source(indicator.source()).orElseThrow(NotFoundOrDenied::new);
        Map<Where, String> names = placeNames.all();
        if (!names.containsKey(question.home())) {
            throw new NotFoundOrDenied();
        }
        List<Where> everybody = level(question.home(), names);
        Optional<Likeness> likeness =
                question.against() == Against.SIMILAR && question.home().level() != Level.NATION
                        ? Optional.of(similar(question, everybody))
                        : Optional.empty();
        List<Where> group = likeness.map(found ->
                        found.places().stream().map(Likeness.Near::where).toList())
                .orElseGet(() -> group(question, everybody));
        List<Where> references = references(question.home());
        List<IndicatorKey> keys = new ArrayList<>(List.of(indicator.key()));
        indicator.base().ifPresent(keys::add);
        List<Where> shown = new ArrayList<>(group);
        shown.add(question.home());
        shown.addAll(references);
        Map<Board.Key, Point> points = points(indicator, catalogue.values(keys, shown));
        NavigableSet<Integer> years = years(points, question.home());
        int year = question.to().isPresent() && years.floor(question.to().getAsInt()) != null
                ? years.floor(question.to().getAsInt())
                : years.isEmpty() ? 0 : years.last();
        if (question.view().ofEverybody()) {
            points.putAll(points(indicator, catalogue.values(keys, year)));
        }
        return new Board(
                question,
                indicator,
                source,
                group.stream().filter(names::containsKey).toList(),
                references,
                everybody,
                names,
                points,
                years,
                year,
                catalogue.breaks(indicator.key()),
                catalogue.revisions(indicator.key(), REVISIONS).first(),
                municipality(question.home()).stream()
                        .flatMap(place -> targets.of(place).stream())
                        .filter(target -> target.indicator().equals(indicator.key()))
                        .toList(),
                catalogue.fetched(indicator.key()),
                likeness);
    }

    /** All places of the own level; for the nation, the regions. */
    private List<Where> level(Where home, Map<Where, String> names) {
        Level level = home.level() == Level.NATION ? Level.REGION : home.level();
        return names.keySet().stream()
                .filter(where -> where.level() == level)
                .sorted(Comparator.comparing(Where::toString))
                .toList();
    }

    private Likeness similar(Question question, List<Where> everybody) {
        List<Characteristic> by = question.characteristics().isEmpty() ? usual : question.characteristics();
        return similar(question.home(), everybody, by, question.nearest());
    }

    private Likeness similar(Where home, List<Where> everybody, List<Characteristic> by, int nearest) {
        List<IndicatorKey> keys = by.stream().map(Characteristic::indicator).toList();
        return Similar.of(home, everybody, by, catalogue.find(keys), catalogue.latest(keys), nearest);
    }

    /** The places most like one by the usual characteristics. */
    List<Where> similar(Where home, int nearest) {
        return similar(home, level(home, placeNames.all()), usual, nearest).places().stream()
                .map(Likeness.Near::where)
                .toList();
    }

    private List<Where> group(Question question, List<Where> everybody) {
        List<Where> group = switch (question.against()) {
            case SIMILAR, ALL -> everybody;
            case COUNTY -> county(question.home());
            case CHOSEN -> question.chosen();
        };
        return group.stream().filter(where -> !where.equals(question.home())).toList();
    }

    private List<Where> county(Where home) {
        return switch (home) {
            case Where.Area area when area.code().equals(PlaceCode.NATION) -> areas(organisations.regions());
            case Where.Area area ->
                areas(organisations.municipalities(area.code().region()));
            case Where.OneUnit unit ->
                organisations
                        .find(unit.id())
                        .map(Unit::municipality)
                        .map(organisations::units)
                        .orElse(List.of())
                        .stream()
                        .<Where>map(one -> new Where.OneUnit(one.id()))
                        .toList();
        };
    }

    private static List<Where> areas(List<Place> places) {
        return places.stream().<Where>map(place -> new Where.Area(place.code())).toList();
    }

    /** The place itself, or that of a unit. */
    private Optional<PlaceCode> municipality(Where home) {
        return switch (home) {
            case Where.Area area -> Optional.of(area.code());
            case Where.OneUnit unit -> organisations.find(unit.id()).map(Unit::municipality);
        };
    }

    /** The region and the nation, as far as they are others than the own place. */
    private List<Where> references(Where home) {
        Optional<PlaceCode> at = municipality(home);
        List<Where> references = new ArrayList<>();
        at.filter(code -> home.level() == Level.UNIT).ifPresent(code -> references.add(new Where.Area(code)));
        at.filter(code -> !code.equals(PlaceCode.NATION) && code.level() == Level.MUNICIPALITY)
                .ifPresent(code -> references.add(new Where.Area(code.region())));
        at.filter(code -> !code.equals(PlaceCode.NATION))
                .ifPresent(_ -> references.add(new Where.Area(PlaceCode.NATION)));
        return references;
    }

    /** The values of an indicator with their uncertainty; its base is looked for among the same values. */
    static Map<Board.Key, Point> points(Indicator indicator, List<Observation> all) {
        Map<Board.Key, Double> wholes = new HashMap<>();
        all.stream()
                .filter(value ->
                        indicator.base().filter(value.indicator()::equals).isPresent())
                .forEach(value -> {
                    if (value.reading() instanceof Reading.Known(double number, var _) && number > 0) {
                        wholes.put(key(value), number);
                    }
                });
        var numbers =
                indicator.source().equals(Definitions.SOURCE) ? Uncertainty.Numbers.BLURRED : Uncertainty.Numbers.EXACT;
        Map<Board.Key, Point> points = new HashMap<>();
        all.stream()
                .filter(value -> value.indicator().equals(indicator.key()))
                .forEach(value -> points.put(key(value), point(indicator, value, wholes, numbers)));
        return points;
    }

    private static Board.Key key(Observation value) {
        return new Board.Key(value.place(), value.year(), value.sex(), value.group());
    }

    private static Point point(
            Indicator indicator, Observation value, Map<Board.Key, Double> wholes, Uncertainty.Numbers numbers) {
        Optional<Reading.Base> base = Optional.empty();
        Optional<Interval> interval = Optional.empty();
        boolean mean = value.members().orElse(1) > 1;
        if (value.reading() instanceof Reading.Known(double number, var told) && !mean) {
            base = told.or(() -> Optional.ofNullable(wholes.get(key(value)))
                    .filter(_ -> indicator.scale().isOfWhole() && number >= 0)
                    .map(whole -> new Reading.Base(
                            number * whole / Math.max(1, indicator.scale().base()), whole)));
            interval = base.flatMap(of -> Uncertainty.of(indicator.scale(), number, of, numbers));
        }
        return new Point(
                value.place(),
                value.year(),
                value.sex(),
                value.group(),
                value.reading(),
                base,
                interval,
                value.members());
    }

    /** The years in which the own place has a value; without any, those in which anybody has. */
    private static NavigableSet<Integer> years(Map<Board.Key, Point> points, Where home) {
        NavigableSet<Integer> own = new TreeSet<>();
        NavigableSet<Integer> any = new TreeSet<>();
        points.forEach((key, point) -> {
            if (point.known()) {
                any.add(key.year());
                if (key.where().equals(home)) {
                    own.add(key.year());
                }
            }
        });
        return own.isEmpty() ? any : own;
    }
}
