package se.samsyn.sheet;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV as spreadsheet programs in Sweden open it: a byte order mark, semicolons, lines ended as on Windows. */
public final class SemicolonText {

    private static final CSVFormat FORMAT = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.,][0-9]+)?");

    private SemicolonText() {}

    /** Lines of fields. All but numbers, also those written as text, are made harmless on the way ({@link SafeText}). */
    public static String of(List<List<String>> lines) {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (List<String> line : lines) {
                printer.printRecord(line.stream().map(SemicolonText::safe));
            }
        } catch (IOException fault) {
            throw new IllegalStateException("Text can always be written to memory", fault);
        }
        return text.toString();
    }

    private static String safe(String field) {
        return NUMBER.matcher(field).matches() ? field : SafeText.neutral(field);
    }
}
