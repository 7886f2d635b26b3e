package se.samsyn.indicator;

import java.util.OptionalDouble;

/**
 * What a reader must know of a source to judge its figures. What nobody has declared is said to be unknown.
 *
 * @param responseRate share of those asked who answered, 0 to 1; empty for registers and where it is not known
 * @param population whom or what it covers, in words
 * @param note what else there is to know, in words
 */
public record Quality(
        Gathered gathered,
        Extent extent,
        OptionalDouble responseRate,
        Known corrected,
        Known validated,
        String population,
        String note) {

    /** Nothing declared. */
    public static final Quality UNDECLARED =
            new Quality(Gathered.UNKNOWN, Extent.UNKNOWN, OptionalDouble.empty(), Known.UNKNOWN, Known.UNKNOWN, "", "");

    /** Checks the response rate. */
    public Quality {
        if (responseRate.isPresent() && !(responseRate.getAsDouble() >= 0 && responseRate.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("A response rate is a share from 0 to 1");
        }
    }

    /** How it was gathered. */
    public enum Gathered {
        REGISTER,
        SURVEY,
        BOTH,
        UNKNOWN
    }

    /** Whom it was gathered from. */
    public enum Extent {
        TOTAL,
        SAMPLE,
        UNKNOWN
    }

    /** Whether something has been done, such as correcting for those who did not answer or trying the questions. */
    public enum Known {
        YES,
        NO,
        UNKNOWN
    }

    /** Whether intervals make sense: a sample, or few events of which there could have been others. */
    public boolean isSample() {
        return extent == Extent.SAMPLE || gathered == Gathered.SURVEY;
    }
}
