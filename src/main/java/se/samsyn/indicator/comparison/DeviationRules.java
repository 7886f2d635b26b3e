package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.samsyn.indicator.Break;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Target;
import se.samsyn.indicator.Wanted;
import se.samsyn.indicator.statistics.Chance;
import se.samsyn.indicator.statistics.Confidence;
import se.samsyn.indicator.statistics.FalseDiscovery;
import se.samsyn.indicator.statistics.MannKendall;
import se.samsyn.table.Where;

/** The rules by which one indicator of a place, or a unit, deviates. */
record DeviationRules(
        Indicator indicator, Where home, List<Where> group, Map<Board.Key, Point> points, List<Break> breaks) {
    /*
     * Rules: a target of the latest year with a value, or of an earlier one, is missed; the latest value is on the wrong side of the median of the seven
     * most similar places; the last ten years since a break go the wrong way; women and men differ, or the first and the last of other groups. All but the first are listed where chance alone would
     * seldom do it (5 %), and judged together with all that were tried and not listed, since among many some deviate by chance (FalseDiscovery). Without a wanted
     * direction nothing is called worse.
     */
    private static final int FEWEST_YEARS = 4;
    private static final int FEWEST_OTHERS = 3;
    private static final int YEARS = 10;
    private static final double SELDOM = 0.05;

    /** A rule that was tried, and whether what came of it is worth a line. */
    record Tried(Deviation deviation, boolean listed) {}

    /** Those worth a line, the least likely chance first, with the share of false finds among all that were tried. */
    static List<Deviation> judged(List<Tried> all) {
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

    /** What each rule comes to; a rule that does not apply is not among them. */
    List<Tried> tried(List<Target> targets) {
        List<Tried> found = new ArrayList<>();
        targets.stream()
                .filter(target -> target.indicator().equals(indicator.key())
                        && target.home().equals(home))
                .forEach(target -> target(target, found));
        similar(found);
        trend(found);
        gap(found);
        groups(found);
        return found;
    }

    /** The first year that can be compared with another. */
    private int since(int last) {
        return breaks.stream()
                .mapToInt(Break::year)
                .filter(year -> year <= last)
                .max()
                .orElse(0);
    }

    private List<Point> series(SexPart sex) {
        TreeSet<Integer> years = new TreeSet<>();
        points.keySet().stream().filter(key -> key.where().equals(home)).forEach(key -> years.add(key.year()));
        return years.stream()
                .flatMap(year -> Stream.ofNullable(points.get(new Board.Key(home, year, sex, ""))))
                .filter(Point::known)
                .toList();
    }

    private void target(Target target, List<Tried> found) {
        series(target.sex()).stream()
                .filter(point -> point.year() == target.year())
                .forEach(point -> found.add(new Tried(
                        deviation(Deviation.Kind.TARGET_MISSED, point, target.value(), chance(point, target.value())),
                        !target.bound().isReached(point.value(), target.value()))));
    }

    private void similar(List<Tried> found) {
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
        if (others.length < FEWEST_OTHERS) {
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

    private void trend(List<Tried> found) {
        List<Point> own = series(SexPart.ALL);
        int last = own.isEmpty() ? 0 : own.getLast().year();
        int since = Math.max(since(last), last - YEARS + 1);
        List<Point> late = own.stream().filter(point -> point.year() >= since).toList();
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
                trend.p() < SELDOM && isWorse((double) trend.score())));
    }

    private void gap(List<Tried> found) {
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
                            deviation(Deviation.Kind.GAP, first, second.value(), OptionalDouble.of(p)), p < SELDOM));
                }));
    }

    /** The last group, such as the longest education, against the first. */
    private void groups(List<Tried> found) {
        List<Point> own = series(SexPart.ALL);
        if (own.isEmpty() || indicator.groups().size() < 2) {
            return;
        }
        int year = own.getLast().year();
        group(year, indicator.groups().getLast().code())
                .ifPresent(last -> group(year, indicator.groups().getFirst().code())
                        .ifPresent(first -> Uncertainty.estimate(last)
                                .ifPresent(one -> Uncertainty.estimate(first).ifPresent(other -> {
                                    double p = Chance.ofDifference(one, other, Confidence.OF_95);
                                    found.add(new Tried(
                                            deviation(
                                                    Deviation.Kind.INEQUALITY,
                                                    last,
                                                    first.value(),
                                                    OptionalDouble.of(p)),
                                            p < SELDOM));
                                }))));
    }

    private Optional<Point> group(int year, String code) {
        return Optional.ofNullable(points.get(new Board.Key(home, year, SexPart.ALL, code)))
                .filter(Point::known);
    }

    private boolean isWorse(double difference) {
        return indicator.wanted() == Wanted.HIGH ? difference < 0 : difference > 0;
    }

    private Deviation deviation(Deviation.Kind kind, Point point, double against, OptionalDouble chance) {
        return new Deviation(
                kind,
                indicator,
                home,
                point.year(),
                point.sex(),
                point.value(),
                against,
                chance,
                OptionalDouble.empty());
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
