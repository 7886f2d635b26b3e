package se.samsyn.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.samsyn.indicator.statistics.Vectors.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import se.samsyn.kernel.Interval;

/** The results that come with the methods of Public Health England (PHEindicatormethods). */
class PublicHealthVectorsTest {
    private static final Map<String, Confidence> LEVELS = Map.of(
            "95%",
            Confidence.OF_95, "0.95", Confidence.OF_95, "99.8%", Confidence.OF_99_8, "0.998", Confidence.OF_99_8);

    private final Vectors vectors = new Vectors();

    @Test
    void byarsAndWilsonsIntervals(TestInfo test) {
        for (Map<String, String> row : Vectors.sheet(file("phe", "testdata_Byars_Wilson.xlsx"), 0)) {
            if (!has(row, "x")) {
                continue;
            }
            Confidence level = level(row);
            Interval ours = at(row, "method").equals("Wilson")
                    ? Shares.wilson(number(row, "x"), number(row, "n"), level)
                    : Events.byar(number(row, "x"), level);
            same(ours, row, "lowercl", "uppercl");
        }
        told(test, 25);
    }

    @Test
    void proportions(TestInfo test) {
        Path file = file("phe", "testdata_Proportion.xlsx");
        for (Map<String, String> row : whole(Vectors.sheet(file, 0))) {
            double times = number(row, "multiplier");
            vectors.same(number(row, "Numerator") / number(row, "Denominator") * times, at(row, "value"));
            same(scaled(wilson(row, Confidence.OF_95), times), row, "lower95_0cl", "upper95_0cl");
            same(scaled(wilson(row, Confidence.OF_99_8), times), row, "lower99_8cl", "upper99_8cl");
        }
        for (Map<String, String> row : whole(Vectors.sheet(file, 1))) {
            double times = number(row, "multiplier");
            vectors.same(number(row, "Numerator") / number(row, "Denominator") * times, at(row, "value"));
            same(scaled(wilson(row, level(row)), times), row, "lowercl", "uppercl");
        }
        told(test, 104);
    }

    @Test
    void rates(TestInfo test) {
        Path file = file("phe", "testdata_Rate.xlsx");
        for (Map<String, String> row : whole(Vectors.sheet(file, 0))) {
            Estimate inner = rate(row, Confidence.OF_95);
            vectors.same(inner.value(), at(row, "value"));
            same(inner.interval(), row, "lower95_0cl", "upper95_0cl");
            same(rate(row, Confidence.OF_99_8).interval(), row, "lower99_8cl", "upper99_8cl");
        }
        for (Map<String, String> row : whole(Vectors.sheet(file, 1))) {
            Estimate ours = rate(row, level(row));
            vectors.same(ours.value(), at(row, "value"));
            same(ours.interval(), row, "lowercl", "uppercl");
        }
        told(test, 112);
    }

    @Test
    void placesOutsideTheFunnel(TestInfo test) {
        List<Map<String, String>> rows = Vectors.csv(file("phe", "testdata_funnel_prop_inputs.csv"));
        List<Funnel.Point> points = points(rows);
        Funnel funnel = Funnel.ofShares(Funnel.baseline(points));
        Map<Funnel.Position, String> words = Map.of(
                Funnel.Position.FAR_BELOW, "Low (0.001)",
                Funnel.Position.BELOW, "Low (0.025)",
                Funnel.Position.INSIDE, "Not significant",
                Funnel.Position.ABOVE, "High (0.025)",
                Funnel.Position.FAR_ABOVE, "High (0.001)");
        for (int i = 0; i < rows.size(); i++) {
            assertThat(words.get(funnel.position(points.get(i))))
                    .as(at(rows.get(i), "Area"))
                    .isEqualTo(at(rows.get(i), "significance"));
        }
        System.out.println(test.getDisplayName() + ": " + rows.size() + " places");
        assertThat(rows).hasSizeGreaterThan(100);
    }

    @Test
    void limitsOfTheFunnel(TestInfo test) {
        List<Funnel.Point> points = points(Vectors.csv(file("phe", "testdata_funnel_prop_inputs.csv")));
        limits(points, file("phe", "testdata_funnel_prop_outputs.csv"));
        told(test, 600);
    }

