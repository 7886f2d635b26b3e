package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Target;
import se.samsyn.indicator.Targets;
import se.samsyn.indicator.Wanted;
import se.samsyn.indicator.statistics.Chance;
import se.samsyn.indicator.statistics.Confidence;
import se.samsyn.indicator.statistics.FalseDiscovery;
import se.samsyn.indicator.statistics.MannKendall;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.Where;

/** Finds, among the indicators that a place uses or has targets for, what deviates: the beginning of a plan. */
@Service
@Transactional(readOnly = true)
public class Deviations {
    /*
     * Rules: a target of the latest year with a value, or of an earlier one, is missed; the latest value is on the wrong side of the median of the seven
     * most similar places; the last ten years since a break go the wrong way; women and men differ. The last three are listed where chance alone would
     * seldom do it (5 %), and judged together with all that were tried and not listed, since among many some deviate by chance (FalseDiscovery). Without a wanted
     * direction nothing is called worse.
     */
    private static final int NEAREST = 7;
    private static final int MOST = 60;
    private static final int FEWEST_YEARS = 4;
    private static final int YEARS = 10;
    private static final double SELDOM = 0.05;

    private final Catalogue catalogue;
    private final Targets targets;
    private final Boards boards;

    Deviations(Catalogue catalogue, Targets targets, Boards boards) {
        this.catalogue = catalogue;
        this.targets = targets;
        this.boards = boards;
    }

    /** What was looked through and what was found, the least likely chance first. */
    public record Findings(int indicators, List<Deviation> deviations) {

        /** Copies the list. */
        public Findings {
            deviations = List.copyOf(deviations);
        }
    }

    /** Looks through at most sixty indicators of a place. */
    public Findings of(PlaceCode place) {
        List<Target> wanted = targets.of(place);
        List<IndicatorKey> keys = Stream.concat(
                        catalogue.used(place).stream(), wanted.stream().map(Target::indicator))
                .distinct()
                .limit(MOST)
                .toList();
        Collection<Indicator> indicators = catalogue.find(keys).values();
        List<IndicatorKey> read = Stream.concat(
                        keys.stream(), indicators.stream().flatMap(one -> one.base().stream()))
                .distinct()
                .toList();
        Where home = new Where.Area(place);
        List<Where> similar = boards.similar(home, NEAREST);
        List<Observation> values = catalogue.values(
                read, Stream.concat(Stream.of(home), similar.stream()).toList());
        List<Tried> found = new ArrayList<>();
        for (Indicator indicator : indicators) {
            var look = new Look(indicator, home, similar, Boards.points(indicator, values));
            wanted.stream()
                    .filter(target -> target.indicator().equals(indicator.key())
                            && target.unit().isEmpty())
                    .forEach(target -> look.target(target, found));
            look.similar(found);
            look.trend(found);
            look.gap(found);
        }
        return new Findings(indicators.size(), judged(found));
    }

    /** A rule that was tried, and whether what came of it is worth a line. */
    private record Tried(Deviation deviation, boolean listed) {}

    private static List<Deviation> judged(List<Tried> all) {
        List<Tried> told =
                all.stream().filter(one -> one.deviation().chance().isPresent()).toList();
        double[] rates = FalseDiscovery.rates(told.stream()
                .mapToDouble(one -> one.deviation().chance().getAsDouble())
                .toArray());
        List<Deviation> judged = new ArrayList<>();
        for (int at = 0; at < told.size(); at++) {
            if (told.get(at).listed()) {
                judged.add(told.get(at).deviation().in(OptionalDouble.of(rates[at])));
            }
        }
        all.stream()
                .filter(one -> one.listed() && one.deviation().chance().isEmpty())
                .forEach(one -> judged.add(one.deviation()));
        judged.sort(
                Comparator.comparingDouble((Deviation one) -> one.falseRate().orElse(2))
                        .thenComparing(one -> one.indicator().title()));
        return judged;
    }

    /** One indicator, looked at by each rule. */
    private record Look(Indicator indicator, Where home, List<Where> group, Map<Board.Key, Point> points) {

