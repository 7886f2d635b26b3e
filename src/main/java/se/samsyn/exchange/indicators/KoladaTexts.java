package se.samsyn.exchange.indicators;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import se.samsyn.exchange.opendata.KoladaGender;
import se.samsyn.exchange.opendata.KoladaKpi;
import se.samsyn.exchange.opendata.KoladaValue;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Quality;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Source;
import se.samsyn.indicator.Wanted;

/** What Kolada says, in the words of the catalogue. */
final class KoladaTexts {

    static final String KEY = "kolada";

    static final Source SOURCE = new Source(
            KEY,
            "Kolada",
            "Rådet för främjande av kommunala analyser (RKA)",
            Source.Kind.DATABASE,
            EnumSet.allOf(Source.Reach.class),
            "https://www.kolada.se",
            "Öppen databas med nyckeltal för kommuner och regioner. Vem som först samlat in uppgifterna står i nyckeltalets beskrivning.",
            new Quality(
                    Quality.Gathered.BOTH,
                    Quality.Extent.UNKNOWN,
                    OptionalDouble.empty(),
                    Quality.Known.UNKNOWN,
                    Quality.Known.UNKNOWN,
                    "Sveriges kommuner och regioner",
                    "Kvaliteten skiljer mellan nyckeltal. Råa värden anges med Källa: Kolada."));

    /** The adults that the three indicators of violence in close relationships are told per ten thousand of. */
    private static final IndicatorKey ADULTS = new IndicatorKey("N02104");

    private static final Set<String> OF_ADULTS = Set.of("U30750", "U30751", "U30752");

    private static final List<String> SECRET =
            List.of("..", "hid", "dold", "dölj", "sekret", "secre", "priv", "confid", "skydd", "suppress", "prickad");
    private static final List<String> IMPOSSIBLE =
            List.of("not applicable", "ej relevant", "inte relevant", "ej tillämp");

    private KoladaTexts() {}

    /** Whether an id can be a key here. */
    static Optional<IndicatorKey> key(String id) {
        return id.matches("[A-Za-z][A-Za-z0-9_-]{0,59}") ? Optional.of(new IndicatorKey(id)) : Optional.empty();
    }

    /** An indicator of Kolada's; empty where its id cannot be a key. */
    static Optional<Indicator> indicator(KoladaKpi kpi) {
        return key(kpi.id().value()).map(key -> indicator(kpi, key));
    }

    private static Indicator indicator(KoladaKpi kpi, IndicatorKey key) {
        String title = kpi.title().isBlank() ? key.value() : kpi.title().strip();
        ScaleGuess guess = ScaleGuess.ofTitle(title);
        return new Indicator(
                key,
                KEY,
                Optional.empty(),
                title,
                kpi.description().strip(),
                kpi.area().strip(),
                kpi.perspective().strip(),
                guess.scale(),
                guess.decimals(),
                Wanted.NONE,
                kpi.byGender(),
                period(kpi),
                OF_ADULTS.contains(key.value()) ? Optional.of(ADULTS) : Optional.empty(),
                List.of());
    }

    private static String period(KoladaKpi kpi) {
        return String.join(
                ", ",
                Stream.of(
                                kpi.period().isBlank() ? "" : "Avser " + kpi.period(),
                                kpi.published().map(day -> "publiceras " + day).orElse(""))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    static SexPart sex(KoladaGender gender) {
        return switch (gender) {
            case TOTAL -> SexPart.ALL;
            case WOMEN -> SexPart.WOMEN;
            case MEN -> SexPart.MEN;
        };
    }

    /** What a value says; a status that speaks of secrecy hides the number, should there be one. */
    static Reading reading(KoladaValue value) {
        String status = value.status().strip().toLowerCase(Locale.ROOT);
        if (!status.isEmpty() && SECRET.stream().anyMatch(status::contains)) {
            return new Reading.Hidden();
        }
        if (value.value().isPresent()) {
            return Reading.of(value.value().getAsDouble());
        }
        boolean impossible = status.equals(".") || IMPOSSIBLE.stream().anyMatch(status::contains);
        return impossible ? new Reading.NotApplicable() : new Reading.Missing();
    }
}
