package se.samsyn.instrument;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import se.samsyn.instrument.QuestionType.Days;
import se.samsyn.kernel.Wording;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a form as JSON: properties in the documented order, those with their default value left out. */
final class FormWriter {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    String write(Form form) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("samsyn", FormJson.FORMAT);
        root.put("key", form.id().key().value());
        root.put("owner", form.id().owner().value());
        root.put("number", form.id().number());
        put(root, "title", form.title());
        put(root, "description", form.description());
        root.put("localLimit", form.localLimit());
        ArrayNode questions = root.putArray("questions");
        form.questions().forEach(question -> write(question, questions.addObject()));
        ArrayNode scales = root.putArray("scales");
        form.scales().forEach(scale -> write(scale, scales.addObject()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private void write(Question question, ObjectNode node) {
        node.put("key", question.key().value());
        node.put("owner", question.owner().value());
        node.put("type", name(question.type()));
        node.put("theme", JsonAt.name(question.theme()));
        putNames(node, "phases", question.phases());
        put(node, "text", question.text());
        question.why().ifPresent(why -> put(node, "why", why));
        question.help().ifPresent(help -> put(node, "help", help));
        write(question.type(), node);
        node.put("direction", JsonAt.name(question.direction()));
        node.put("required", question.isRequired());
        putNames(node, "special", question.special());
        if (!question.showIf().equals(Rule.ALWAYS)) {
            write(question.showIf(), node.putObject("showIf"));
        }
    }

    static String name(QuestionType type) {
        return switch (type) {
            case QuestionType.Heading _ -> "heading";
            case QuestionType.Single _ -> "single";
            case QuestionType.Multiple _ -> "multiple";
            case QuestionType.Scale _ -> "scale";
            case QuestionType.Numeric _ -> "number";
            case QuestionType.Date _ -> "date";
            case QuestionType.YesNo _ -> "yes-no";
            case QuestionType.Text _ -> "text";
            case QuestionType.Matrix _ -> "matrix";
        };
    }

    private static void write(QuestionType type, ObjectNode node) {
        switch (type) {
            case QuestionType.Single single -> putOptions(node, single.options());
            case QuestionType.Multiple multiple -> putOptions(node, multiple.options());
            case QuestionType.Scale scale -> {
                node.put("low", scale.low());
                node.put("high", scale.high());
                put(node, "lowLabel", scale.lowLabel());
                put(node, "highLabel", scale.highLabel());
            }
            case QuestionType.Numeric number -> {
                put(node, number.range());
                node.put("decimals", number.decimals());
                number.unit().ifPresent(unit -> put(node, "unit", unit));
            }
            case QuestionType.Date date -> node.put("future", date.days() == Days.ANY);
            case QuestionType.Text text -> node.put("longest", text.longest());
            case QuestionType.Matrix matrix -> {
                ArrayNode rows = node.putArray("rows");
                matrix.rows().forEach(row -> {
                    ObjectNode of = rows.addObject().put("key", row.key().value());
                    put(of, "label", row.label());
                });
                putOptions(node, matrix.options());
            }
            case QuestionType.Heading _, QuestionType.YesNo _ -> {}
        }
    }

    private static void write(Rule rule, ObjectNode node) {
        ArrayNode conditions = node.putArray(JsonAt.name(rule.match()));
        rule.conditions().forEach(condition -> {
            ObjectNode of = conditions.addObject();
            of.put("variable", condition.variable().value());
            of.put("operator", JsonAt.name(condition.operator()));
            of.put("answer", condition.answer());
        });
    }

    private void write(Scale scale, ObjectNode node) {
        node.put("key", scale.key().value());
        put(node, "title", scale.title());
        putKeys(node, "items", scale.items());
        putKeys(node, "reversed", scale.reversed());
        node.put("method", JsonAt.name(scale.method()));
        put(node, scale.itemRange());
        node.put("leastAnswered", scale.leastAnswered());
        node.put("direction", JsonAt.name(scale.direction()));
        ArrayNode subscales = node.putArray("subscales");
        scale.subscales().forEach(subscale -> write(subscale, subscales.addObject()));
        scale.reference().ifPresent(reference -> write(reference, node.putObject("reference")));
    }

    private static void write(Scale.Reference reference, ObjectNode node) {
        node.put("mean", reference.mean());
        node.put("deviation", reference.deviation());
        node.put("persons", reference.persons());
        node.put("source", reference.source());
    }

    private static void put(ObjectNode node, String name, Wording wording) {
        node.putObject(name).put("sv", wording.sv()).put("en", wording.en());
    }

    private static void put(ObjectNode node, Range range) {
        node.put("low", range.low());
        node.put("high", range.high());
    }

    private static void putOptions(ObjectNode node, List<Option> options) {
        ArrayNode list = node.putArray("options");
        options.forEach(option -> put(list.addObject().put("code", option.code()), "label", option.label()));
    }

    private static void putNames(ObjectNode node, String name, Set<? extends Enum<?>> constants) {
        ArrayNode list = node.putArray(name);
        constants.forEach(constant -> list.add(JsonAt.name(constant)));
    }

    private static void putKeys(ObjectNode node, String name, Collection<VariableKey> keys) {
        ArrayNode list = node.putArray(name);
        keys.forEach(key -> list.add(key.value()));
    }
}
