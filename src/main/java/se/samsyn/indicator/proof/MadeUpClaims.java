package se.samsyn.indicator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import se.samsyn.indicator.Definition;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.statistics.Confidence;
import se.samsyn.indicator.statistics.Estimate;
import se.samsyn.indicator.statistics.Events;
import se.samsyn.indicator.statistics.Funnel;
import se.samsyn.indicator.statistics.Inequality;
import se.samsyn.indicator.statistics.Ranks;
import se.samsyn.indicator.statistics.Rates;
import se.samsyn.indicator.statistics.Shares;
import se.samsyn.indicator.statistics.Standardisation;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Verdict;

/** What must hold of figures whose truth is known, since they are made up. The same each time. */
final class MadeUpClaims {

    private static final int RUNS = 2_000;
    private static final int PLACES = 21;
    private static final double BASE = 0.2;
    private static final int PERSONS = 2_000;

    private MadeUpClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim("En befolkning standardiserad mot sig själv har sin egen frekvens", MadeUpClaims::toItself),
                new Claim(
                        "Intervall innehåller skattningen och smalnar av när de bygger på fler",
                        MadeUpClaims::intervals),
                new Claim("Tratten pekar ut omkring 5 och 0,2 procent där bara slumpen skiljer", MadeUpClaims::flags),
                new Claim("Rangintervall täcker den sanna rangen minst 95 gånger av 100", MadeUpClaims::ranks),
                new Claim(
                        "Ojämlikhetsindex (SII) är omkring noll där ingen lutning finns, och täcker noll",
                        MadeUpClaims::noSlope),
                new Claim(
                        "En frekvens per 100 000 med medelfolkmängd av två årsskiften är en definition, och räknas på deras mitt",
                        MadeUpClaims::meanOfYearEnds));
    }

    private static Verdict toItself() {
        var chance = new Random(20260301);
        double worst = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Standardisation.Stratum> strata = new ArrayList<>();
            double events = 0;
            double persons = 0;
            for (int stratum = 0; stratum < 9; stratum++) {
                double population = 1_000 + chance.nextInt(100_000);
                double seen = chance.nextInt(500);
                strata.add(new Standardisation.Stratum(seen, population, population));
                events += seen;
                persons += population;
            }
            double standardised = Standardisation.directGamma(strata, Rates.Base.PER_100_000, Confidence.OF_95)
                    .value();
            worst = Math.max(worst, Math.abs(standardised / (events / persons * 1e5) - 1));
        }
        return Verdict.of(worst < 1e-12, "%d befolkningar, största relativa skillnad %.1e".formatted(RUNS, worst));
    }

    private static Verdict intervals() {
        var chance = new Random(20260305);
        int wrong = 0;
        for (int run = 0; run < RUNS; run++) {
            long whole = 1L + chance.nextInt(500);
            long part = chance.nextInt((int) whole + 1);
            for (int kind = 0; kind < 4; kind++) {
                Estimate few = estimate(kind, part, whole);
                Estimate many = estimate(kind, 100 * part, 100 * whole);
                wrong += holds(few) && holds(many) && width(many) < width(few) ? 0 : 1;
            }
        }
        return Verdict.of(wrong == 0, "%d tal: Wilson, exakt, Byar och exakt Poisson; %d fel".formatted(RUNS, wrong));
    }

    private static Estimate estimate(int kind, long part, long whole) {
        var share = new Share(part, whole);
        return switch (kind) {
            case 0 -> Shares.of(share, Confidence.OF_95);
            case 1 -> new Estimate((double) part / whole, Shares.exact(share, Confidence.OF_95));
            case 2 -> rate(part, whole, Events.byar((double) part, Confidence.OF_95));
            default -> rate(part, whole, Events.exact((double) part, Confidence.OF_95));
        };
    }

    private static Estimate rate(long part, long whole, Interval events) {
        return new Estimate((double) part / whole, new Interval(events.low() / whole, events.high() / whole));
    }

    private static boolean holds(Estimate estimate) {
        return estimate.interval().low() <= estimate.value()
                && estimate.value() <= estimate.interval().high();
    }

    private static double width(Estimate estimate) {
        return estimate.interval().high() - estimate.interval().low();
    }

    private static Verdict flags() {
        var chance = new Random(20260302);
        var funnel = Funnel.ofShares(BASE);
        int places = 20_000;
        int outer = 0;
        int any = 0;
        for (int place = 0; place < places; place++) {
            int events = 0;
            for (int person = 0; person < PERSONS; person++) {
                events += chance.nextDouble() < BASE ? 1 : 0;
            }
            Funnel.Position at = funnel.position(new Funnel.Point(events, PERSONS));
            any += at == Funnel.Position.INSIDE ? 0 : 1;
            outer += at == Funnel.Position.FAR_ABOVE || at == Funnel.Position.FAR_BELOW ? 1 : 0;
        }
        double share = 100.0 * any / places;
        double far = 100.0 * outer / places;
        return Verdict.of(
                Math.abs(share - 5) < 1 && Math.abs(far - 0.2) < 0.15,
                "%d platser: %.2f %% utanför 95, %.2f %% utanför 99,8".formatted(places, share, far));
    }

    private static Verdict ranks() {
        var chance = new Random(20260303);
        int[] covered = new int[PLACES];
        for (int run = 0; run < RUNS; run++) {
            List<Estimate> figures = IntStream.range(0, PLACES)
                    .mapToObj(i -> Estimate.of(i / 3.0 + chance.nextGaussian(), 1, Confidence.OF_95))
                    .toList();
            List<Ranks.Rank> ranks =
                    Ranks.of(figures, Ranks.Order.LOWEST_FIRST, Ranks.Certainty.OF_EACH_PLACE, Confidence.OF_95);
            for (int i = 0; i < PLACES; i++) {
                covered[i] += ranks.get(i).contains(i + 1) ? 1 : 0;
            }
        }
        double least = 100.0 * IntStream.of(covered).min().orElse(0) / RUNS;
        return Verdict.of(least >= 95, "%d platser, minst %.1f av 100".formatted(PLACES, least));
    }

    private static Verdict noSlope() {
        var chance = new Random(20260304);
        int covered = 0;
        double sum = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Inequality.Group> groups = IntStream.range(0, 5)
                    .mapToObj(i -> new Inequality.Group(
                            10_000 + 1_000.0 * i, Estimate.of(50 + chance.nextGaussian(), 1, Confidence.OF_95)))
                    .toList();
            Estimate slope = Inequality.slopeIndex(groups);
            sum += slope.value();
            covered += slope.interval().low() <= 0 && slope.interval().high() >= 0 ? 1 : 0;
        }
        double share = 100.0 * covered / RUNS;
        double mean = sum / RUNS;
        return Verdict.of(
                share > 93 && Math.abs(mean) < 0.2,
                "%d gånger: medel %.3f, täcker noll %.1f av 100".formatted(RUNS, mean, share));
    }

    private static Verdict meanOfYearEnds() {
        var shape = new Definition(
                "vald",
                Definition.Statistic.RATE,
                "",
                "",
                "",
                Optional.of(new IndicatorKey("N01951")),
                Definition.Inhabitants.MEAN_OF_TWO_YEAR_ENDS);
        double persons = Rates.meanPopulation(9_800, 10_200);
        Estimate rate = Rates.of(25, persons, Rates.Base.PER_100_000, Confidence.OF_95);
        Interval interval = rate.interval();
        return Verdict.of(
                persons == 10_000
                        && shape.inhabitants() == Definition.Inhabitants.MEAN_OF_TWO_YEAR_ENDS
                        && Scale.PER_100000.isOfWhole()
                        && Math.abs(rate.value() - 250) < 1e-9
                        && interval.low() < 250
                        && interval.high() > 250,
                "25 händelser, 9 800 och 10 200 invånare: %.1f per 100 000".formatted(rate.value()));
    }
}
