package se.samsyn.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** An answer to one variable. Its text form says only the kind, so that no answer can end up in a log. */
public sealed interface Answer {

    /** The codes chosen, in the order of the options; one of them for single choice and yes/no, at least one for multiple. */
    record Chosen(List<String> codes) implements Answer {
        /** Checks that something is chosen. */
        public Chosen {
            codes = List.copyOf(codes);
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("Nothing chosen is no answer");
            }
        }

        /** A single choice. */
        public static Chosen of(String code) {
            return new Chosen(List.of(code));
        }

        @Override
        public String toString() {
            return "Chosen";
        }
    }

    /** A number; 7 and 7.0 are the same answer. */
    record Amount(BigDecimal value) implements Answer {
        /** Drops trailing zeros. */
        public Amount {
            BigDecimal stripped = value.stripTrailingZeros();
            value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        /** A whole number. */
        public static Amount of(long value) {
            return new Amount(BigDecimal.valueOf(value));
        }

        @Override
        public String toString() {
            return "Amount";
        }
    }

    /** A day. */
    record Day(LocalDate value) implements Answer {
        @Override
        public String toString() {
            return "Day";
        }
    }

    /** Free text, without blanks around it, never empty. */
    record Text(String value) implements Answer {
        /** Strips and checks the text. */
        public Text {
            value = value.strip();
            if (value.isEmpty()) {
                throw new IllegalArgumentException("An empty text is no answer");
            }
        }

        @Override
        public String toString() {
            return "Text";
        }
    }

    /** One of the four ways of having no ordinary answer. */
    record Special(SpecialAnswer value) implements Answer {
        @Override
        public String toString() {
            return "Special";
        }
    }
}
