package se.samsyn.exchange.web;

import java.util.List;

/**
 * What the mapping page shows: a line for each column, prefilled. Personal numbers are masked.
 *
 * @param roles what a column can be
 * @param support for each kind of support given, the constant kind where no column tells it
 * @param most how many different values of a column are listed
 */
record MappingPage(
        String name,
        boolean perOccasion,
        boolean mask,
        String opened,
        String goalText,
        List<Line> lines,
        List<Group> roles,
        List<Choice> waves,
        List<Kind> support,
        List<Choice> kinds,
        int most) {

    /**
     * A column of the file.
     *
     * @param codes its values with what they mean; none where values speak for themselves
     * @param more whether there are values beyond those listed
     * @param numbers whether personal numbers stand in a column that is not read
     */
    record Line(
            int index,
            String name,
            String examples,
            String role,
            String wave,
            List<Code> codes,
            List<Choice> options,
            boolean more,
            boolean numbers) {}

    /** A value of a column and what it means. */
    record Code(int index, String value, String meaning) {}

    /** Something to choose. */
    record Choice(String value, String label) {}

    /** Choices that belong together. */
    record Group(String label, List<Choice> choices) {}

    /** The kind of support that a set of columns tells of, where no column does. */
    record Kind(int number, String code) {}
}
