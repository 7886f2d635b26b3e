package se.samsyn.access.web;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import se.samsyn.access.LogLine;
import se.samsyn.sheet.SafeText;

/** Lines of the log as a file for spreadsheet programs: semicolons, UTF-8, the newest first. */
record LogFile(Writer out, LogNames names, MessageSource words, Locale locale, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    void heading() throws IOException {
        line(
                word("access.log.number"),
                word("access.log.at"),
                word("access.log.who"),
                word("access.log.role"),
                word("access.log.event"),
                word("access.log.purpose"),
                word("access.log.object"),
                word("access.log.place"));
    }

    void add(LogLine line) throws IOException {
        var place = line.place();
        line(
                Long.toString(line.number()),
                TIME.format(line.at().atZone(zone)),
                line.actor() == null ? word("access.log.nobody") : line.actor(),
                line.role() == null ? "" : word("access.role." + line.role()),
                words.getMessage("access.event." + line.event(), null, line.event(), locale),
                line.purpose() == null ? "" : word("access.purpose." + line.purpose()),
                Optional.ofNullable(names.of(line)).orElse(line.object()),
                place == null ? "" : names.place(place));
    }

    private void line(@Nullable String... fields) throws IOException {
        out.write(Stream.of(fields)
                .map(field -> field == null ? "" : SafeText.field(field))
                .collect(Collectors.joining(";", "", "\r\n")));
    }

    private String word(String key) {
        return words.getMessage(key, null, locale);
    }
}
