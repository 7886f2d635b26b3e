package se.samsyn.instrument;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import se.samsyn.instrument.Rule.Condition;
import se.samsyn.web.FormField.ShowRule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Skip rules in words, for people, and as JSON, for the browser. */
record RuleWords(Form form, MessageSource messages, Locale locale) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    ShowRule of(Rule rule) {
        return rule.conditions().isEmpty() ? ShowRule.ALWAYS : new ShowRule(words(rule), json(rule));
    }

    private String words(Rule rule) {
        String joint = message("instrument.rule." + JsonAt.name(rule.match()));
        return message(
                "instrument.rule.only-if",
                rule.conditions().stream().map(this::words).collect(Collectors.joining(" " + joint + " ")));
    }

    private String words(Condition condition) {
        String question = form.find(condition.variable())
                .map(asked -> asked.text().in(locale))
                .orElse(condition.variable().value());
        String answer = form.find(condition.variable())
                .flatMap(asked -> asked.label(condition.answer()))
                .map(label -> label.in(locale))
                .orElse(condition.answer());
        return message("instrument.operator." + JsonAt.name(condition.operator()), question, answer);
    }

    private static String json(Rule rule) {
        ObjectNode node = MAPPER.createObjectNode().put("match", JsonAt.name(rule.match()));
        ArrayNode conditions = node.putArray("conditions");
        rule.conditions()
                .forEach(condition -> conditions
                        .addObject()
                        .put("variable", condition.variable().value())
                        .put("operator", JsonAt.name(condition.operator()))
                        .put("answer", condition.answer()));
        return MAPPER.writeValueAsString(node);
    }

    private String message(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
