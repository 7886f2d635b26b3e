package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the picture of one view. */
interface Painter {

    /** Its view. */
    View view();

    /** Draws. */
    Picture paint(Board board);

    /** Values for a chart, with gaps. */
    static List<@Nullable Double> values(List<Point> points) {
        List<@Nullable Double> values = new ArrayList<>();
        points.forEach(point -> values.add(point.known() ? point.value() : null));
        return values;
    }

    /** The low ends of intervals, with gaps. */
    static List<@Nullable Double> lows(List<Point> points) {
        List<@Nullable Double> values = new ArrayList<>();
        points.forEach(point ->
                values.add(point.interval().isPresent() ? point.interval().get().low() : null));
        return values;
    }

    /** The high ends of intervals, with gaps. */
    static List<@Nullable Double> highs(List<Point> points) {
        List<@Nullable Double> values = new ArrayList<>();
        points.forEach(point ->
                values.add(point.interval().isPresent() ? point.interval().get().high() : null));
        return values;
    }

    /** Where a chart over years has breaks. */
    static List<Drawing.Mark> marks(Board board, List<Integer> years) {
        return board.breaks(years).stream()
                .map(one -> new Drawing.Mark(years.indexOf(one.year()), one.reason()))
                .toList();
    }

    /** What is said of them under it. */
    static List<String> breaks(Board board, List<Integer> years, Speech speech) {
        return board.breaks(years).stream()
                .map(one -> speech.say("break", String.valueOf(one.year()), one.reason()))
                .toList();
    }

    /** A line of a chart without positions of its own. */
    static Drawing.Line line(String name, String tone, List<Point> points) {
        return new Drawing.Line(name, tone, values(points), lows(points), highs(points), List.of(), List.of());
    }
}
