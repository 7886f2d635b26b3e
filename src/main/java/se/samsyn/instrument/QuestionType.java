package se.samsyn.instrument;

import java.util.List;
import java.util.Optional;
import se.samsyn.kernel.Wording;

/** What kind of answer a question takes, with what belongs to that kind. */
public sealed interface QuestionType {

    /** A heading over the questions after it; takes no answer. */
    record Heading() implements QuestionType {}

    /** One of the options. */
    record Single(List<Option> options) implements QuestionType {
        /** Checks the options. */
        public Single {
            options = distinct(options);
        }
    }

    /** Any of the options; none chosen is no answer. */
    record Multiple(List<Option> options) implements QuestionType {
        /** Checks the options. */
        public Multiple {
            options = distinct(options);
        }
    }

    /** A whole number between two ends with labels, at most 21 steps. */
    record Scale(int low, int high, Wording lowLabel, Wording highLabel) implements QuestionType {
        /** Checks the ends. */
        public Scale {
            if (low >= high || high - low > 20) {
                throw new IllegalArgumentException("A scale needs low < high and at most 21 steps");
            }
        }
    }

    /** A number in a range, with at most so many decimals. */
    record Numeric(Range range, int decimals, Optional<Wording> unit) implements QuestionType {
        /** Checks the decimals. */
        public Numeric {
            if (decimals < 0 || decimals > 6) {
                throw new IllegalArgumentException("A number has 0 to 6 decimals");
            }
        }
    }

    /** A day. */
    record Date(Days days) implements QuestionType {}

    /** Yes or no, stored as the codes {@code yes} and {@code no}. */
    record YesNo() implements QuestionType {}

    /** Free text of at most so many signs. */
    record Text(int longest) implements QuestionType {
        /** Checks the length. */
        public Text {
            if (longest < 1 || longest > 4000) {
                throw new IllegalArgumentException("A text has room for 1 to 4000 signs");
            }
        }
    }

    /** Several single-choice variables that share their options, a row each. */
    record Matrix(List<Row> rows, List<Option> options) implements QuestionType {
        /** Checks rows and options. */
        public Matrix {
            rows = List.copyOf(rows);
            options = distinct(options);
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("A matrix needs at least one row");
            }
        }
    }

    /** A row of a matrix: a variable of its own. */
    record Row(VariableKey key, Wording label) {}

    /** Which days a date question takes. */
    enum Days {
        /** Today or before. */
        PAST,
        /** Any day. */
        ANY
    }

    private static List<Option> distinct(List<Option> options) {
        if (options.size() < 2) {
            throw new IllegalArgumentException("At least two options are needed");
        }
        if (options.stream().map(Option::code).distinct().count() < options.size()) {
            throw new IllegalArgumentException("Two options have the same code");
        }
        return List.copyOf(options);
    }
}