    /** The second case is of the places with fewer than 31 000 persons, so that the axis does not begin at 1. */
    @Test
    void limitsOfTheFunnelOnAnotherAxis(TestInfo test) {
        List<Funnel.Point> points = points(Vectors.csv(file("phe", "testdata_funnel_prop_inputs.csv"))).stream()
                .filter(each -> each.denominator() < 31_000)
                .toList();
        limits(points, file("phe", "testdata_funnel_prop_outputs_with_axis_variation.csv"));
        told(test, 600);
    }

    /** The file has rates of fifths and their intervals, without the strata behind them: it is the matter of a slope index. */
    @Test
    void slopeOfRatesByDeprivation(TestInfo test) {
        List<Map<String, String>> rows = Vectors.csv(file("phe", "DSR_testdata.csv"));
        for (String period :
                rows.stream().map(row -> at(row, "Period")).distinct().toList()) {
            List<Inequality.Group> groups = rows.stream()
                    .filter(row -> at(row, "Period").equals(period))
                    .map(row -> new Inequality.Group(
                            number(row, "total_pop"),
                            new Estimate(
                                    number(row, "value"),
                                    new Interval(number(row, "lowercl"), number(row, "uppercl")))))
                    .toList();
            Estimate slope = Inequality.slopeIndex(groups);
            double[] years = Inequality.ranks(
                    groups.stream().mapToDouble(Inequality.Group::population).toArray());
            double[] values =
                    groups.stream().mapToDouble(each -> each.figure().value()).toArray();
            double[] weights =
                    groups.stream().mapToDouble(Inequality.Group::population).toArray();
            LinearTrend line = LinearTrend.of(years, values, weights, Confidence.OF_95);
            assertThat(slope.value()).isCloseTo(line.slope(), within(1e-9));
            assertThat(Inequality.relativeIndex(groups).orElseThrow().value())
                    .isCloseTo(line.at(1) / line.at(0), within(1e-12));
            assertThat(slope.interval().high()).isNegative();
        }
        System.out.println(test.getDisplayName() + ": " + rows.size() + " rates");
        assertThat(rows).isNotEmpty();
    }

    private void limits(List<Funnel.Point> points, Path file) {
        Funnel funnel = Funnel.ofShares(Funnel.baseline(points));
        double[] axis = FunnelAxis.of(points);
        List<Map<String, String>> rows = Vectors.csv(file);
        assertThat(rows).hasSameSizeAs(IntStream.range(0, axis.length).boxed().toList());
        for (int i = 0; i < axis.length; i++) {
            Map<String, String> row = rows.get(i);
            vectors.same(axis[i], at(row, "Population"));
            vectors.same(100 * funnel.baseline(), at(row, "Baseline"));
            same(scaled(funnel.limits(axis[i], Confidence.OF_95), 100), row, "Lower2s0025limit", "Upper2s0025limit");
            same(scaled(funnel.limits(axis[i], Confidence.OF_99_8), 100), row, "Lower3s0001limit", "Upper3s0001limit");
        }
    }

    private void told(TestInfo test, int least) {
        System.out.println(test.getDisplayName() + ": " + vectors.compared() + " numbers");
        assertThat(vectors.compared()).isGreaterThanOrEqualTo(least);
    }

    private void same(Interval ours, Map<String, String> row, String low, String high) {
        if (has(row, low)) {
            vectors.same(ours.low(), at(row, low));
        }
        vectors.same(ours.high(), at(row, high));
    }

    private static Interval wilson(Map<String, String> row, Confidence level) {
        return Shares.wilson(number(row, "Numerator"), number(row, "Denominator"), level);
    }

    private static Estimate rate(Map<String, String> row, Confidence level) {
        Rates.Base base = number(row, "multiplier") == 100 ? Rates.Base.PER_100 : Rates.Base.PER_100_000;
        return Rates.of(number(row, "Numerator"), number(row, "Denominator"), base, level);
    }

    private static Interval scaled(Interval interval, double times) {
        return new Interval(interval.low() * times, interval.high() * times);
    }

    private static List<Funnel.Point> points(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> new Funnel.Point(number(row, "numerator"), number(row, "denominator")))
                .toList();
    }

    private static List<Map<String, String>> whole(List<Map<String, String>> rows) {
        return rows.stream()
                .filter(row -> has(row, "Numerator") && has(row, "Denominator"))
                .toList();
    }

    private static Confidence level(Map<String, String> row) {
        return Objects.requireNonNull(LEVELS.get(at(row, "confidence")));
    }

    private static boolean has(Map<String, String> row, String column) {
        return !at(row, column).isEmpty();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(at(row, column));
    }

    private static String at(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
