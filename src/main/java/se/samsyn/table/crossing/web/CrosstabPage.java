package se.samsyn.table.crossing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import se.samsyn.kernel.Interval;
import se.samsyn.table.Cell;
import se.samsyn.table.Measure;
import se.samsyn.table.crossing.Crosstab;
import se.samsyn.web.Numbers;
import tools.jackson.databind.json.JsonMapper;

/** A crosstab as the page shows it, in the reader's language: a table for each layer, shaded by size, with a chart where one fits. */
final class CrosstabPage {

    /** Lines beyond these are left to the files; the page says how many. */
    static final int MOST_LINES = 300;

    private static final int MOST_BARS = 16;
    private static final int MOST_SERIES = 5;
    private static final int SHADES = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TONES = List.of("step-5", "step-3", "step-4", "step-2", "step-1");

    private final Crosstab table;
    private final MessageSource messages;
    private final Numbers numbers;
    private final Locale locale = LocaleContextHolder.getLocale();

    CrosstabPage(Crosstab table, MessageSource messages, Numbers numbers) {
        this.table = table;
        this.messages = messages;
        this.numbers = numbers;
    }

    /**
     * One layer.
     *
     * @param leftOut lines that are not shown for want of room
     */
    record Part(
            String id,
            String title,
            OptionalLong persons,
            List<List<Head>> heads,
            List<Line> lines,
            int leftOut,
            Optional<String> chart) {}

    /** A heading over so many columns. */
    record Head(String text, int columns, String style) {}

    /** A line with a label for each row axis. */
    record Line(List<String> labels, String style, List<Box> boxes) {}

