package se.samsyn.table.release.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.MessageSource;
import se.samsyn.sheet.SafeText;
import se.samsyn.table.release.Released;

/** Released tables as CSV for spreadsheets, one under the other, with what protects them and the checksum. */
final class ReleasedFile {

    private final Released released;
    private final String source;
    private final MessageSource messages;
    private final Locale locale;

    ReleasedFile(Released released, String source, MessageSource messages, Locale locale) {
        this.released = released;
        this.source = source;
        this.messages = messages;
        this.locale = locale;
    }

    String csv(List<ReleasedPage.Table> tables) {
        StringBuilder text = new StringBuilder("\uFEFF");
        CSVFormat format = CSVFormat.Builder.create()
                .setDelimiter(';')
                .setRecordSeparator("\r\n")
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (ReleasedPage.Table table : tables) {
                print(table, printer);
            }
            printer.printRecord(plain(released.name()));
            printer.printRecord(plain(source));
            printer.printRecord(say(
                    "protected",
                    String.valueOf(released.report().hidden()),
                    String.valueOf(released.report().cells()),
                    released.report().persons()));
            printer.printRecord(say("hash.of", released.released().toString(), released.hash()));
        } catch (IOException fault) {
            throw new IllegalStateException("Text can always be written to memory", fault);
        }
        return text.toString();
    }

    private static void print(ReleasedPage.Table table, CSVPrinter printer) throws IOException {
        printer.printRecord(plain(table.title()));
        List<String> head = new ArrayList<>(table.corners());
        head.addAll(table.heads());
        printer.printRecord(head.stream().map(ReleasedFile::plain).toList());
        for (ReleasedPage.Line line : table.lines()) {
            List<String> cells = new ArrayList<>(
                    line.labels().stream().map(ReleasedFile::plain).toList());
            line.boxes().forEach(box -> cells.add(box.text().replaceAll("[\\s\u00A0\u202F]", "")));
            printer.printRecord(cells);
        }
        printer.println();
    }

    private static String plain(String text) {
        return SafeText.neutral(text);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("table.release." + key, arguments, locale);
    }
}