        private List<Point> series(SexPart sex) {
            TreeSet<Integer> years = new TreeSet<>();
            points.keySet().stream().filter(key -> key.where().equals(home)).forEach(key -> years.add(key.year()));
            return years.stream()
                    .flatMap(year -> Stream.ofNullable(points.get(new Board.Key(home, year, sex, ""))))
                    .filter(Point::known)
                    .toList();
        }

        void target(Target target, List<Tried> found) {
            series(target.sex()).stream()
                    .filter(point -> point.year() == target.year())
                    .forEach(point -> found.add(new Tried(
                            deviation(
                                    Deviation.Kind.TARGET_MISSED, point, target.value(), chance(point, target.value())),
                            !target.bound().isReached(point.value(), target.value()))));
        }

        void similar(List<Tried> found) {
            List<Point> own = series(SexPart.ALL);
            if (own.isEmpty() || indicator.wanted() == Wanted.NONE) {
                return;
            }
            Point last = own.getLast();
            double[] others = group.stream()
                    .flatMap(where -> Stream.ofNullable(points.get(new Board.Key(where, last.year(), SexPart.ALL, ""))))
                    .filter(Point::known)
                    .mapToDouble(Point::value)
                    .sorted()
                    .toArray();
            if (others.length < 3) {
                return;
            }
            double median = (others[(others.length - 1) / 2] + others[others.length / 2]) / 2;
            OptionalDouble chance = chance(last, median);
            boolean seldom = chance.isEmpty() ? isLast(last, others) : chance.getAsDouble() < SELDOM;
            found.add(new Tried(
                    deviation(Deviation.Kind.WORSE_THAN_SIMILAR, last, median, chance),
                    seldom && isWorse(last.value() - median)));
        }

        /** Without knowing of chance: beyond all the others. */
        private boolean isLast(Point last, double[] others) {
            return isWorse(last.value() - (indicator.wanted() == Wanted.HIGH ? others[0] : others[others.length - 1]));
        }

        void trend(List<Tried> found) {
            List<Point> own = series(SexPart.ALL);
            List<Point> late = own.subList(Math.max(0, own.size() - YEARS), own.size());
            if (late.size() < FEWEST_YEARS || indicator.wanted() == Wanted.NONE) {
                return;
            }
            MannKendall trend =
                    MannKendall.of(late.stream().mapToDouble(Point::value).toArray());
            found.add(new Tried(
                    deviation(
                            Deviation.Kind.WORSE_TREND,
                            late.getLast(),
                            late.getFirst().value(),
                            OptionalDouble.of(trend.p())),
                    trend.p() < SELDOM && isWorse(trend.score())));
        }

        void gap(List<Tried> found) {
            List<Point> women = series(SexPart.WOMEN);
            if (women.isEmpty()) {
                return;
            }
            Point first = women.getLast();
            Point second = points.get(new Board.Key(home, first.year(), SexPart.MEN, ""));
            if (second == null || !second.known()) {
                return;
            }
            Uncertainty.estimate(first)
                    .ifPresent(one -> Uncertainty.estimate(second).ifPresent(other -> {
                        double p = Chance.ofDifference(one, other, Confidence.OF_95);
                        found.add(new Tried(
                                deviation(Deviation.Kind.GAP, first, second.value(), OptionalDouble.of(p)),
                                p < SELDOM));
                    }));
        }

        private boolean isWorse(double difference) {
            return indicator.wanted() == Wanted.HIGH ? difference < 0 : difference > 0;
        }

        private Deviation deviation(Deviation.Kind kind, Point point, double against, OptionalDouble chance) {
            return new Deviation(
                    kind, indicator, point.year(), point.sex(), point.value(), against, chance, OptionalDouble.empty());
        }

        /** How likely a value at least so far from a fixed one is, from the end of its interval that lies towards it. */
        private static OptionalDouble chance(Point point, double fixed) {
            if (point.interval().isEmpty()) {
                return OptionalDouble.empty();
            }
            double towards = point.value() > fixed
                    ? point.value() - point.interval().get().low()
                    : point.interval().get().high() - point.value();
            double error = towards / Confidence.OF_95.normal();
            return error > 0
                    ? OptionalDouble.of(Chance.ofDeviation((point.value() - fixed) / error))
                    : OptionalDouble.empty();
        }
    }
}