    /** A cell. */
    record Box(String text, String interval, String style, String meaning) {}

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (List<Integer> layer : table.layers()) {
            parts.add(part(layer, parts.size()));
        }
        return parts;
    }

    private Part part(List<Integer> layer, int at) {
        List<List<Integer>> rows = table.rows();
        List<List<Integer>> columns = table.columns();
        double largest = largest(rows, columns, layer);
        List<Line> lines = rows.stream()
                .limit(MOST_LINES)
                .map(row -> line(row, columns, layer, largest))
                .toList();
        int first = table.crossing().rows().size() + columnAxes();
        return new Part(
                "del-" + at,
                title() + (layer.isEmpty() ? "" : ". " + names(first, layer)),
                table.persons(layer),
                heads(columns),
                lines,
                Math.max(0, rows.size() - MOST_LINES),
                chart(rows, columns, layer));
    }

    /** What is crossed by what, of whom. */
    private String title() {
        int axes = table.crossing().rows().size() + columnAxes();
        String crossed = table.axes().subList(0, axes).stream()
                .map(axis -> axis.in(locale))
                .collect(Collectors.joining(" × "));
        return table.selections().isEmpty()
                ? crossed
                : crossed + ". "
                        + say(
                                "selected",
                                table.selections().stream()
                                        .map(each -> each.in(locale))
                                        .collect(Collectors.joining("; ")));
    }

    private int columnAxes() {
        return table.crossing().columns().size();
    }

    /** The labels over the row axes. */
    List<String> corners() {
        return table.axes().subList(0, table.crossing().rows().size()).stream()
                .map(axis -> axis.in(locale))
                .toList();
    }

    private List<List<Head>> heads(List<List<Integer>> columns) {
        List<List<Head>> heads = new ArrayList<>();
        for (int level = 0; level < Math.max(1, columnAxes()); level++) {
            List<Head> line = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                String text = columnAxes() == 0
                        ? say("show." + table.crossing().show())
                        : label(
                                table.crossing().rows().size() + level,
                                columns.get(c).get(level));
                boolean same = !line.isEmpty()
                        && level < columnAxes() - 1
                        && columns.get(c)
                                .subList(0, level + 1)
                                .equals(columns.get(c - 1).subList(0, level + 1));
                if (same) {
                    Head last = line.removeLast();
                    line.add(new Head(last.text(), last.columns() + 1, last.style()));
                } else {
                    line.add(new Head(text, 1, ""));
                }
            }
            heads.add(line);
        }
        return heads;
    }

    private Line line(List<Integer> row, List<List<Integer>> columns, List<Integer> layer, double largest) {
        List<String> labels = new ArrayList<>();
        boolean missing = false;
        for (int axis = 0; axis < row.size(); axis++) {
            labels.add(label(axis, row.get(axis)));
            missing |= table.isMissing(axis, row.get(axis));
        }
        if (labels.isEmpty()) {
            labels.add(say("total"));
        }
        boolean total = row.contains(-1);
        boolean inner = !total && !missing;
        List<Box> boxes = columns.stream()
                .map(column -> box(table.cell(row, column, layer), inner && !column.contains(-1), largest))
                .toList();
        return new Line(labels, total ? "row-total" : missing ? "row-missing" : "", boxes);
    }

    private Box box(Cell cell, boolean inner, double largest) {
        return switch (cell) {
            case Cell.Shown shown -> {
                int shade = inner && largest > 0 && shown.measure() != Measure.CHANGE
                        ? (int) Math.ceil(SHADES * Math.max(0, shown.value()) / largest)
                        : 0;
                yield new Box(
                        text(shown),
                        shown.interval()
                                .map(interval -> shown.measure() == Measure.SHARE
                                        ? numbers.percents(interval)
                                        : numbers.interval(interval, shown.measure() == Measure.SUM ? 0 : 1))
                                .orElse(""),
                        shade > 0 ? "num heat-" + Math.min(SHADES, shade) : "num",
                        "");
            }
            case Cell.Hidden _ -> mark("hidden");
            case Cell.Missing _ -> mark("missing");
            case Cell.NotApplicable _ -> mark("na");
        };
    }

    private Box mark(String kind) {
        return new Box(
                messages.getMessage("table.mark." + kind, null, locale),
                "",
                "num mark mark-" + kind,
                say("mark." + kind));
    }

    private String text(Cell.Shown shown) {
        return switch (shown.measure()) {
            case COUNT -> numbers.count((long) shown.value());
            case SHARE -> numbers.percent(shown.value(), 0);
            case VALUE -> numbers.decimal(shown.value(), 1);
            case SUM -> numbers.decimal(shown.value(), 0);
            case CHANGE -> numbers.change(shown.value(), 1);
        };
    }

    private double largest(List<List<Integer>> rows, List<List<Integer>> columns, List<Integer> layer) {
        double largest = 0;
        for (List<Integer> row : rows) {
            for (List<Integer> column : columns) {
                if (!row.contains(-1)
                        && !column.contains(-1)
                        && table.cell(row, column, layer) instanceof Cell.Shown shown) {
                    largest = Math.max(largest, shown.value());
                }
            }
        }
        return largest;
    }

    private String names(int first, List<Integer> categories) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < categories.size(); k++) {
            names.add(table.axes().get(first + k).in(locale) + ": " + label(first + k, categories.get(k)));
        }
        return String.join(", ", names);
    }

    private String label(int axis, int category) {
        return table.label(axis, category).map(label -> label.in(locale)).orElseGet(() -> say("total"));
    }

    /** Bars by row, where there are few enough to be read. */
    private Optional<String> chart(List<List<Integer>> rows, List<List<Integer>> columns, List<Integer> layer) {
        List<List<Integer>> bars = rows.stream().filter(row -> isDrawn(0, row)).toList();
        List<List<Integer>> series = columns.stream()
                .filter(column ->
                        column.isEmpty() || isDrawn(table.crossing().rows().size(), column))
                .toList();
        boolean fits = !bars.isEmpty()
                && bars.size() <= MOST_BARS
                && !series.isEmpty()
                && series.size() <= MOST_SERIES
                && table.crossing().rows().size() == 1;
        if (!fits) {
            return Optional.empty();
        }
        boolean shares = table.crossing().show().name().endsWith("SHARE");
        List<DrawnLine> lines = new ArrayList<>();
        for (List<Integer> column : series) {
            lines.add(drawn(bars, column, layer, lines.size()));
        }
        List<String> labels = bars.stream().map(row -> label(0, row.getFirst())).toList();
        return Optional.of(JSON.writeValueAsString(new Drawing("BARS", shares, labels, lines)));
    }

    /** What the chart script reads. */
    record Drawing(String shape, boolean shares, List<String> labels, List<DrawnLine> series) {}

    /** A colour of a drawing. */
    record DrawnLine(
            String name,
            String tone,
            List<@Nullable Double> values,
            List<@Nullable Double> low,
            List<@Nullable Double> high) {}

    private boolean isDrawn(int first, List<Integer> categories) {
        for (int k = 0; k < categories.size(); k++) {
            if (categories.get(k) < 0 || table.isMissing(first + k, categories.get(k))) {
                return false;
            }
        }
        return true;
    }

    private DrawnLine drawn(List<List<Integer>> bars, List<Integer> column, List<Integer> layer, int at) {
        @Nullable Double[] values = new @Nullable Double[bars.size()];
        @Nullable Double[] low = new @Nullable Double[bars.size()];
        @Nullable Double[] high = new @Nullable Double[bars.size()];
        for (int b = 0; b < bars.size(); b++) {
            if (table.cell(bars.get(b), column, layer) instanceof Cell.Shown shown) {
                values[b] = shown.value();
                low[b] = shown.interval().map(Interval::low).orElse(null);
                high[b] = shown.interval().map(Interval::high).orElse(null);
            }
        }
        String name = column.isEmpty()
                ? say("show." + table.crossing().show())
                : names(table.crossing().rows().size(), column);
        return new DrawnLine(name, tone(name, at), Arrays.asList(values), Arrays.asList(low), Arrays.asList(high));
    }

    /** Women and men have their colours everywhere. */
    private static String tone(String name, int at) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.endsWith("kvinna")
                || plain.endsWith("kvinnor")
                || plain.endsWith(" women")
                || plain.endsWith("flickor")) {
            return "women";
        }
        if (plain.endsWith(": man") || plain.endsWith("män") || plain.endsWith(" men") || plain.endsWith("pojkar")) {
            return "men";
        }
        return TONES.get(at % TONES.size());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("table.crossing." + key, arguments, locale);
    }
}
