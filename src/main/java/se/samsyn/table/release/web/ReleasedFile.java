package se.samsyn.table.release.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import se.samsyn.sheet.SemicolonText;
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
        List<List<String>> lines = new ArrayList<>();
        tables.forEach(table -> lines.addAll(lines(table)));
        lines.add(List.of(released.name()));
        lines.add(List.of(source));
        lines.add(List.of(say(
                "protected",
                String.valueOf(released.report().hidden()),
                String.valueOf(released.report().cells()),
                released.report().persons())));
        lines.add(List.of(say("hash.of", released.released().toString(), released.hash())));
        return SemicolonText.of(lines);
    }

    private static List<List<String>> lines(ReleasedPage.Table table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(table.title()));
        lines.add(
                Stream.concat(table.corners().stream(), table.heads().stream()).toList());
        for (ReleasedPage.Line line : table.lines()) {
            lines.add(Stream.concat(
                            line.labels().stream(),
                            line.boxes().stream().map(box -> box.text().replaceAll("[\\s\u00A0\u202F]", "")))
                    .toList());
        }
        lines.add(List.of());
        return lines;
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("table.release." + key, arguments, locale);
    }
}
