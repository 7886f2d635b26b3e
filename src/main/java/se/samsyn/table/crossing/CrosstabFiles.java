package se.samsyn.table.crossing;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.sheet.SafeText;
import se.samsyn.sheet.SemicolonText;
import se.samsyn.table.Cell;
import se.samsyn.table.Measure;

/**
 * Writes crosstabs to CSV and XLSX, with what protects them under the table. Marks are those of all tables: {@code –} where no figure
 * belongs, 0 for a true zero.
 */
@Component
public class CrosstabFiles {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Europe/Stockholm"));

    private final MessageSource messages;

    CrosstabFiles(MessageSource messages) {
        this.messages = messages;
    }

    /** CSV for spreadsheets: byte order mark, semicolons; decimal comma in Swedish. */
    public String csv(Crosstab table, Locale locale) {
        return SemicolonText.of(lines(table, locale).stream()
                .map(line -> line.stream().map(each -> plain(each, locale)).toList())
                .toList());
    }

    private static String plain(Object value, Locale locale) {
        if (value instanceof BigDecimal number) {
            String plain = number.toPlainString();
            return locale.getLanguage().equals("en") ? plain : plain.replace('.', ',');
        }
        return String.valueOf(value);
    }

    /** A workbook with one sheet. */
    public void xlsx(Crosstab table, Locale locale, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Samsyn", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(say("sheet", locale));
            List<List<Object>> lines = lines(table, locale);
            for (int r = 0; r < lines.size(); r++) {
                for (int c = 0; c < lines.get(r).size(); c++) {
                    Object value = lines.get(r).get(c);
                    if (value instanceof BigDecimal number) {
                        sheet.value(r, c, number);
                    } else {
                        sheet.value(r, c, SafeText.neutral(String.valueOf(value)));
                    }
                }
            }
        }
    }

    private List<List<Object>> lines(Crosstab table, Locale locale) {
        List<List<Object>> lines = new ArrayList<>();
        for (List<Integer> layer : table.layers()) {
            int layerAxis =
                    table.crossing().rows().size() + table.crossing().columns().size();
            if (!layer.isEmpty()) {
                lines.add(List.of(name(table, layerAxis, layer, locale)));
            }
            List<Object> head = new ArrayList<>();
            for (int axis = 0; axis < table.crossing().rows().size(); axis++) {
                head.add(table.axes().get(axis).in(locale));
            }
            table.columns()
                    .forEach(column ->
                            head.add(name(table, table.crossing().rows().size(), column, locale)));
            lines.add(head);
            for (List<Integer> row : table.rows()) {
                List<Object> line = new ArrayList<>();
                for (int axis = 0; axis < row.size(); axis++) {
                    line.add(label(table, axis, row.get(axis), locale));
                }
                table.columns().forEach(column -> line.add(figure(table.cell(row, column, layer), locale)));
                lines.add(line);
            }
            lines.add(List.of());
        }
        lines.add(List.of(table.title().in(locale)));
        lines.add(List.of(table.source().in(locale)));
        lines.add(List.of(say("as-of", locale, DAY.format(table.asOf()))));
        String show = say("show." + table.crossing().show(), locale);
        lines.add(List.of(
                table.number().map(number -> show + ": " + number.in(locale)).orElse(show)));
        table.selections().forEach(each -> lines.add(List.of(say("selected", locale, each.in(locale)))));
        lines.add(List.of(say("protected", locale)));
        if (table.summed() > 1) {
            lines.add(List.of(say("protected.summed", locale, table.summed(), table.error())));
        }
        if (table.crossing().show().ofRank()) {
            lines.add(List.of(say("protected.rank", locale)));
        }
        return lines;
    }

    private String name(Crosstab table, int first, List<Integer> categories, Locale locale) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < categories.size(); k++) {
            names.add(label(table, first + k, categories.get(k), locale));
        }
        return names.isEmpty() ? say("show." + table.crossing().show(), locale) : String.join(", ", names);
    }

    private String label(Crosstab table, int axis, int category, Locale locale) {
        return table.label(axis, category).map(label -> label.in(locale)).orElseGet(() -> say("total", locale));
    }

    private Object figure(Cell cell, Locale locale) {
        return switch (cell) {
            case Cell.Shown shown ->
                BigDecimal.valueOf(shown.value()).setScale(decimals(shown.measure()), RoundingMode.HALF_EVEN);
            case Cell.Hidden _ -> messages.getMessage("table.mark.hidden", null, locale);
            case Cell.Missing _ -> messages.getMessage("table.mark.missing", null, locale);
            case Cell.NotApplicable _ -> messages.getMessage("table.mark.na", null, locale);
        };
    }

    private static int decimals(Measure measure) {
        return switch (measure) {
            case COUNT, SUM -> 0;
            case SHARE -> 3;
            case VALUE, CHANGE -> 2;
        };
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("table.crossing." + key, arguments.length == 0 ? null : arguments, locale);
    }
}
