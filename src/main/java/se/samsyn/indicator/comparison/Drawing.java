package se.samsyn.indicator.comparison;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the script shall draw: shown numbers alone, with a gap where there is none.
 *
 * @param unit written after numbers; blank for none
 * @param labels of the axis of categories: years or places
 * @param marks places on that axis where the series breaks
 * @param across heading of the axis of denominators, for funnels
 */
public record Drawing(
        Shape shape,
        String unit,
        int decimals,
        List<String> labels,
        List<Line> series,
        List<Mark> marks,
        Optional<Double> baseline,
        String across) {

    /** Copies the lists. */
    public Drawing {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        marks = List.copyOf(marks);
    }

    /** How it is drawn. */
    public enum Shape {
        /** Over years. */
        LINES,
        /** One value for each place or group, with its interval. */
        DOTS,
        /** Values by denominator, within limits. */
        FUNNEL
    }

    /**
     * One colour.
     *
     * @param tone {@code own}, {@code women}, {@code men}, {@code group}, {@code reference}, {@code target}, {@code limit}
     * @param at positions across, for funnels; empty elsewhere
     * @param names of the points, for funnels
     */
    public record Line(
            String name,
            String tone,
            List<@Nullable Double> values,
            List<@Nullable Double> low,
            List<@Nullable Double> high,
            List<Double> at,
            List<String> names) {}

    /** Something that happened, by its position among the labels. */
    public record Mark(int at, String text) {}
}
