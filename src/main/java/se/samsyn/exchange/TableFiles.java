package se.samsyn.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.Wording;
import se.samsyn.sheet.SafeText;
import se.samsyn.table.Cell;
import se.samsyn.table.Column;
import se.samsyn.table.Definition;
import se.samsyn.table.Measure;
import se.samsyn.table.ProtectedTable;

/**
 * Writes protected tables, and nothing else, to CSV and XLSX. The four kinds of empty are kept apart: {@code ..} hidden, {@code saknas}
 * missing, {@code .} not applicable, and 0 for a true zero. Shares are numbers from 0 to 1; a figure with an interval is followed by
 * its limits in columns of their own. Below the table, or on a sheet of its own, stands its definition.
 */
@Component
public class TableFiles {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final MessageSource messages;

    TableFiles(MessageSource messages) {
        this.messages = messages;
    }

    /** One field of a file: a number, or text. */
    private sealed interface Field {
        record Figure(double value, Measure measure) implements Field {}

        record Text(String value) implements Field {}
    }

    /** CSV for Swedish Excel: byte order mark, semicolons; decimal comma in Swedish and point in English. */
    public String csv(ProtectedTable table, Locale locale) {
        var csv = new StringBuilder("\uFEFF");
        rows(table, locale).forEach(row -> line(csv, row, locale));
        csv.append("\r\n");
        definition(table, locale).forEach(row -> line(csv, row, locale));
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<Field> row, Locale locale) {
        csv.append(String.join(
                        ";", row.stream().map(field -> text(field, locale)).toList()))
                .append("\r\n");
    }

    private static String text(Field field, Locale locale) {
        return switch (field) {
            case Field.Text(String value) -> SafeText.field(value);
            case Field.Figure(double value, Measure measure) -> {
                String plain = rounded(value, measure).toPlainString();
                yield locale.getLanguage().equals("en") ? plain : plain.replace('.', ',');
            }
        };
    }

    private static BigDecimal rounded(double value, Measure measure) {
        int decimals = measure == Measure.COUNT ? 0 : 4;
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** A workbook with the table on one sheet and its definition on another. */
    public void xlsx(ProtectedTable table, Locale locale, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Samsyn", "1.0")) {
            fill(workbook.newWorksheet(message("sheet", locale)), rows(table, locale));
            fill(workbook.newWorksheet(message("definition", locale)), definition(table, locale));
        }
    }

    private static void fill(Worksheet sheet, List<List<Field>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                switch (rows.get(r).get(c)) {
                    case Field.Text(String value) -> sheet.value(r, c, SafeText.neutral(value));
                    case Field.Figure(double value, Measure measure) -> {
                        sheet.value(r, c, rounded(value, measure));
                        if (measure == Measure.SHARE) {
                            sheet.style(r, c).format("0.0%").set();
                        }
                    }
                }
            }
        }
    }

    private List<List<Field>> rows(ProtectedTable table, Locale locale) {
        List<List<Field>> rows = new ArrayList<>();
        List<Field> head = new ArrayList<>(List.of(new Field.Text("")));
        for (int c = 0; c < table.columns().size(); c++) {
            String name = heading(table.columns().get(c), locale);
            head.add(new Field.Text(name));
            if (hasIntervals(table, c)) {
                head.add(new Field.Text(message("lower", locale, name)));
                head.add(new Field.Text(message("upper", locale, name)));
            }
        }
        rows.add(head);
        for (int r = 0; r < table.rows().size(); r++) {
            List<Field> row = new ArrayList<>();
            row.add(new Field.Text(table.rows().get(r).label().in(locale)));
            for (int c = 0; c < table.columns().size(); c++) {
                row.addAll(fields(table.cell(r, c), hasIntervals(table, c), locale));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String heading(Column column, Locale locale) {
        String group = column.group().in(locale);
        String own = column.heading().in(locale);
        return group.equals(own) ? own : group + ", " + own;
    }

    private static boolean hasIntervals(ProtectedTable table, int column) {
        for (int r = 0; r < table.rows().size(); r++) {
            if (table.cell(r, column) instanceof Cell.Shown shown
                    && shown.interval().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private List<Field> fields(Cell cell, boolean withInterval, Locale locale) {
        List<Field> fields = new ArrayList<>(List.of(field(cell, locale)));
        if (withInterval) {
            if (cell instanceof Cell.Shown shown && shown.interval().isPresent()) {
                fields.add(new Field.Figure(shown.interval().get().low(), shown.measure()));
                fields.add(new Field.Figure(shown.interval().get().high(), shown.measure()));
            } else {
                Field mark = field(cell instanceof Cell.Shown ? new Cell.NotApplicable() : cell, locale);
                fields.add(mark);
                fields.add(mark);
            }
        }
        return fields;
    }

    private Field field(Cell cell, Locale locale) {
        return switch (cell) {
            case Cell.Shown shown -> new Field.Figure(shown.value(), shown.measure());
            case Cell.Hidden() -> new Field.Text(mark("hidden", locale));
            case Cell.Missing() -> new Field.Text(mark("missing", locale));
            case Cell.NotApplicable() -> new Field.Text(mark("na", locale));
        };
    }

    /** The signs are those of the pages. */
    private String mark(String kind, Locale locale) {
        return messages.getMessage("table.mark." + kind, null, locale);
    }

    private List<List<Field>> definition(ProtectedTable table, Locale locale) {
        Definition of = table.definition();
        List<List<Field>> rows = new ArrayList<>();
        rows.add(said("title", table.title(), locale));
        rows.add(said("period", of.period(), locale));
        rows.add(said("selection", of.selection(), locale));
        rows.add(List.of(new Field.Text(message("persons", locale)), field(of.persons(), locale)));
        rows.add(List.of(new Field.Text(message("missing", locale)), field(of.missing(), locale)));
        rows.add(List.of(new Field.Text(message("missing-share", locale)), field(of.missingShare(), locale)));
        rows.add(said("numerator", of.numerator(), locale));
        rows.add(said("denominator", of.denominator(), locale));
        rows.add(said("source", of.source(), locale));
        rows.add(said("meaning", of.meaning(), locale));
        rows.add(said("method", of.method(), locale));
        rows.add(said("protection", of.protection(), locale));
        String asOf = of.asOf().atZone(SWEDEN).toLocalDate().toString();
        rows.add(List.of(new Field.Text(message("as-of", locale)), new Field.Text(asOf)));
        String heading = message("marks", locale);
        for (String kind : List.of("hidden", "missing", "na")) {
            String meaning = mark(kind + ".meaning", locale);
            rows.add(List.of(
                    new Field.Text(heading), new Field.Text(message("mark", locale, mark(kind, locale), meaning))));
            heading = "";
        }
        rows.add(List.of(new Field.Text(""), new Field.Text(message("mark.zero", locale))));
        return rows;
    }

    private List<Field> said(String key, Wording wording, Locale locale) {
        return List.of(new Field.Text(message(key, locale)), new Field.Text(wording.in(locale)));
    }

    private String message(String key, Locale locale, Object... args) {
        return messages.getMessage("exchange.export." + key, args, locale);
    }
}
