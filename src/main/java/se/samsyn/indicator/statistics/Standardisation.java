package se.samsyn.indicator.statistics;

import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.GammaDistribution;
import se.samsyn.kernel.Interval;

/** Rates made comparable between populations of different age, sex or other make-up. */
public final class Standardisation {
    /*
     * Direct: the rate there would be if the population had the standard's make-up. Indirect: the events seen against those there would be if the
     * population had the reference's rates.
     *
     * [1] A. J. Dobson, K. Kuulasmaa, E. Eberle, J. Scherer: Confidence intervals for weighted sums of Poisson parameters. Statist. Med. 10 (1991),
     *     457-462, with Byar's interval for the events, as Public Health England: Technical Guide, Confidence Intervals (2018), appendix 4.
     * [2] M. P. Fay, E. J. Feuer: Confidence intervals for directly standardized rates: a method based on the gamma distribution. Statist. Med. 16
     *     (1997), 791-801.
     * [3] N. E. Breslow, N. E. Day: Statistical Methods in Cancer Research II. IARC (1987), ch. 2.
     */
    private static final double FEW = 10;
    private static final double ACCURACY = 1e-16;

    /**
     * A stratum, such as women of 20 to 24 years, for direct standardisation.
     *
     * @param events seen in the population, at least 0
     * @param population persons or person-years, above 0 unless the standard is 0
     * @param standard the standard's persons, or weight on any scale, at least 0
     */
    public record Stratum(double events, double population, double standard) {
        /** Checks that the rate of the stratum exists where it counts. */
        public Stratum {
            Events.check(events);
            if (!(standard >= 0 && population >= 0) || (population == 0 && (standard > 0 || events > 0))) {
                throw new IllegalArgumentException(
                        "A stratum that counts in the standard has somebody in the population");
            }
        }

        private double rate() {
            return population == 0 ? 0 : events / population;
        }
    }

    /**
     * A stratum for indirect standardisation.
     *
     * @param population persons or person-years, at least 0
     * @param referenceEvents events in the reference, at least 0
     * @param referencePopulation persons or person-years in the reference, above 0
     */
    public record ReferenceStratum(double population, double referenceEvents, double referencePopulation) {
        /** Checks that the rate of the reference exists. */
        public ReferenceStratum {
            Events.check(population);
            Events.check(referenceEvents);
            Rates.check(referencePopulation);
        }
    }

    private Standardisation() {}

    /** The directly standardised rate with Dobson's interval [1]; empty below ten events, where neither the rate nor the interval is to be trusted. */
    public static Optional<Estimate> direct(List<Stratum> strata, Rates.Base base, Confidence confidence) {
        double events = strata.stream().mapToDouble(Stratum::events).sum();
        double standard = standard(strata);
        if (events < FEW) {
            return Optional.empty();
        }
        double rate = rate(strata, standard);
        double scale = Math.sqrt(variance(strata, standard) / events);
        Interval byar = Events.byar(events, confidence);
        Interval interval =
                new Interval(Math.max(0, rate - scale * (events - byar.low())), rate + scale * (byar.high() - events));
        return Optional.of(new Estimate(rate, interval).times(base.persons()));
    }

    /** The directly standardised rate with the gamma interval of Fay and Feuer [2]: for few events too, somewhat wide. */
    public static Estimate directGamma(List<Stratum> strata, Rates.Base base, Confidence confidence) {
        double standard = standard(strata);
        double rate = rate(strata, standard);
        double variance = variance(strata, standard);
        double most = strata.stream()
                .filter(each -> each.standard() > 0)
                .mapToDouble(each -> each.standard() / standard / each.population())
                .max()
                .orElseThrow();
        double low = rate == 0 ? 0 : gamma(rate, variance, confidence.tail());
        double high = gamma(rate + most, variance + most * most, 1 - confidence.tail());
        return new Estimate(rate, new Interval(Math.min(low, rate), Math.max(high, rate))).times(base.persons());
    }

    /** The events there would be with the reference's rates [3]; 0 where there is no stratum or no event in the reference. */
    public static double expected(List<ReferenceStratum> strata) {
        return strata.stream()
                .mapToDouble(each -> each.population() * each.referenceEvents() / each.referencePopulation())
                .sum();
    }

    /**
     * The indirectly standardised ratio, events seen through events expected, 1 where all is as in the reference, with the interval of {@link Events}.
     *
     * @param expected above 0
     */
    public static Estimate ratio(double events, double expected, Confidence confidence) {
        Rates.check(expected);
        return new Estimate(events, Events.interval(events, confidence)).times(1 / expected);
    }

    /** The indirectly standardised rate: the ratio times the reference's own rate. */
    public static Estimate indirect(
            double events, List<ReferenceStratum> strata, Rates.Base base, Confidence confidence) {
        double happened =
                strata.stream().mapToDouble(ReferenceStratum::referenceEvents).sum();
        double population = strata.stream()
                .mapToDouble(ReferenceStratum::referencePopulation)
                .sum();
        if (happened == 0) {
            throw new IllegalArgumentException("A reference without events is no reference");
        }
        return ratio(events, expected(strata), confidence).times(happened / population * base.persons());
    }

    private static double standard(List<Stratum> strata) {
        double standard = strata.stream().mapToDouble(Stratum::standard).sum();
        if (standard == 0) {
            throw new IllegalArgumentException("A standard population has somebody in it");
        }
        return standard;
    }

    private static double rate(List<Stratum> strata, double standard) {
        return strata.stream()
                .mapToDouble(each -> each.standard() / standard * each.rate())
                .sum();
    }

    private static double variance(List<Stratum> strata, double standard) {
        return strata.stream()
                .filter(each -> each.standard() > 0)
                .mapToDouble(each -> {
                    double weight = each.standard() / standard / each.population();
                    return weight * weight * each.events();
                })
                .sum();
    }

    private static double gamma(double mean, double variance, double p) {
        double shape = mean * mean / variance;
        return new GammaDistribution(shape, 1, ACCURACY).inverseCumulativeProbability(p) * (variance / mean);
    }
}
