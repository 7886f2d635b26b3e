package se.samsyn.report.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.Interval;
import se.samsyn.table.Cell;
import se.samsyn.table.Column;
import se.samsyn.table.Definition;
import se.samsyn.table.Measure;
import se.samsyn.table.ProtectedTable;
import se.samsyn.table.ResultTable;
import se.samsyn.table.Row;
import se.samsyn.table.SexGroup;
import se.samsyn.table.TableKind;
import se.samsyn.web.Numbers;

/** Turns tables into what the page shows, in the reader's language. */
@Component
final class Figures {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final MessageSource messages;
    private final Numbers numbers;
    private final Charts charts;
    private final Sentences sentences;

    Figures(MessageSource messages, Numbers numbers, Charts charts, Sentences sentences) {
        this.messages = messages;
        this.numbers = numbers;
        this.charts = charts;
        this.sentences = sentences;
    }

    /** All figures of an answer; without a split by sex only the columns for everybody. */
    List<Figure> of(List<ResultTable> tables, boolean bySex) {
        return tables.stream().map(table -> of(table, bySex)).toList();
    }

    private Figure of(ResultTable table, boolean bySex) {
        Locale locale = LocaleContextHolder.getLocale();
        List<Integer> columns = IntStream.range(0, table.columns().size())
                .filter(c -> bySex || total(table.columns().get(c)))
                .boxed()
                .toList();
        List<Column> shown = columns.stream().map(table.columns()::get).toList();
        return new Figure(
                table.key().toString().replace('.', '-'),
                table.subject().in(locale),
                table.title().in(locale),
                sentences.of(table),
                groups(shown, locale),
                shown.stream().map(column -> column.heading().in(locale)).toList(),
                lines(table, columns, locale),
                charts.of(table, columns),
                table instanceof ProtectedTable ? Optional.of(table.key().toString()) : Optional.empty(),
                table.definition().source().in(locale),
                table.definition().method().in(locale),
                facts(table, locale));
    }

    private static boolean total(Column column) {
        return column.sex().map(sex -> sex == SexGroup.ALL).orElse(true);
    }

    private static List<Figure.Span> groups(List<Column> columns, Locale locale) {
        List<Figure.Span> spans = new ArrayList<>();
        for (Column column : columns) {
            String text = column.group().in(locale);
            String style = column.sex().map(sex -> "tone-" + tone(sex)).orElse("");
            if (!spans.isEmpty() && spans.getLast().text().equals(text)) {
                Figure.Span last = spans.removeLast();
                spans.add(new Figure.Span(text, last.columns() + 1, style));
            } else {
                spans.add(new Figure.Span(text, 1, style));
            }
        }
        return spans;
    }

    static String tone(SexGroup group) {
        return switch (group) {
            case WOMEN -> "women";
            case MEN -> "men";
            case OTHER -> "other";
            case ALL -> "total";
        };
    }

    private List<Figure.Line> lines(ResultTable table, List<Integer> columns, Locale locale) {
        List<Figure.Line> lines = new ArrayList<>();
        for (int r = 0; r < table.rows().size(); r++) {
            Row row = table.rows().get(r);
            List<Figure.Box> boxes = new ArrayList<>();
            for (int c : columns) {
                boxes.add(box(table, r, c, locale));
            }
            lines.add(new Figure.Line(
                    row.label().in(locale), "row-" + row.role().name().toLowerCase(Locale.ROOT), boxes));
        }
        return lines;
    }

    private Figure.Box box(ResultTable table, int row, int column, Locale locale) {
        return switch (table.cell(row, column)) {
            case Cell.Shown shown ->
                new Figure.Box(
                        text(shown),
                        "num" + heat(table, row, column, shown),
                        "",
                        shown.interval()
                                .map(interval -> interval(shown.measure(), interval))
                                .orElse(""));
            case Cell.Hidden _ ->
                new Figure.Box(
                        say("table.mark.hidden", locale),
                        "num mark mark-hidden",
                        say("table.mark.hidden.meaning", locale),
                        "");
            case Cell.Missing _ ->
                new Figure.Box(
                        say("table.mark.missing", locale),
                        "num mark mark-missing",
                        say("table.mark.missing.meaning", locale),
                        "");
            case Cell.NotApplicable _ ->
                new Figure.Box(
                        say("table.mark.na", locale), "num mark mark-na", say("table.mark.na.meaning", locale), "");
        };
    }

    /** How dark a transition is, by its share of those who began in the same category. */
    private static String heat(ResultTable table, int row, int column, Cell.Shown shown) {
        if (table.key().kind() != TableKind.TRANSITIONS) {
            return "";
        }
        int last = table.columns().size() - 1;
        if (column == last || !(table.cell(row, last) instanceof Cell.Shown whole) || whole.value() == 0) {
            return "";
        }
        return " heat-" + Math.min(5, (int) Math.ceil(5 * shown.value() / whole.value()));
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

    private String interval(Measure measure, Interval interval) {
        return measure == Measure.SHARE ? numbers.percents(interval) : numbers.interval(interval, 1);
    }

    private List<Figure.Fact> facts(ResultTable table, Locale locale) {
        Definition definition = table.definition();
        String date =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(SWEDEN).format(definition.asOf());
        return List.of(
                fact("persons", plain(definition.persons(), locale), locale),
                fact("numerator", definition.numerator().in(locale), locale),
                fact("denominator", definition.denominator().in(locale), locale),
                fact("period", definition.period().in(locale), locale),
                fact("selection", definition.selection().in(locale), locale),
                fact("missing", missing(definition, locale), locale),
                fact("meaning", definition.meaning().in(locale), locale),
                fact("method", definition.method().in(locale), locale),
                fact("source", definition.source().in(locale), locale),
                fact("as-of", date, locale),
                fact("protection", definition.protection().in(locale), locale));
    }

    private String missing(Definition definition, Locale locale) {
        String count = plain(definition.missing(), locale);
        return definition.missingShare() instanceof Cell.Shown share ? count + " (" + text(share) + ")" : count;
    }

    private String plain(Cell cell, Locale locale) {
        return switch (cell) {
            case Cell.Shown shown -> text(shown);
            case Cell.Hidden _ -> say("table.mark.hidden.meaning", locale);
            case Cell.Missing _ -> say("table.mark.missing.meaning", locale);
            case Cell.NotApplicable _ -> say("table.mark.na.meaning", locale);
        };
    }

    private Figure.Fact fact(String name, String value, Locale locale) {
        return new Figure.Fact(say("report.fact." + name, locale), value);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
