package se.samsyn.indicator.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import se.samsyn.indicator.statistics.ChiSquare;
import se.samsyn.indicator.statistics.Confidence;
import se.samsyn.indicator.statistics.Estimate;
import se.samsyn.indicator.statistics.Events;
import se.samsyn.indicator.statistics.Rates;
import se.samsyn.indicator.statistics.Shares;
import se.samsyn.indicator.statistics.SignificanceTest;
import se.samsyn.indicator.statistics.Standardisation;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;

/** What R printed for its documented examples, where it is about indicators. */
final class PrintedClaims {

    private static final int TABLE = 6;
    private static final int ORDERS = 5;

    private PrintedClaims() {}

    static List<Claim> claims(Reference reference) {
        return List.of(
                new Claim(
                        "R: exakta och Wilsons intervall för andelar är som R skriver",
                        () -> reference.with("vectors/r/epitools-binom.exact.txt", PrintedClaims::shares)),
                new Claim(
                        "R: exakta intervall för händelser är som R skriver",
                        () -> reference.with("vectors/r/epitools-pois.exact.txt", PrintedClaims::events)),
                new Claim(
                        "R: direkt standardiserade frekvenser med intervall är som R skriver",
                        () -> reference.with("vectors/r/epitools-ageadjust.direct.txt", PrintedClaims::standardised)),
                new Claim(
                        "R: test av andelar och av deras trend är som R skriver",
                        () -> reference.with("vectors/r/stats-prop.trend.test.txt", PrintedClaims::trend)),
                new Claim(
                        "R: chi2-test av samband och av givna andelar är som R skriver",
                        () -> reference.with("vectors/r/stats-chisq.test.txt", PrintedClaims::chiSquare)));
    }

    private static Confidence level(List<String> row) {
        return new Confidence(Double.parseDouble(row.get(5)));
    }

    private static Share share(List<String> row) {
        return new Share(Long.parseLong(row.get(0)), Long.parseLong(row.get(1)));
    }

    private static Verdict shares(Path file) throws IOException {
        var held = new Held();
        for (List<String> row : Lists.table(Lists.printed(file, "binom.exact(", 0), TABLE)) {
            held.same(Shares.exact(share(row), level(row)), row.get(3), row.get(4));
        }
        for (List<String> row : Lists.table(Lists.printed(file, "binom.wilson(", 0), TABLE)) {
            held.same(Shares.of(share(row), level(row)).interval(), row.get(3), row.get(4));
        }
        return held.verdict();
    }

    private static Verdict events(Path file) throws IOException {
        var held = new Held();
        for (int nth = 0; nth < 2; nth++) {
            for (List<String> row : Lists.table(Lists.printed(file, "pois.daly(", nth), TABLE)) {
                double time = Double.parseDouble(row.get(1));
                Interval ours = Events.exact(Double.parseDouble(row.get(0)), level(row));
                held.same(new Interval(ours.low() / time, ours.high() / time), row.get(3), row.get(4));
            }
        }
        return held.verdict();
    }

    private static Verdict standardised(Path file) throws IOException {
        var held = new Held();
        List<List<String>> population = Lists.table(Lists.printed(file, "population", 2), TABLE);
        List<List<String>> count = Lists.table(Lists.printed(file, "count", 2), TABLE);
        for (int order = 0; order < ORDERS; order++) {
            List<Standardisation.Stratum> strata = new ArrayList<>();
            for (int age = 0; age < count.size(); age++) {
                double standard = population.get(age).subList(0, ORDERS).stream()
                                .mapToDouble(Double::parseDouble)
                                .sum()
                        / ORDERS;
                strata.add(new Standardisation.Stratum(
                        Double.parseDouble(count.get(age).get(order)),
                        Double.parseDouble(population.get(age).get(order)),
                        standard));
            }
            List<String> expected = Lists.numbers(
                    Lists.printed(file, "round(10^5 * birth.order", order).get(1));
            Estimate ours = Standardisation.directGamma(strata, Rates.Base.PER_100_000, Confidence.OF_95);
            held.same(ours.value(), expected.get(1));
            held.same(ours.interval(), expected.get(2), expected.get(3));
        }
        return held.verdict();
    }

    private static Verdict trend(Path file) throws IOException {
        var held = new Held();
        List<String> lines = Files.readAllLines(file);
        List<String> parts = Lists.numbers(first(lines, "> smokers <-"));
        List<String> wholes = Lists.numbers(first(lines, "> patients <-"));
        List<Share> shares = IntStream.range(0, parts.size())
                .mapToObj(i -> new Share(Long.parseLong(parts.get(i)), Long.parseLong(wholes.get(i))))
                .toList();
        same(held, Shares.test(shares).orElseThrow(), Lists.printed(file, "prop.test(", 0));
        same(held, Shares.trend(shares).orElseThrow(), Lists.printed(file, "prop.trend.test(", 0));
        same(
                held,
                Shares.trend(shares, new double[] {0, 0, 0, 1}).orElseThrow(),
                Lists.printed(file, "prop.trend.test(", 1));
        return held.verdict();
    }

    private static Verdict chiSquare(Path file) throws IOException {
        var held = new Held();
        double[][] party = Lists.table(Lists.printed(file, "Xsq$observed", 0), 3).stream()
                .map(row -> row.stream().mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
        same(held, ChiSquare.independence(party).orElseThrow(), Lists.printed(file, "(Xsq <-", 0));
        same(
                held,
                ChiSquare.fit(new double[] {20, 15, 25}, new double[] {1, 1, 1}).orElseThrow(),
                Lists.printed(file, "chisq.test(as.table(x))", 0));
        double[] five = {89, 37, 30, 28, 2};
        same(
                held,
                ChiSquare.fit(five, new double[] {.4, .2, .2, .19, .01}).orElseThrow(),
                Lists.printed(file, "chisq.test(x, p = p)", 0));
        return held.verdict();
    }

    private static String first(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    private static void same(Held held, SignificanceTest ours, List<String> lines) {
        held.same(ours.statistic(), Lists.named(lines, "X-squared"));
        held.same(ours.degrees(), Lists.named(lines, "df"));
        held.same(ours.p(), Lists.named(lines, "p-value"));
    }
}
