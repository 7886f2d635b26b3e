package se.samsyn.sheet;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV as spreadsheet programs in Sweden open it: a byte order mark, semicolons, lines ended as on Windows. */
public final class SemicolonText {

    private static final CSVFormat FORMAT = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private SemicolonText() {}

    /** Lines of fields; texts from outside are to be made harmless first, by {@link SafeText#neutral}. */
    public static String of(List<? extends List<?>> lines) {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (List<?> line : lines) {
                printer.printRecord(line);
            }
        } catch (IOException fault) {
            throw new IllegalStateException("Text can always be written to memory", fault);
        }
        return text.toString();
    }
}
