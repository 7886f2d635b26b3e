package se.samsyn.table;

/** Which cases are counted by the calendar year they were opened: one year, or all. */
public sealed interface Span {

    /** All years together. */
    record AllYears() implements Span {
        @Override
        public String toString() {
            return "all";
        }
    }

    /** One calendar year. */
    record Year(int year) implements Span {
        @Override
        public String toString() {
            return Integer.toString(year);
        }
    }

    /**
     * Reads the text form that {@code toString} gives.
     *
     * @throws IllegalArgumentException when it is neither a year nor {@code all}
     */
    static Span of(String text) {
        return text.equals("all") ? new AllYears() : new Year(Integer.parseInt(text));
    }
}
