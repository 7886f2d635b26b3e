package se.samsyn.indicator.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import se.samsyn.indicator.statistics.Confidence;
import se.samsyn.indicator.statistics.Power;
import se.samsyn.indicator.statistics.Quantiles;
import se.samsyn.indicator.statistics.Sample;
import se.samsyn.indicator.statistics.SignificanceTest;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;

/** What R printed for its documented examples, where it is about samples of measured values and how many are needed. */
final class SampleClaims {

    private static final double[] FEW = {.001, .005, .01, .02, .05, .1, .5};
    private static final int ANSWER = 8;

    /** R searches for what is not given and stops within about two ten-thousandths. */
    private static final double SEARCHED = 2e-4;

    private SampleClaims() {}

    static List<Claim> claims(Reference reference) {
        return List.of(
                new Claim(
                        "R: kvantiler av alla nio slag är som R skriver",
                        () -> reference.with("vectors/r/stats-quantile.txt", SampleClaims::quantiles)),
                new Claim(
                        "R: Welchs test av två medelvärden är som R skriver",
                        () -> reference.with("vectors/r/stats-oneway.test.txt", SampleClaims::means)),
                new Claim(
                        "R: styrka och antal för att jämföra två andelar är som R skriver",
                        () -> reference.with("vectors/r/stats-power.prop.test.txt", SampleClaims::power)));
    }

    private static Verdict quantiles(Path file) throws IOException {
        var held = new Held();
        double[] x = new RRandom(1).normal(1001);
        List<String> quarters =
                Lists.numbers(Lists.printed(file, "quantile(x <-", 0).get(1));
        for (int i = 0; i < quarters.size(); i++) {
            held.same(Quantiles.of(x, i / 4.0, Quantiles.Type.TYPE_7), quarters.get(i));
        }
        Iterator<List<String>> rows = Lists.table(Lists.printed(file, "signif(quantAll(x", 0), FEW.length)
                .iterator();
        for (Quantiles.Type type : Quantiles.Type.values()) {
            List<String> row = rows.next();
            IntStream.range(0, FEW.length).forEach(i -> held.same(Quantiles.of(x, FEW[i], type), row.get(i)));
        }
        return held.verdict();
    }

    /** The sleep data of Student (1908) by A. R. Cushny and A. R. Peebles, as in R. */
    private static Verdict means(Path file) throws IOException {
        var held = new Held();
        Sample one = Sample.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
        Sample two = Sample.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);
        SignificanceTest ours = one.test(two).orElseThrow();
        List<String> lines = Lists.printed(file, "oneway.test(", 0);
        held.same(ours.statistic() * ours.statistic(), Lists.named(lines, "F"));
        held.same(ours.degrees(), Lists.named(lines, "denom df"));
        held.same(ours.p(), Lists.named(lines, "p-value"));
        return held.verdict();
    }

    private static Verdict power(Path file) throws IOException {
        var held = new Held();
        List<String> lines = Files.readAllLines(file);
        IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("comparison of proportions power calculation"))
                .mapToObj(i -> lines.subList(i, i + ANSWER))
                .filter(answer -> number(answer, "p2") <= 1)
                .forEach(answer -> power(held, answer));
        return held.verdict();
    }

    private static void power(Held held, List<String> answer) {
        double first = number(answer, "p1");
        double second = number(answer, "p2");
        double persons = number(answer, " n");
        double power = number(answer, "power");
        var level = new Confidence(1 - number(answer, "sig.level"));
        held.near(Power.ofShares(first, second, persons, level), Lists.named(answer, "power"), SEARCHED);
        held.near(Power.persons(first, second, power, level), Lists.named(answer, " n"), 10 * SEARCHED * persons);
    }

    private static double number(List<String> lines, String name) {
        return Double.parseDouble(Lists.named(lines, name));
    }
}
