package se.samsyn.indicator;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an own indicator is computed from a data set that can be crossed.
 *
 * <p>Selections are written as in crossings: {@code variable=code~code}, parted by semicolons. {@code {year}} in one stands for the calendar
 * year, for what is not counted by the year cases were opened: {@code yearclosed@case={year}}.
 *
 * @param set the data set
 * @param statistic what the figure is
 * @param among who is counted at all; blank for everybody
 * @param counted which of them make the numerator; blank where everybody does
 * @param number what is averaged, for means and medians; blank otherwise
 * @param population the indicator that tells the number of inhabitants, for rates
 * @param inhabitants which inhabitants of the year a rate is of
 */
public record Definition(
        String set,
        Statistic statistic,
        String among,
        String counted,
        String number,
        Optional<IndicatorKey> population,
        Inhabitants inhabitants) {

    /** Checks that it has what its statistic needs. */
    public Definition {
        boolean measures = statistic == Statistic.MEAN || statistic == Statistic.MEDIAN;
        if (measures == number.isBlank()) {
            throw new IllegalArgumentException("Means and medians are of a number, other figures of none");
        }
        if ((statistic == Statistic.RATE) != population.isPresent()) {
            throw new IllegalArgumentException("Rates, and nothing else, are of a population");
        }
        if (statistic == Statistic.SHARE && counted.isBlank()) {
            throw new IllegalArgumentException("A share needs a selection for its numerator");
        }
    }

    /** Whether its selections name the calendar year, so that each year is asked for by itself. */
    public boolean byCalendarYear() {
        return among.contains("{year}") || counted.contains("{year}");
    }

    /** Both selections together, for a year. */
    String numerator(int year) {
        String both = among.isBlank() || counted.isBlank() ? among + counted : among + ";" + counted;
        return both.replace("{year}", String.valueOf(year));
    }

    /** The selection of the denominator, for a year. */
    String denominator(int year) {
        return among.replace("{year}", String.valueOf(year));
    }

    /** What an own indicator tells. */
    public enum Statistic {
        COUNT,
        SHARE,
        RATE,
        MEAN,
        MEDIAN
    }

    /** Which number of inhabitants a rate is of. */
    public enum Inhabitants {
        END_OF_YEAR,
        /** The mean of those at the end of the year and at the end of the year before. */
        MEAN_OF_TWO_YEAR_ENDS
    }

    /**
     * A definition with the years it holds for.
     *
     * @param to empty while it holds on
     */
    public record Version(int number, int from, OptionalInt to, Definition definition) {

        /** Checks the years. */
        public Version {
            if (to.isPresent() && to.getAsInt() < from) {
                throw new IllegalArgumentException("A definition cannot end before it begins");
            }
        }

        /** Whether it holds for a year. */
        public boolean holds(int year) {
            return from <= year && year <= to.orElse(Integer.MAX_VALUE);
        }
    }
}
