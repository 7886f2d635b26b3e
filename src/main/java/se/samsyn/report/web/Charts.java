package se.samsyn.report.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.Interval;
import se.samsyn.table.Cell;
import se.samsyn.table.Column;
import se.samsyn.table.Measure;
import se.samsyn.table.ResultTable;
import se.samsyn.table.Row;
import se.samsyn.table.SexGroup;
import se.samsyn.table.TableKind;
import tools.jackson.databind.json.JsonMapper;

/** Says as JSON what the script shall draw of a table: shown cells alone, with a gap where one is not shown. */
@Component
final class Charts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Bars in groups by row, or one stacked bar for each column of shares. */
    private enum Shape {
        BARS,
        STACK
    }

    /** What to draw. */
    record Drawing(String shape, boolean shares, List<String> labels, List<Line> series) {}

    /** One colour of a drawing: a value for each label, with the ends of its interval. */
    record Line(
            String name,
            String tone,
            List<@Nullable Double> values,
            List<@Nullable Double> low,
            List<@Nullable Double> high) {}

    /** The drawing of the table's columns, if it has one and anything of it is shown. */
    Optional<String> of(ResultTable table, List<Integer> columns) {
        Optional<Drawing> drawing = switch (table.key().kind()) {
            case CHANGE -> Optional.of(changes(table, columns));
            case DISTRIBUTION, STEPS, LEVEL, SCORE_CHANGE, QUALITY -> Optional.of(bars(table, columns));
            case OCCASIONS -> Optional.of(stack(table, columns));
            case TRANSITIONS, STEPS_BY_AGE -> Optional.empty();
        };
        return drawing.filter(Charts::tells).map(JSON::writeValueAsString);
    }

    private static boolean tells(Drawing drawing) {
        return drawing.series().stream()
                .flatMap(line -> line.values().stream())
                .anyMatch(value -> value != null && value != 0);
    }

    private static Drawing bars(ResultTable table, List<Integer> columns) {
        Locale locale = LocaleContextHolder.getLocale();
        boolean shares = has(table, columns, Measure.SHARE);
        Measure wanted = shares ? Measure.SHARE : valued(table) ? Measure.VALUE : Measure.COUNT;
        List<Integer> rows = rows(table, wanted);
        Map<String, Line> series = new LinkedHashMap<>();
        for (int c : columns) {
            Column column = table.columns().get(c);
            boolean fits =
                    rows.stream().anyMatch(r -> table.cell(r, c) instanceof Cell.Shown s && s.measure() == wanted);
            if (fits && !series.containsKey(column.group().in(locale))) {
                String tone = column.sex().map(Figures::tone).orElse("total");
                series.put(column.group().in(locale), line(table, column.group().in(locale), tone, rows, c, wanted));
            }
        }
        List<String> labels =
                rows.stream().map(r -> table.rows().get(r).label().in(locale)).toList();
        return new Drawing(Shape.BARS.name(), shares, labels, withoutTotal(List.copyOf(series.values())));
    }

    /** Beside bars for each sex, a bar for all tells nothing new. */
    private static List<Line> withoutTotal(List<Line> series) {
        return series.size() < 3
                ? series
                : series.stream().filter(line -> !line.tone().equals("total")).toList();
    }

    private static boolean valued(ResultTable table) {
        return table.key().kind() == TableKind.LEVEL || table.key().kind() == TableKind.SCORE_CHANGE;
    }

    private static boolean has(ResultTable table, List<Integer> columns, Measure measure) {
        return columns.stream()
                .anyMatch(c -> rows(table, measure).stream()
                        .anyMatch(r -> table.cell(r, c) instanceof Cell.Shown shown && shown.measure() == measure));
    }

    private static List<Integer> rows(ResultTable table, Measure measure) {
        List<Integer> rows = new ArrayList<>();
        for (int r = 0; r < table.rows().size(); r++) {
            Row.Role role = table.rows().get(r).role();
            boolean drawn = switch (role) {
                case CATEGORY, IMPROVED, SAME, WORSE -> measure != Measure.VALUE;
                case STATISTIC ->
                    measure == Measure.VALUE
                            && List.of("mean", "mean-before", "mean-latest")
                                    .contains(table.rows().get(r).key());
                case LOST, SUBTOTAL, MISSING, TOTAL -> false;
            };
            if (drawn) {
                rows.add(r);
            }
        }
        return rows;
    }

    private static Line line(ResultTable table, String name, String tone, List<Integer> rows, int c, Measure wanted) {
        @Nullable Double[] values = new @Nullable Double[rows.size()];
        @Nullable Double[] low = new @Nullable Double[rows.size()];
        @Nullable Double[] high = new @Nullable Double[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            if (table.cell(rows.get(i), c) instanceof Cell.Shown shown && shown.measure() == wanted) {
                values[i] = shown.value();
                low[i] = shown.interval().map(Interval::low).orElse(null);
                high[i] = shown.interval().map(Interval::high).orElse(null);
            }
        }
        return new Line(name, tone, Arrays.asList(values), Arrays.asList(low), Arrays.asList(high));
    }

    /** A bar for each group of whom it is told how many improved, stayed the same and got worse; with a part hidden it would lie. */
    private static Drawing changes(ResultTable table, List<Integer> columns) {
        Locale locale = LocaleContextHolder.getLocale();
        List<Integer> groups = columns.stream()
                .filter(c -> table.columns().get(c).key().endsWith("/share"))
                .filter(c -> rows(table, Measure.SHARE).stream().allMatch(r -> table.cell(r, c) instanceof Cell.Shown))
                .toList();
        List<Line> series = rows(table, Measure.SHARE).stream()
                .map(r -> {
                    Row row = table.rows().get(r);
                    List<@Nullable Double> values = new ArrayList<>();
                    groups.forEach(c -> values.add(table.cell(r, c) instanceof Cell.Shown s ? s.value() : null));
                    return new Line(row.label().in(locale), tone(row.role()), values, List.of(), List.of());
                })
                .toList();
        List<String> labels = groups.stream()
                .map(c -> table.columns().get(c).group().in(locale))
                .toList();
        return new Drawing(Shape.STACK.name(), true, labels, series);
    }

    private static String tone(Row.Role role) {
        return switch (role) {
            case IMPROVED -> "better";
            case WORSE -> "worse";
            case SAME, CATEGORY, SUBTOTAL, MISSING, LOST, STATISTIC, TOTAL -> "same";
        };
    }

    private static Drawing stack(ResultTable table, List<Integer> columns) {
        Locale locale = LocaleContextHolder.getLocale();
        boolean shares = has(table, columns, Measure.SHARE);
        Measure wanted = shares ? Measure.SHARE : Measure.VALUE;
        List<Integer> rows = rows(table, wanted);
        List<Integer> waves = columns.stream()
                .filter(c -> table.columns().get(c).key().endsWith(shares ? "/share" : "/count"))
                .filter(c -> !shares || rows.stream().allMatch(r -> table.cell(r, c) instanceof Cell.Shown))
                .toList();
        List<Line> series = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            @Nullable Double[] values = new @Nullable Double[waves.size()];
            for (int w = 0; w < waves.size(); w++) {
                values[w] = table.cell(rows.get(i), waves.get(w)) instanceof Cell.Shown shown ? shown.value() : null;
            }
            String tone = "step-" + Math.min(5, 1 + i * 5 / Math.max(1, rows.size()));
            series.add(new Line(
                    table.rows().get(rows.get(i)).label().in(locale),
                    shares ? tone : Figures.tone(SexGroup.ALL),
                    Arrays.asList(values),
                    List.of(),
                    List.of()));
        }
        List<String> labels = waves.stream()
                .map(c -> table.columns().get(c).group().in(locale))
                .toList();
        return new Drawing(shares ? Shape.STACK.name() : Shape.BARS.name(), shares, labels, series);
    }
}
