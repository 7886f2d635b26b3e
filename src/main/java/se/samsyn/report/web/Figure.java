package se.samsyn.report.web;

import java.util.List;
import java.util.Optional;

/**
 * A table as the page shows it, with its chart.
 *
 * @param id of the element, unique on the page
 * @param subject the title without place and time, for the list of contents
 * @param sentence what can and cannot be concluded
 * @param groups headings over neighbouring columns, each with how many it spans
 * @param chart as JSON for the script, where the table has one
 * @param export the table's name where it can be taken out
 * @param facts what stands behind the figures
 */
record Figure(
        String id,
        String subject,
        String title,
        String sentence,
        List<Span> groups,
        List<String> headings,
        List<Line> lines,
        Optional<String> chart,
        Optional<String> export,
        String source,
        String method,
        List<Fact> facts) {

    /** How chart and table stand: beside each other, or one under the other where the table is wide. */
    public String layout() {
        if (chart.isEmpty()) {
            return "figure-alone";
        }
        return headings.size() > 9 ? "figure-over" : "figure-pair";
    }

    /** A heading over so many columns. */
    record Span(String text, int columns, String style) {}

    /** A row. */
    record Line(String label, String style, List<Box> boxes) {}

    /**
     * A cell.
     *
     * @param text what it shows
     * @param style its kind and shade
     * @param meaning what a mark means, for those who ask; empty for figures
     * @param interval its confidence interval in words; empty where it has none
     */
    record Box(String text, String style, String meaning, String interval) {}

    /** A fact of the derivation. */
    record Fact(String name, String value) {}
}
