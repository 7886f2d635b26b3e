package se.samsyn.access.audit.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.access.audit.Mark;
import se.samsyn.access.audit.Marking;
import se.samsyn.web.BadInput;

/** The form of a check: {@code m.LINE} is the mark of a line and {@code n.LINE} its note. Lines without a mark are left for later. */
final class MarkForm {

    static final String MARK = "m.";
    static final String NOTE = "n.";

    private MarkForm() {}

    static List<Marking> markings(Map<String, String> sent) {
        return sent.entrySet().stream()
                .filter(field -> field.getKey().matches("m\\.\\d{1,18}")
                        && !field.getValue().isEmpty())
                .map(field -> marking(field.getKey().substring(MARK.length()), field.getValue(), sent))
                .toList();
    }

    private static Marking marking(String line, String mark, Map<String, String> sent) {
        return new Marking(
                Long.parseLong(line),
                BadInput.read(() -> Mark.valueOf(mark)),
                Optional.ofNullable(sent.get(NOTE + line)).orElse(""));
    }

    /** What was sent for a line, where something was. */
    static Optional<Mark> mark(Map<String, String> sent, long line) {
        var text = sent.get(MARK + line);
        return Arrays.stream(Mark.values())
                .filter(mark -> mark.name().equals(text))
                .findFirst();
    }
}
