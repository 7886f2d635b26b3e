package se.samsyn.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.indicator.statistics.Vectors.file;
import static se.samsyn.indicator.statistics.Vectors.named;
import static se.samsyn.indicator.statistics.Vectors.numbers;
import static se.samsyn.indicator.statistics.Vectors.printed;
import static se.samsyn.indicator.statistics.Vectors.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import se.samsyn.indicator.proof.RRandom;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;

/** What R printed for its documented examples. */
class ReferenceVectorsTest {
    private final Vectors vectors = new Vectors();

    @Test
    void exactAndWilsonIntervalsOfShares(TestInfo test) {
        Path file = file("r", "epitools-binom.exact.txt");
        for (List<String> row : table(printed(file, "binom.exact("), 6)) {
            same(Shares.exact(share(row), level(row)), row.get(3), row.get(4));
        }
        for (List<String> row : table(printed(file, "binom.wilson("), 6)) {
            same(Shares.of(share(row), level(row)).interval(), row.get(3), row.get(4));
        }
        told(test, 40);
    }

    @Test
    void exactIntervalsOfEvents(TestInfo test) {
        Path file = file("r", "epitools-pois.exact.txt");
        for (int nth = 0; nth < 2; nth++) {
            for (List<String> row : table(printed(file, "pois.daly(", nth), 6)) {
                double time = Double.parseDouble(row.get(1));
                Interval ours = Events.exact(Double.parseDouble(row.get(0)), level(row));
                same(new Interval(ours.low() / time, ours.high() / time), row.get(3), row.get(4));
                vectors.same(Double.parseDouble(row.get(0)) / time, row.get(2));
            }
            for (List<String> row : table(printed(file, "pois.exact(", nth), 6)) {
                double time = Double.parseDouble(row.get(1));
                Interval ours = Events.exact(Double.parseDouble(row.get(0)), level(row));
                vectors.near(ours.low() / time, row.get(3), 5e-5 / time);
                vectors.near(ours.high() / time, row.get(4), 5e-5 / time);
            }
        }
        told(test, 100);
    }

    @Test
    void directlyStandardisedRates(TestInfo test) {
        Path file = file("r", "epitools-ageadjust.direct.txt");
        List<List<String>> population = table(printed(file, "population", 2), 6);
        List<List<String>> count = table(printed(file, "count", 2), 6);
        for (int order = 0; order < 5; order++) {
            List<Standardisation.Stratum> strata = new ArrayList<>();
            for (int age = 0; age < count.size(); age++) {
                double standard = population.get(age).subList(0, 5).stream()
                                .mapToDouble(Double::parseDouble)
                                .sum()
                        / 5;
                strata.add(new Standardisation.Stratum(
                        Double.parseDouble(count.get(age).get(order)),
                        Double.parseDouble(population.get(age).get(order)),
                        standard));
            }
            List<String> expected =
                    numbers(printed(file, "round(10^5 * birth.order", order).get(1));
            Estimate ours = Standardisation.directGamma(strata, Rates.Base.PER_100_000, Confidence.OF_95);
            vectors.same(ours.value(), expected.get(1));
            same(ours.interval(), expected.get(2), expected.get(3));
            vectors.same(
                    strata.stream().mapToDouble(Standardisation.Stratum::events).sum()
                            / strata.stream()
                                    .mapToDouble(Standardisation.Stratum::population)
                                    .sum()
                            * 1e5,
                    expected.get(0));
        }
        told(test, 20);
    }

    @Test
    void testsOfSharesAndTheirTrend(TestInfo test) {
        Path file = file("r", "stats-prop.trend.test.txt");
        List<String> lines = Vectors.lines(file);
        List<String> parts = numbers(first(lines, "> smokers <-"));
        List<String> wholes = numbers(first(lines, "> patients <-"));
        List<Share> shares = IntStream.range(0, parts.size())
                .mapToObj(i -> new Share(Long.parseLong(parts.get(i)), Long.parseLong(wholes.get(i))))
                .toList();
        same(Shares.test(shares).orElseThrow(), printed(file, "prop.test("));
        same(Shares.trend(shares).orElseThrow(), printed(file, "prop.trend.test("));
        double[] scores = {0, 0, 0, 1};
        same(Shares.trend(shares, scores).orElseThrow(), printed(file, "prop.trend.test(", 1));
        List<String> estimates = printed(file, "prop.test(").stream()
                .filter(line -> line.startsWith("0."))
                .flatMap(line -> numbers(line).stream())
                .toList();
        for (int i = 0; i < estimates.size(); i++) {
            vectors.same(shares.get(i).value(), estimates.get(i));
        }
        told(test, 13);
    }

    /** Without the example of a table of two by two, where R corrects for continuity. */
    @Test
    void chiSquare(TestInfo test) {
        Path file = file("r", "stats-chisq.test.txt");
        List<List<String>> observed = table(printed(file, "Xsq$observed"), 3);
        double[][] party = observed.stream().map(ReferenceVectorsTest::doubles).toArray(double[][]::new);
        same(ChiSquare.independence(party).orElseThrow(), printed(file, "(Xsq <-"));
        double[] three = {20, 15, 25};
        same(ChiSquare.fit(three, new double[] {1, 1, 1}).orElseThrow(), printed(file, "chisq.test(as.table(x))"));
        double[] five = {89, 37, 30, 28, 2};
        same(
                ChiSquare.fit(five, new double[] {40, 20, 20, 15, 5}).orElseThrow(),
                printed(file, "chisq.test(x, p = p, rescale"));
        same(
                ChiSquare.fit(five, new double[] {.4, .2, .2, .19, .01}).orElseThrow(),
                printed(file, "chisq.test(x, p = p)"));
        told(test, 12);
    }

