package se.samsyn.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Wanted;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.Where;

/** Draws values that look as such values do: places differ, years follow each other, few persons vary much by chance. */
final class DemoFigures {

    /** Those that the demo's county uses. */
    static final List<String> USED = List.of(
            "demo-trygghet",
            "demo-ohalsa",
            "demo-vantetid",
            "demo-delaktighet",
            "demo-insatser",
            "demo-bistand",
            "demo-sysselsatta");

    private static final IndicatorKey INHABITANTS = new IndicatorKey("demo-invanare");
    private static final IndicatorKey ADULTS = new IndicatorKey("demo-vuxna");
    private static final long SEED = 2026;
    private static final int FEW = 5;

    /** Whether it is the delivery a year ago or the one now, in which some values have been revised. */
    enum Round {
        FIRST,
        SECOND
    }

    private static final String PEOPLE = "Befolkning";
    private static final String VOLUME = "Volymer";

    private final List<PlaceCode> municipalities;
    private final int from;
    private final int until;
    private final Round round;

    DemoFigures(List<PlaceCode> municipalities, int from, int until, Round round) {
        this.municipalities = municipalities;
        this.from = from;
        this.until = until;
        this.round = round;
    }

    List<Indicator> indicators() {
        List<Indicator> indicators = new ArrayList<>();
        indicators.add(indicator(
                INHABITANTS,
                "Invånare, antal, påhittat",
                "Antal invånare vid årets slut.",
                PEOPLE,
                VOLUME,
                Scale.COUNT,
                Wanted.NONE,
                0,
                true,
                List.of()));
        indicators.add(indicator(
                ADULTS,
                "Invånare 18 år och äldre, antal, påhittat",
                "Antal invånare 18 år och äldre vid årets slut.",
                PEOPLE,
                VOLUME,
                Scale.COUNT,
                Wanted.NONE,
                0,
                true,
                List.of()));
        for (DemoIndicator kind : DemoIndicator.ALL) {
            Scale scale = switch (kind.shape()) {
                case SHARE -> Scale.PERCENT;
                case RATE -> Scale.PER_10000;
                case PLAIN -> Scale.OTHER;
            };
            indicators.add(indicator(
                    new IndicatorKey(kind.key()),
                    kind.title(),
                    kind.description(),
                    kind.area(),
                    kind.perspective(),
                    scale,
                    kind.wanted(),
                    kind.level() > 1000 ? 0 : 1,
                    kind.women() != 0,
                    groups(kind)));
        }
        return indicators;
    }

    private static List<Indicator.Group> groups(DemoIndicator kind) {
        return kind.key().equals("demo-fysisk")
                ? List.of(
                        new Indicator.Group("1", "förgymnasial utbildning"),
                        new Indicator.Group("2", "gymnasial utbildning"),
                        new Indicator.Group("3", "eftergymnasial utbildning"))
                : List.of();
    }

    private static Indicator indicator(
            IndicatorKey key,
            String title,
            String description,
            String area,
            String perspective,
            Scale scale,
            Wanted wanted,
            int decimals,
            boolean bySex,
            List<Indicator.Group> groups) {
        return new Indicator(
                key,
                "demo",
                Optional.empty(),
                title,
                description + " Värdena är påhittade.",
                area,
                perspective,
                scale,
                decimals,
                wanted,
                bySex,
                "Kalenderår",
                Optional.empty(),
                groups);
    }

    /** Gives all of them. */
    void give(Consumer<Observation> taker) {
        Map<PlaceCode, Double> sizes = sizes();
        for (int year = from; year <= until; year++) {
            people(taker, sizes, year);
        }
        for (DemoIndicator kind : DemoIndicator.ALL) {
            draw(taker, kind, sizes);
        }
    }

    private Map<PlaceCode, Double> sizes() {
        Chance chance = new Chance(SEED);
        Map<PlaceCode, Double> sizes = new HashMap<>();
        municipalities.forEach(place -> sizes.put(place, Math.exp(chance.normal(9.75, 0.95))));
        return sizes;
    }

    private void people(Consumer<Observation> taker, Map<PlaceCode, Double> sizes, int year) {
        Map<String, double[]> sums = new HashMap<>();
        for (PlaceCode place : municipalities) {
            double whole = Math.rint(sizes.getOrDefault(place, 0.0) * (1 + 0.004 * (year - from)));
            double[] numbers = {whole, Math.rint(whole * 0.497), whole - Math.rint(whole * 0.497)};
            above(place).forEach(code -> add(sums, code, numbers));
        }
        sums.forEach((code, numbers) -> {
            for (SexPart sex : SexPart.values()) {
                int at = at(sex);
                taker.accept(value(INHABITANTS, code, year, sex, Reading.of(numbers[at])));
                taker.accept(value(ADULTS, code, year, sex, Reading.of(Math.rint(numbers[at] * 0.8))));
            }
        });
    }

    private static int at(SexPart sex) {
        return switch (sex) {
            case ALL -> 0;
            case WOMEN -> 1;
            case MEN -> 2;
        };
    }

    private static List<String> above(PlaceCode place) {
        return List.of(place.value(), place.region().value(), "SE");
    }

    private static void add(Map<String, double[]> sums, String code, double[] numbers) {
        double[] sum = sums.computeIfAbsent(code, _ -> new double[numbers.length]);
        for (int i = 0; i < numbers.length; i++) {
            sum[i] += numbers[i];
        }
    }

