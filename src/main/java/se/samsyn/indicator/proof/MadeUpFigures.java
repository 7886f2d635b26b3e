package se.samsyn.indicator.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.indicator.Delivery;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Wanted;
import se.samsyn.table.Where;

/** As many indicators and values as a country's portal has, made up: each with a title and a definition in Swedish, for all places. */
final class MadeUpFigures {

    /** What is looked for: whole words, parts of words, and words in another inflection than the titles have. */
    static final List<String> SOUGHT = List.of(
            "kvinna",
            "barn",
            "våld",
            "bistånd",
            "skola",
            "äldre",
            "hemtjänst",
            "arbetslös",
            "ekonomi",
            "placering",
            "missbruk",
            "boende",
            "vräkning",
            "anmälan",
            "utredning",
            "kostnad",
            "invånare",
            "andel",
            "antal",
            "personal",
            "nöjdhet",
            "väntetid",
            "familj",
            "ungdom",
            "utbildning",
            "psykisk hälsa",
            "kvinna andel",
            "barn placering",
            "löshet",
            "kr inv");

    private static final List<String> SUBJECTS = List.of(
            "Kvinnor",
            "Barn 0-12 år",
            "Ungdomar 13-20 år",
            "Äldre 80+",
            "Personer i hemtjänst",
            "Arbetslösa",
            "Hushåll med ekonomiskt bistånd",
            "Familjer",
            "Anställda inom skolan",
            "Elever i gymnasieutbildning",
            "Vuxna med missbruk",
            "Boende i särskilt boende",
            "Vräkta barnfamiljer",
            "Våldsutsatta vuxna",
            "Personer med psykisk ohälsa",
            "Brukare med funktionsnedsättning");
    private static final List<String> MATTERS = List.of(
            "placerade på institution",
            "med avslutad utredning",
            "som anmälts till nämnden",
            "utan insats efter ett år",
            "i arbete efter nittio dagar",
            "med genomförandeplan",
            "som inte återkommit",
            "med nöjdhet över medel",
            "i kommunal regi",
            "i enskild regi",
            "med väntetid över trettio dagar",
            "som fått stöd i hemmet");
    private static final List<String> MEASURES = List.of(
            "andel (%)",
            "antal",
            "antal/1000 inv",
            "kostnad, kr/inv",
            "nettokostnad, kr/inv",
            "dagar, medelvärde",
            "avvikelse i procentenheter");
    private static final int INDICATORS = 6_000;
    private static final int FIRST_YEAR = 2020;
    private static final int TENTHS = 10_000;
    private static final int OFTEN = 100;

    private final String source;
    private final List<Where> places;
    private final long wanted;

    /**
     * Of a source.
     *
     * @param wanted about how many values, spread over the indicators
     */
    MadeUpFigures(String source, List<Where> places, long wanted) {
        this.source = source;
        this.places = List.copyOf(places);
        this.wanted = wanted;
    }

    static IndicatorKey key(int number) {
        return new IndicatorKey("B%05d".formatted(number));
    }

    /** The same each time, but for one value of a hundred when it is not the first. */
    Delivery delivery(Instant fetched, long round) {
        return new Delivery(
                source, "bench", fetched, Delivery.Extent.WHOLE, indicators(), (taker, _) -> give(taker, round));
    }

    private List<Indicator> indicators() {
        return IntStream.range(0, INDICATORS).mapToObj(this::indicator).toList();
    }

    private Indicator indicator(int number) {
        String subject = SUBJECTS.get(number % SUBJECTS.size());
        String matter = MATTERS.get(number / SUBJECTS.size() % MATTERS.size());
        String measure = MEASURES.get(number % MEASURES.size());
        return new Indicator(
                key(number),
                source,
                Optional.empty(),
                subject + " " + matter + ", " + measure + " nr " + number,
                "Antal " + subject.toLowerCase(Locale.ROOT) + " " + matter
                        + " under året, dividerat med antal invånare den 31 december. Uppgiften avser kommunens egen verksamhet och köpt verksamhet."
                        + " Källa: påhittade uppgifter.",
                "Område " + number % 20,
                "Resurser",
                Scale.OTHER,
                1,
                Wanted.NONE,
                false,
                "2025",
                Optional.empty(),
                List.of());
    }

    private void give(Consumer<Observation> taker, long round) {
        SplittableRandom random = new SplittableRandom(7);
        SplittableRandom changes = new SplittableRandom(round);
        long given = 0;
        for (int number = 0; number < INDICATORS; number++) {
            IndicatorKey key = key(number);
            long until = wanted * (number + 1) / INDICATORS;
            for (int year = FIRST_YEAR; given < until; year++) {
                for (Where place : places) {
                    double value = random.nextInt(TENTHS) / 10.0;
                    boolean changed = round > 0 && changes.nextInt(OFTEN) == 0;
                    Reading reading = Reading.of(changed ? value + 1 : value);
                    taker.accept(Observation.of(key, place, year, SexPart.ALL, reading));
                    given++;
                }
            }
        }
    }

    /** The places of a country. */
    static List<Where> places(Stream<String> codes) {
        List<Where> places = new ArrayList<>(List.of(Where.of("SE")));
        codes.map(Where::of).forEach(places::add);
        return places;
    }
}
