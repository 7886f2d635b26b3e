package se.samsyn.exchange.indicators;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.exchange.cube.JsonStatWriter;
import se.samsyn.exchange.cube.PxWriter;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.organisation.Unit;
import se.samsyn.sheet.SafeText;
import se.samsyn.table.Where;

/**
 * Writes an indicator to CSV, XLSX, PX and JSON-stat, in forms that the import reads again. In CSV and XLSX the three kinds of empty are
 * {@code ..} hidden, {@code saknas} missing and {@code .} not applicable; in PX and JSON-stat they have the signs of those formats. Zero is 0.
 */
@Component
public class IndicatorExport {

    private final Catalogue catalogue;
    private final Organisations organisations;
    private final MessageSource messages;

    IndicatorExport(Catalogue catalogue, Organisations organisations, MessageSource messages) {
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.messages = messages;
    }

    /** A form to write in, called as its files end. */
    public enum Form {
        CSV,
        XLSX,
        PX,
        JSON;

        /** The one that files with this ending have. */
        public static Optional<Form> of(String ending) {
            return List.of(values()).stream()
                    .filter(form -> form.ending().equals(ending))
                    .findFirst();
        }

        /** The ending, without its full stop. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An indicator with its values; empty where there is none of that key. */
    public Optional<Exported> find(IndicatorKey key) {
        return catalogue.find(key).flatMap(this::of);
    }

    private Optional<Exported> of(Indicator indicator) {
        List<Observation> values = catalogue.values(List.of(indicator.key()));
        return catalogue
                .source(indicator.source())
                .map(source -> new Exported(
                        indicator,
                        source,
                        values,
                        names(values),
                        catalogue.breaks(indicator.key()),
                        catalogue.fetched(indicator.key())));
    }

    private Map<Where, String> names(List<Observation> values) {
        Map<Where, String> names = new HashMap<>();
        values.stream().map(Observation::place).distinct().forEach(where -> {
            Optional<String> name = switch (where) {
                case Where.Area area -> organisations.find(area.code()).map(Place::name);
                case Where.OneUnit unit -> organisations.find(unit.id()).map(Unit::name);
            };
            name.ifPresent(text -> names.put(where, text));
        });
        return names;
    }

    /** Writes it. Numbers in CSV have a decimal comma in Swedish and a point in English. Leaves the stream open. */
    public void write(Exported exported, Form form, Locale locale, OutputStream out) throws IOException {
        switch (form) {
            case CSV -> out.write(csv(exported, locale).getBytes(StandardCharsets.UTF_8));
            case XLSX -> xlsx(exported, locale, out);
            case PX -> PxWriter.write(ExportedCube.of(exported), out);
            case JSON -> JsonStatWriter.write(ExportedCube.of(exported), out);
        }
    }

    private String csv(Exported exported, Locale locale) {
        var csv = new StringBuilder("\uFEFF");
        for (List<ExportedRows.Field> row : ExportedRows.of(exported, marks(locale))) {
            csv.append(String.join(
                            ";", row.stream().map(field -> text(field, locale)).toList()))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String text(ExportedRows.Field field, Locale locale) {
        return switch (field) {
            case ExportedRows.Field.Text(String value) -> SafeText.field(value);
            case ExportedRows.Field.Figure(var value) ->
                locale.getLanguage().equals("en")
                        ? value.toPlainString()
                        : value.toPlainString().replace('.', ',');
        };
    }

    private void xlsx(Exported exported, Locale locale, OutputStream out) throws IOException {
        try (var workbook = new Workbook(new Unclosed(out), "Samsyn", "1.0")) {
            fill(
                    workbook.newWorksheet(messages.getMessage("exchange.indicators.sheet.values", null, locale)),
                    exported,
                    marks(locale));
            Worksheet about =
                    workbook.newWorksheet(messages.getMessage("exchange.indicators.sheet.about", null, locale));
            List<List<String>> rows = ExportedRows.about(exported);
            for (int r = 0; r < rows.size(); r++) {
                about.value(r, 0, rows.get(r).get(0));
                about.value(r, 1, SafeText.neutral(rows.get(r).get(1)));
            }
        }
    }

    private static void fill(Worksheet sheet, Exported exported, ExportedRows.Marks marks) {
        List<List<ExportedRows.Field>> rows = ExportedRows.of(exported, marks);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                switch (rows.get(r).get(c)) {
                    case ExportedRows.Field.Text(String value) -> {
                        if (!value.isEmpty()) {
                            sheet.value(r, c, SafeText.neutral(value));
                        }
                    }
                    case ExportedRows.Field.Figure(var value) -> sheet.value(r, c, value);
                }
            }
        }
    }

    private ExportedRows.Marks marks(Locale locale) {
        return new ExportedRows.Marks(mark("hidden", locale), mark("missing", locale), mark("na", locale));
    }

    private String mark(String kind, Locale locale) {
        return messages.getMessage("table.mark." + kind, null, locale);
    }

    /** Workbooks close what they write to. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