    private static Observation value(IndicatorKey key, String place, int year, SexPart sex, Reading reading) {
        return Observation.of(key, Where.of(place), year, sex, reading);
    }

    private void draw(Consumer<Observation> taker, DemoIndicator kind, Map<PlaceCode, Double> sizes) {
        IndicatorKey key = new IndicatorKey(kind.key());
        Map<String, Map<String, double[]>> sums = new HashMap<>();
        for (PlaceCode place : municipalities) {
            Chance chance = new Chance(SEED ^ (kind.key() + place).hashCode());
            double own = chance.normal(0, kind.spread());
            double drift = chance.normal(kind.trend(), Math.abs(kind.trend()) / 2 + 0.03);
            for (int year = from; year <= until; year++) {
                double level = kind.level() * Math.max(0.05, 1 + own + drift * (year - from) / 9.0);
                double adults = Math.max(20, sizes.getOrDefault(place, 0.0) * 0.8 * kind.asked());
                double[] women = part(chance, kind, level * (1 + kind.women() / 2), adults * 0.5);
                double[] men = part(chance, kind, level * (1 - kind.women() / 2), adults * 0.5);
                for (String code : above(place)) {
                    add(sums.computeIfAbsent(code, _ -> new HashMap<>()), "K" + year, women);
                    add(sums.computeIfAbsent(code, _ -> new HashMap<>()), "M" + year, men);
                }
                if (kind.key().equals("demo-fysisk")) {
                    groups(taker, key, place, year, chance, level, adults);
                }
            }
        }
        sums.forEach((code, by) -> {
            for (int year = from; year <= until; year++) {
                told(taker, kind, code, year, by);
            }
        });
    }

    /** How many of how many, as chance has it; for plain numbers the number itself, weighed by those it is of. */
    private static double[] part(Chance chance, DemoIndicator kind, double level, double whole) {
        if (kind.shape() == DemoIndicator.Shape.PLAIN) {
            return new double[] {level * (1 + chance.normal(0, 0.02)) * whole, whole};
        }
        double share = kind.shape() == DemoIndicator.Shape.SHARE ? Math.min(0.98, level) : level / 10_000;
        double expected = share * whole;
        double drawn = Math.rint(chance.normal(expected, Math.sqrt(expected * (1 - share))));
        return new double[] {Math.clamp(drawn, 0, Math.rint(whole)), Math.rint(whole)};
    }

    private void told(
            Consumer<Observation> taker, DemoIndicator kind, String code, int year, Map<String, double[]> by) {
        IndicatorKey key = new IndicatorKey(kind.key());
        double[] women = by.get("K" + year);
        double[] men = by.get("M" + year);
        if (women == null || men == null) {
            return;
        }
        double[] all = {women[0] + men[0], women[1] + men[1]};
        Chance chance = new Chance(SEED ^ (kind.key() + code + year).hashCode());
        boolean missing = code.length() == 4 && !code.startsWith("20") && kind.asked() < 1 && chance.happens(0.06);
        boolean revised = round == Round.SECOND && year == until - 1 && chance.happens(0.08);
        taker.accept(value(key, code, year, SexPart.ALL, reading(kind, all, missing, revised)));
        if (kind.women() != 0) {
            taker.accept(value(key, code, year, SexPart.WOMEN, reading(kind, women, missing, false)));
            taker.accept(value(key, code, year, SexPart.MEN, reading(kind, men, missing, false)));
        }
    }

    private static Reading reading(DemoIndicator kind, double[] of, boolean missing, boolean revised) {
        if (missing) {
            return new Reading.Missing();
        }
        if (kind.asked() < 1 && of[1] < 4 * FEW) {
            return new Reading.Hidden();
        }
        double more = revised ? 1.02 : 1;
        double scale = switch (kind.shape()) {
            case SHARE -> 100;
            case RATE -> 10_000;
            case PLAIN -> 1;
        };
        double unit = kind.level() > 1000 ? 1 : 10;
        double part =
                kind.shape() == DemoIndicator.Shape.PLAIN ? of[0] * more : Math.min(of[1], Math.rint(of[0] * more));
        double value = Math.rint(scale * part / of[1] * unit) / unit;
        return kind.shape() == DemoIndicator.Shape.PLAIN
                ? Reading.of(value)
                : new Reading.Known(value, Optional.of(new Reading.Base(part, of[1])));
    }

    private void groups(
            Consumer<Observation> taker,
            IndicatorKey key,
            PlaceCode place,
            int year,
            Chance chance,
            double level,
            double adults) {
        double[] shares = {0.2, 0.46, 0.34};
        double[] levels = {0.82, 0.98, 1.12};
        for (int group = 0; group < shares.length; group++) {
            double whole = Math.rint(adults * 6 * shares[group]);
            double share = Math.min(0.97, level * levels[group]);
            double part = Math.clamp(
                    Math.rint(chance.normal(whole * share, Math.sqrt(whole * share * (1 - share)))), 0, whole);
            Reading reading = whole < 4 * FEW
                    ? new Reading.Hidden()
                    : new Reading.Known(
                            Math.rint(1000 * part / whole) / 10, Optional.of(new Reading.Base(part, whole)));
            taker.accept(new Observation(
                    key,
                    new Where.Area(place),
                    year,
                    SexPart.ALL,
                    String.valueOf(group + 1),
                    reading,
                    OptionalInt.empty()));
        }
    }
}
