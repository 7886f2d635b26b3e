package se.samsyn.followup.handout;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import se.samsyn.sheet.SafeText;
import tools.jackson.databind.json.JsonMapper;

/** An extract as text, JSON and CSV. */
@Component
public final class ExtractFiles {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Europe/Stockholm"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AnswerWords words;

    ExtractFiles(AnswerWords words) {
        this.words = words;
    }

    private record Whole(String ofCase, String made, String by, List<Extract.Part> parts) {}

    /** Plain text to be read or printed. */
    public String text(Extract extract, Locale locale) {
        var text = new StringBuilder(words.say("followup.extract", locale))
                .append("\n")
                .append(mark(extract, locale))
                .append("\n\n");
        for (var part : extract.parts()) {
            text.append(part.title()).append('\n');
            part.lines().forEach(line -> {
                text.append("  ").append(line.label());
                text.append(line.label().isEmpty() ? "" : ": ")
                        .append(line.value())
                        .append('\n');
            });
            text.append(part.lines().isEmpty() ? "  " + words.say("followup.extract.nothing", locale) + "\n" : "");
            text.append('\n');
        }
        return text.toString();
    }

    /** A file for other programs: UTF-8 JSON with the same parts and lines. */
    public String json(Extract extract) {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(
                        new Whole(extract.of().toString(), extract.made().toString(), extract.by(), extract.parts()));
    }

    /** A row for each line: part, question, answer. */
    public String csv(Extract extract, Locale locale) {
        var csv = new StringBuilder("\uFEFF");
        row(
                csv,
                words.say("followup.extract.part", locale),
                words.say("followup.extract.label", locale),
                words.say("followup.extract.value", locale));
        row(csv, words.say("followup.extract", locale), "", mark(extract, locale));
        extract.parts()
                .forEach(part -> part.lines().forEach(line -> row(csv, part.title(), line.label(), line.value())));
        return csv.toString();
    }

    /** Who took it away and when, in the file itself. */
    private String mark(Extract extract, Locale locale) {
        return words.say("followup.extract.made", locale, MOMENT.format(extract.made()), extract.by());
    }

    private static void row(StringBuilder csv, String... fields) {
        csv.append(String.join(
                        ";", List.of(fields).stream().map(SafeText::field).toList()))
                .append("\r\n");
    }
}
