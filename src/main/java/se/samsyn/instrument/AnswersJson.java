package se.samsyn.instrument;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of answers, by variable in the order of the keys: chosen codes as a list, a number as a number, a day as
 * {@code {"day":"2026-01-31"}}, a text as {@code {"text":"..."}}, a special answer as {@code {"special":"not-asked"}}. Errors name
 * the variable, never the answer.
 */
public final class AnswersJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AnswersJson() {}

    /** The answers as one line of JSON, always the same text for the same answers. */
    public static String write(Answers answers) {
        ObjectNode root = MAPPER.createObjectNode();
        answers.values().forEach((key, answer) -> put(root, key.value(), answer));
        return MAPPER.writeValueAsString(root);
    }

    /** Reads answers; throws {@link MalformedForm} where the text is not of this form. */
    public static Answers read(String json) {
        JsonAt root = JsonAt.root(json);
        if (!root.node().isObject()) {
            throw root.malformed("an object is needed");
        }
        Map<VariableKey, Answer> values = new TreeMap<>();
        for (String name : root.node().propertyNames()) {
            JsonAt at = root.child(name);
            values.put(at.checked(() -> new VariableKey(name)), at.checked(() -> answer(at)));
        }
        return new Answers(values);
    }

    private static void put(ObjectNode root, String key, Answer answer) {
        switch (answer) {
            case Answer.Chosen chosen -> chosen.codes().forEach(root.putArray(key)::add);
            case Answer.Amount amount -> putNumber(root, key, amount.value());
            case Answer.Day day -> root.putObject(key).put("day", day.value().toString());
            case Answer.Text text -> root.putObject(key).put("text", text.value());
            case Answer.Special special -> root.putObject(key).put("special", JsonAt.name(special.value()));
        }
    }

    private static void putNumber(ObjectNode root, String key, BigDecimal value) {
        root.put(key, value);
    }

    private static Answer answer(JsonAt at) {
        JsonNode node = at.node();
        if (node.isArray()) {
            return new Answer.Chosen(at.list().stream().map(JsonAt::text).toList());
        }
        if (node.isNumber()) {
            return new Answer.Amount(at.number());
        }
        at.object(Set.of("day", "text", "special"));
        if (node.size() != 1) {
            throw at.malformed("one of day, text, special is needed");
        }
        return at.find("day")
                .<Answer>map(day -> new Answer.Day(day(day)))
                .or(() -> at.find("text").map(text -> new Answer.Text(text.text())))
                .orElseGet(() -> new Answer.Special(at.child("special").one(SpecialAnswer.class)));
    }

    private static LocalDate day(JsonAt at) {
        try {
            return LocalDate.parse(at.text());
        } catch (DateTimeException wrong) {
            throw new MalformedForm(at.path(), "a day as 2026-01-31 is needed", wrong);
        }
    }
}
