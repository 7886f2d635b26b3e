package se.samsyn.indicator.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.samsyn.indicator.Break;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Quality;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Revision;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Source;
import se.samsyn.indicator.Target;
import se.samsyn.indicator.Wanted;
import se.samsyn.table.Where;
import se.samsyn.web.Numbers;

/** A little made-up board, built by hand: the own place is 2080, called Ort 2080. */
final class BoardExample {

    static final Where HOME = Where.of("2080");
    static final IndicatorKey KEY = new IndicatorKey("X1");

    private final List<Observation> values = new ArrayList<>();
    private final List<Break> breaks = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final List<Where> group = new ArrayList<>();
    private final List<Where> references = new ArrayList<>();
    private final List<Where> everybody = new ArrayList<>(List.of(HOME));
    private final Indicator indicator;
    private List<SexPart> sexes = List.of(SexPart.ALL);
    private Where home = HOME;

    private BoardExample(Indicator indicator) {
        this.indicator = indicator;
    }

    static BoardExample of(Scale scale) {
        return new BoardExample(indicator(KEY, scale, Wanted.NONE));
    }

    static BoardExample of(Indicator indicator) {
        return new BoardExample(indicator);
    }

    static Indicator indicator(IndicatorKey key, Scale scale, Wanted wanted, Indicator.Group... groups) {
        return new Indicator(
                key,
                "prov",
                Optional.empty(),
                "Måttet " + key,
                "",
                "",
                "",
                scale,
                1,
                wanted,
                true,
                "",
                Optional.empty(),
                List.of(groups));
    }

    /** Speaks Swedish on this thread. */
    static Speech speech() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("sv"));
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/indicator", "messages/table", "messages/web");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean("messageSource", ResourceBundleMessageSource.class, () -> texts);
            context.register(Numbers.class);
            context.refresh();
            return new Speech(texts, context.getBean(Numbers.class));
        }
    }

    BoardExample home(String code) {
        home = Where.of(code);
        return this;
    }

    BoardExample sexes(SexPart... wanted) {
        sexes = List.of(wanted);
        return this;
    }

    BoardExample group(String... codes) {
        Stream.of(codes).map(Where::of).forEach(place -> {
            group.add(place);
            everybody.add(place);
        });
        return this;
    }

    BoardExample references(String... codes) {
        Stream.of(codes).map(Where::of).forEach(references::add);
        return this;
    }

    BoardExample value(String code, int year, double value) {
        return value(code, year, SexPart.ALL, Reading.of(value));
    }

    BoardExample share(String code, int year, SexPart sex, int part, int whole) {
        return value(
                code,
                year,
                sex,
                new Reading.Known(
                        (double) indicator.scale().base() * part / whole, Optional.of(new Reading.Base(part, whole))));
    }

    BoardExample value(String code, int year, SexPart sex, Reading reading) {
        values.add(Observation.of(indicator.key(), Where.of(code), year, sex, reading));
        return this;
    }

    /** An unweighted mean of so many places. */
    BoardExample mean(String code, int year, double value, int of) {
        values.add(new Observation(
                indicator.key(), Where.of(code), year, SexPart.ALL, "", Reading.of(value), OptionalInt.of(of)));
        return this;
    }

    BoardExample ofGroup(String code, int year, String of, Reading reading) {
        values.add(
                new Observation(indicator.key(), Where.of(code), year, SexPart.ALL, of, reading, OptionalInt.empty()));
        return this;
    }

    BoardExample broken(int year, String reason) {
        breaks.add(new Break(year, reason));
        return this;
    }

    BoardExample revised(String code, int year, double before, double now) {
        revisions.add(new Revision(
                Where.of(code),
                year,
                SexPart.ALL,
                "",
                Reading.of(before),
                Optional.of(Reading.of(now)),
                Instant.parse("2026-03-01T08:00:00Z")));
        return this;
    }

    BoardExample target(int year, double value) {
        targets.add(target(indicator.key(), year, value, Target.Bound.AT_LEAST));
        return this;
    }

    static Target target(IndicatorKey key, int year, double value, Target.Bound bound) {
        return new Target(
                UUID.randomUUID(),
                key,
                new se.samsyn.kernel.PlaceCode("2080"),
                Optional.empty(),
                year,
                SexPart.ALL,
                value,
                bound,
                "");
    }

    Map<Board.Key, Point> points() {
        return Boards.points(indicator, values);
    }

    Board board(View view) {
        Map<Board.Key, Point> points = points();
        NavigableSet<Integer> years = new TreeSet<>();
        points.forEach((key, point) -> {
            if (point.known() && key.where().equals(home)) {
                years.add(key.year());
            }
        });
        Map<Where, String> names = new HashMap<>();
        Stream.of(Stream.of(home), everybody.stream(), references.stream())
                .flatMap(all -> all)
                .forEach(place -> names.put(place, "Ort " + place));
        return new Board(
                new Question(
                        indicator.key(),
                        home,
                        Against.CHOSEN,
                        group,
                        List.of(),
                        7,
                        sexes,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        view),
                indicator,
                new Source(
                        "prov",
                        "Prov",
                        "",
                        Source.Kind.DATABASE,
                        Set.of(Source.Reach.LOCAL),
                        "",
                        "",
                        Quality.UNDECLARED),
                List.copyOf(group),
                List.copyOf(references),
                List.copyOf(everybody),
                names,
                points,
                years,
                years.isEmpty() ? 0 : years.last(),
                List.copyOf(breaks),
                List.copyOf(revisions),
                List.copyOf(targets),
                Optional.empty(),
                Optional.empty());
    }
}
