package se.samsyn.table.release.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import se.samsyn.table.crossing.AxisKey;
import se.samsyn.table.release.Declared;
import se.samsyn.table.release.Groups;

/** Declared tables with their shown cells, as a page shows them: every hidden cell by one and the same mark. */
final class ReleasedPage {

    private static final int MOST_LINES = 400;

    private final Groups groups;
    private final Map<String, Optional<Long>> cells;
    private final MessageSource messages;
    private final LongFunction<String> written;
    private final Locale locale = LocaleContextHolder.getLocale();

    /**
     * Of cells.
     *
     * @param written how a shown count is written; nobody as 0
     */
    ReleasedPage(
            Groups groups, Map<String, Optional<Long>> cells, MessageSource messages, LongFunction<String> written) {
        this.groups = groups;
        this.cells = cells;
        this.messages = messages;
        this.written = written;
    }

    /** A table; lines beyond those that fit are counted. */
    record Table(String id, String title, List<String> corners, List<String> heads, List<Line> lines, int leftOut) {}

    /** A line with a label for each of its axes. */
    record Line(List<String> labels, boolean total, List<Box> boxes) {}

    /** A cell. */
    record Box(String text, String style, String meaning) {}

    /** A group or the total of an axis. */
    private record Choice(String name, String label) {}

    /** The tables, with as many lines as a page takes. */
    List<Table> tables(Declared declared) {
        return tables(declared, MOST_LINES);
    }

    /** The tables with all their lines. */
    List<Table> whole(Declared declared) {
        return tables(declared, Integer.MAX_VALUE);
    }

    private List<Table> tables(Declared declared, int most) {
        List<Table> tables = new ArrayList<>();
        for (List<AxisKey> axes : declared.tables()) {
            tables.add(table(axes, tables.size(), most));
        }
        return tables;
    }

    private Table table(List<AxisKey> axes, int at, int most) {
        boolean crossed = axes.size() > 1;
        List<AxisKey> down = crossed ? axes.subList(0, axes.size() - 1) : axes;
        List<List<Choice>> lines = lines(down);
        List<Choice> across =
                crossed ? occupied(choices(axes.getLast()), lines) : List.of(new Choice("", say("count")));
        String title = axes.stream().map(axis -> groups.label(axis).in(locale)).collect(Collectors.joining(" × "));
        List<Line> shown = lines.stream()
                .map(line -> line(line, across))
                .filter(line ->
                        line.boxes().stream().anyMatch(box -> !box.text().equals("0")))
                .toList();
        return new Table(
                "tabell-" + at,
                title,
                down.stream().map(axis -> groups.label(axis).in(locale)).toList(),
                across.stream().map(Choice::label).toList(),
                shown.subList(0, Math.min(most, shown.size())),
                Math.max(0, shown.size() - most));
    }

    /** Columns in which there is anybody. */
    private List<Choice> occupied(List<Choice> columns, List<List<Choice>> lines) {
        return columns.stream()
                .filter(column -> lines.stream()
                        .anyMatch(line -> line(line, List.of(column)).boxes().stream()
                                .anyMatch(box -> !box.text().equals("0"))))
                .toList();
    }

    private List<Choice> choices(AxisKey axis) {
        List<Choice> choices = new ArrayList<>();
        groups.of(axis)
                .forEach(group ->
                        choices.add(new Choice(group.name(), group.label().in(locale))));
        choices.add(new Choice("", say("total")));
        return choices;
    }

    private List<List<Choice>> lines(List<AxisKey> axes) {
        List<List<Choice>> lines = List.of(List.of());
        for (AxisKey axis : axes) {
            List<List<Choice>> longer = new ArrayList<>();
            for (List<Choice> line : lines) {
                for (Choice choice : choices(axis)) {
                    List<Choice> next = new ArrayList<>(line);
                    next.add(choice);
                    longer.add(next);
                }
            }
            lines = longer;
        }
        return lines;
    }

    private Line line(List<Choice> line, List<Choice> across) {
        List<Box> boxes = new ArrayList<>();
        for (Choice column : across) {
            List<Choice> all = new ArrayList<>(line);
            all.add(column);
            boxes.add(box(all));
        }
        boolean total = line.stream().anyMatch(choice -> choice.name().isEmpty());
        return new Line(line.stream().map(Choice::label).toList(), total, boxes);
    }

    private Box box(List<Choice> choices) {
        String name = choices.stream()
                .map(Choice::name)
                .filter(part -> !part.isEmpty())
                .sorted()
                .collect(Collectors.joining(";"));
        Optional<Long> count = cells.getOrDefault(name, Optional.of(0L));
        return count.map(persons -> new Box(written.apply(persons), "num", ""))
                .orElseGet(() -> new Box(
                        messages.getMessage("table.mark.hidden", null, locale),
                        "num mark mark-hidden",
                        messages.getMessage("table.crossing.mark.hidden", null, locale)));
    }

    /** A cell's name in words: its groups' labels. */
    String words(String name, Declared declared) {
        if (name.isEmpty()) {
            return say("total");
        }
        Map<String, String> labels = declared.tables().stream()
                .flatMap(List::stream)
                .distinct()
                .flatMap(axis -> groups.of(axis).stream()
                        .map(group -> Map.entry(
                                group.name(),
                                groups.label(axis).in(locale) + ": "
                                        + group.label().in(locale))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
        return Arrays.stream(name.split(";"))
                .map(part -> labels.getOrDefault(part, part))
                .collect(Collectors.joining(", "));
    }

    private String say(String key) {
        return messages.getMessage("table.release." + key, null, locale);
    }
}