    /** The sleep data of Student (1908) by A. R. Cushny and A. R. Peebles, as in R. */
    @Test
    void welchsTestOfTwoMeans(TestInfo test) {
        Path file = file("r", "stats-oneway.test.txt");
        Sample one = Sample.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
        Sample two = Sample.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);
        SignificanceTest ours = one.test(two).orElseThrow();
        List<String> lines = printed(file, "oneway.test(");
        vectors.same(ours.statistic() * ours.statistic(), named(lines, "F").getFirst());
        vectors.same(ours.degrees(), named(lines, "denom df").getFirst());
        vectors.same(ours.p(), named(lines, "p-value").getFirst());
        told(test, 3);
    }

    @Test
    void quantilesOfAllNineTypes(TestInfo test) {
        Path file = file("r", "stats-quantile.txt");
        double[] x = new RRandom(1).normal(1001);
        List<String> quarters = numbers(printed(file, "quantile(x <-").get(1));
        for (int i = 0; i < 5; i++) {
            vectors.same(Quantiles.of(x, i / 4.0, Quantiles.Type.TYPE_7), quarters.get(i));
        }
        double[] p = {.001, .005, .01, .02, .05, .1, .5};
        List<String> few = numbers(printed(file, "quantile(x, probs").get(1));
        for (int i = 0; i < p.length; i++) {
            vectors.same(Quantiles.of(x, p[i], Quantiles.Type.TYPE_7), few.get(i));
        }
        List<List<String>> types = table(printed(file, "signif(quantAll(x"), p.length);
        Iterator<List<String>> rows = types.iterator();
        for (Quantiles.Type type : Quantiles.Type.values()) {
            List<String> row = rows.next();
            for (int i = 0; i < p.length; i++) {
                vectors.same(Quantiles.of(x, p[i], type), row.get(i));
            }
        }
        told(test, 75);
    }

    @Test
    void fiveNumbers(TestInfo test) {
        Path file = file("r", "stats-fivenum.txt");
        double[] x = Arrays.copyOf(new RRandom(1).normal(100), 102);
        x[100] = Double.NEGATIVE_INFINITY;
        x[101] = Double.POSITIVE_INFINITY;
        List<String> expected = numbers(printed(file, "fivenum(").getFirst().replace("[1]", ""));
        double[] ours = Quantiles.fiveNumbers(x);
        for (int i = 0; i < 3; i++) {
            vectors.same(ours[i + 1], expected.get(i));
        }
        assertThat(ours[0]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ours[4]).isEqualTo(Double.POSITIVE_INFINITY);
        told(test, 3);
    }

    /** R searches for what is not given and stops within about two ten-thousandths. */
    @Test
    void powerOfTheTestOfTwoShares(TestInfo test) {
        Path file = file("r", "stats-power.prop.test.txt");
        List<String> lines = Vectors.lines(file);
        for (List<String> answer : answers(lines)) {
            double first = Double.parseDouble(named(answer, "p1").getFirst());
            double second = Double.parseDouble(named(answer, "p2").getFirst());
            if (second > 1) {
                continue;
            }
            Confidence level = new Confidence(
                    1 - Double.parseDouble(named(answer, "sig.level").getFirst()));
            String power = named(answer, "power").getFirst();
            String needed = named(answer, "n").getFirst();
            vectors.near(Power.ofShares(first, second, Double.parseDouble(needed), level), power, 2e-4);
            double wanted = Double.parseDouble(needed);
            vectors.near(Power.persons(first, second, Double.parseDouble(power), level), needed, 2e-3 * wanted);
        }
        told(test, 12);
    }

    private static List<List<String>> answers(List<String> lines) {
        List<List<String>> answers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("comparison of proportions power calculation")) {
                answers.add(lines.subList(i, i + 8));
            }
        }
        return answers;
    }

    private void told(TestInfo test, int least) {
        System.out.println(test.getDisplayName() + ": " + vectors.compared() + " numbers");
        assertThat(vectors.compared()).isGreaterThanOrEqualTo(least);
    }

    private void same(Interval ours, String low, String high) {
        vectors.same(ours.low(), low);
        vectors.same(ours.high(), high);
    }

    private void same(SignificanceTest ours, List<String> lines) {
        vectors.same(ours.statistic(), named(lines, "X-squared").getFirst());
        vectors.same(ours.degrees(), named(lines, "df").getFirst());
        vectors.same(ours.p(), named(lines, "p-value").getFirst());
    }

    private static Share share(List<String> row) {
        return new Share(Long.parseLong(row.get(0)), Long.parseLong(row.get(1)));
    }

    private static Confidence level(List<String> row) {
        return new Confidence(Double.parseDouble(row.get(5)));
    }

    private static String first(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    private static double[] doubles(List<String> row) {
        return row.stream().mapToDouble(Double::parseDouble).toArray();
    }
}
