package se.samsyn.indicator.proof;

import static se.samsyn.indicator.proof.Lists.at;
import static se.samsyn.indicator.proof.Lists.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.samsyn.indicator.statistics.Confidence;
import se.samsyn.indicator.statistics.Estimate;
import se.samsyn.indicator.statistics.Events;
import se.samsyn.indicator.statistics.Funnel;
import se.samsyn.indicator.statistics.FunnelAxis;
import se.samsyn.indicator.statistics.Rates;
import se.samsyn.indicator.statistics.Shares;
import se.samsyn.kernel.Interval;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;

/** The results that come with the methods of a public-health agency (UKHSA, PHEindicatormethods). */
final class PublishedClaims {

    private static final String PLACES = "vectors/phe/testdata_funnel_prop_inputs.csv";
    private static final int NARROWER = 31_000;
    private static final Map<Funnel.Position, String> WORDS = Map.of(
            Funnel.Position.FAR_BELOW, "Low (0.001)",
            Funnel.Position.BELOW, "Low (0.025)",
            Funnel.Position.INSIDE, "Not significant",
            Funnel.Position.ABOVE, "High (0.025)",
            Funnel.Position.FAR_ABOVE, "High (0.001)");

    private PublishedClaims() {}

    static List<Claim> claims(Reference reference) {
        return List.of(
                new Claim(
                        "UKHSA: Wilsons och Byars intervall är som publicerat",
                        () -> reference.with("vectors/phe/testdata_Byars_Wilson.xlsx", PublishedClaims::intervals)),
                new Claim(
                        "UKHSA: andelar med 95 och 99,8 procents intervall är som publicerat",
                        () -> reference.with("vectors/phe/testdata_Proportion.xlsx", PublishedClaims::proportions)),
                new Claim(
                        "UKHSA: frekvenser med 95 och 99,8 procents intervall är som publicerat",
                        () -> reference.with("vectors/phe/testdata_Rate.xlsx", PublishedClaims::rates)),
                new Claim(
                        "UKHSA: samma kommuner utanför tratten som publicerat",
                        () -> reference.with(PLACES, PublishedClaims::positions)),
                new Claim(
                        "UKHSA: trattens gränser är som publicerat",
                        () -> reference.with(
                                PLACES,
                                file -> limits(file, "testdata_funnel_prop_outputs.csv", Double.POSITIVE_INFINITY))),
                new Claim(
                        "UKHSA: trattens gränser på en annan axel är som publicerat",
                        () -> reference.with(
                                PLACES,
                                file -> limits(
                                        file, "testdata_funnel_prop_outputs_with_axis_variation.csv", NARROWER))));
    }

    private static Confidence level(Map<String, String> row) {
        return at(row, "confidence").startsWith("99.8") || at(row, "confidence").startsWith("0.998")
                ? Confidence.OF_99_8
                : Confidence.OF_95;
    }

    private static Verdict intervals(Path file) throws IOException {
        var held = new Held();
        for (Map<String, String> row : Lists.sheet(file, 0)) {
            if (!at(row, "x").isEmpty()) {
                Interval ours = at(row, "method").equals("Wilson")
                        ? Shares.wilson(number(row, "x"), number(row, "n"), level(row))
                        : Events.byar(number(row, "x"), level(row));
                held.same(ours, at(row, "lowercl"), at(row, "uppercl"));
            }
        }
        return held.verdict();
    }

    private static List<Map<String, String>> whole(Path file, int sheet) throws IOException {
        return Lists.sheet(file, sheet).stream()
                .filter(row -> !at(row, "Numerator").isEmpty()
                        && !at(row, "Denominator").isEmpty())
                .toList();
    }

    private static Verdict proportions(Path file) throws IOException {
        var held = new Held();
        for (Map<String, String> row : whole(file, 0)) {
            held.same(
                    number(row, "Numerator") / number(row, "Denominator") * number(row, "multiplier"),
                    at(row, "value"));
            held.same(wilson(row, Confidence.OF_95), at(row, "lower95_0cl"), at(row, "upper95_0cl"));
            held.same(wilson(row, Confidence.OF_99_8), at(row, "lower99_8cl"), at(row, "upper99_8cl"));
        }
        for (Map<String, String> row : whole(file, 1)) {
            held.same(wilson(row, level(row)), at(row, "lowercl"), at(row, "uppercl"));
        }
        return held.verdict();
    }

    private static Interval wilson(Map<String, String> row, Confidence level) {
        return scaled(
                Shares.wilson(number(row, "Numerator"), number(row, "Denominator"), level), number(row, "multiplier"));
    }

    private static Interval scaled(Interval interval, double times) {
        return new Interval(interval.low() * times, interval.high() * times);
    }

    private static Verdict rates(Path file) throws IOException {
        var held = new Held();
        for (Map<String, String> row : whole(file, 0)) {
            Estimate inner = rate(row, Confidence.OF_95);
            held.same(inner.value(), at(row, "value"));
            held.same(inner.interval(), at(row, "lower95_0cl"), at(row, "upper95_0cl"));
            held.same(rate(row, Confidence.OF_99_8).interval(), at(row, "lower99_8cl"), at(row, "upper99_8cl"));
        }
        for (Map<String, String> row : whole(file, 1)) {
            held.same(rate(row, level(row)).interval(), at(row, "lowercl"), at(row, "uppercl"));
        }
        return held.verdict();
    }

    private static Estimate rate(Map<String, String> row, Confidence level) {
        Rates.Base base =
                number(row, "multiplier") == Rates.Base.PER_100.persons() ? Rates.Base.PER_100 : Rates.Base.PER_100_000;
        return Rates.of(number(row, "Numerator"), number(row, "Denominator"), base, level);
    }

    private static Funnel.Point point(Map<String, String> row) {
        return new Funnel.Point(number(row, "numerator"), number(row, "denominator"));
    }

    private static Verdict positions(Path file) throws IOException {
        List<Map<String, String>> rows = Lists.csv(file);
        Funnel funnel = Funnel.ofShares(
                Funnel.baseline(rows.stream().map(PublishedClaims::point).toList()));
        List<String> differing = new ArrayList<>();
        for (Map<String, String> row : rows) {
            if (!at(row, "significance").equals(WORDS.get(funnel.position(point(row))))) {
                differing.add(at(row, "Area"));
            }
        }
        return Verdict.of(
                !rows.isEmpty() && differing.isEmpty(), rows.size() + " platser, " + differing.size() + " skiljer");
    }

    private static Verdict limits(Path file, String expected, double below) throws IOException {
        List<Funnel.Point> points = Lists.csv(file).stream()
                .map(PublishedClaims::point)
                .filter(point -> point.denominator() < below)
                .toList();
        Funnel funnel = Funnel.ofShares(Funnel.baseline(points));
        double[] axis = FunnelAxis.of(points);
        List<Map<String, String>> rows = Lists.csv(file.resolveSibling(expected));
        var held = new Held();
        for (int i = 0; i < axis.length; i++) {
            Map<String, String> row = rows.get(i);
            held.same(axis[i], at(row, "Population"));
            held.same(
                    scaled(funnel.limits(axis[i], Confidence.OF_95), 100),
                    at(row, "Lower2s0025limit"),
                    at(row, "Upper2s0025limit"));
            held.same(
                    scaled(funnel.limits(axis[i], Confidence.OF_99_8), 100),
                    at(row, "Lower3s0001limit"),
                    at(row, "Upper3s0001limit"));
        }
        return held.verdict();
    }
}
