package se.samsyn.indicator;

import java.util.Optional;

/** What an indicator says of a place and time: a number, or one of the three ways to have none. Zero is a number. */
public sealed interface Reading {

    /**
     * A number in the unit of the indicator.
     *
     * @param base what it was computed from, where that is known
     */
    record Known(double value, Optional<Base> base) implements Reading {

        /** Checks that it is a number. */
        public Known {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A value is a finite number");
            }
        }
    }

    /** There is a figure, but it is kept secret. */
    record Hidden() implements Reading {}

    /** A figure belongs here, but nobody has given it. */
    record Missing() implements Reading {}

    /** No figure belongs here. */
    record NotApplicable() implements Reading {}

    /**
     * The numerator and the denominator of a value, in persons or events; for a mean, the sum and the number of values.
     *
     * @param whole above 0
     */
    record Base(double part, double whole) {

        /** Checks the numbers. */
        public Base {
            if (!(part >= 0) || !(whole > 0)) {
                throw new IllegalArgumentException("A numerator is 0 or more and a denominator is more than 0");
            }
        }
    }

    /** A number without its base. */
    static Reading of(double value) {
        return new Known(value, Optional.empty());
    }

    /** How it is kept where it has no number; empty for numbers. */
    default Optional<String> mark() {
        return switch (this) {
            case Known _ -> Optional.empty();
            case Hidden _ -> Optional.of("..");
            case Missing _ -> Optional.of("-");
            case NotApplicable _ -> Optional.of(".");
        };
    }

    /** The one with this mark. */
    static Reading marked(String mark) {
        return switch (mark) {
            case ".." -> new Hidden();
            case "." -> new NotApplicable();
            case "-" -> new Missing();
            default -> throw new IllegalArgumentException("Not a mark: -, . and .. are");
        };
    }
}
