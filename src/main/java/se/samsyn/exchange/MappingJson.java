package se.samsyn.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import se.samsyn.followup.GasScale;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.SpecialAnswer;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.sheet.DecimalMark;
import se.samsyn.sheet.Delimiter;
import se.samsyn.sheet.Encoding;
import se.samsyn.sheet.Formulas;
import se.samsyn.sheet.Reading;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of a mapping, for files and for the database. Enumerations are written in lower case with hyphens; what is left
 * out has no value. Reading what is not of this form throws {@link MalformedMapping}.
 */
public final class MappingJson {

    private static final String FORMAT = "mapping/1";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private MappingJson() {}

    /** The mapping as indented JSON, always the same text for the same mapping. */
    public static String write(Mapping mapping) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("samsyn", FORMAT);
        root.put("name", mapping.name());
        root.put("instrument", mapping.instrument().value());
        write(mapping.reading(), root.putObject("reading"));
        write(mapping.shape(), root.putObject("shape"));
        root.putObject("case")
                .put("column", mapping.caseColumn().column())
                .put("kind", name(mapping.caseColumn().kind()));
        ObjectNode traits = root.putObject("traits");
        mapping.traits().forEach((trait, origin) -> write(origin, traits.putObject(trait.key())));
        var variables = root.putArray("variables");
        mapping.variables().forEach(column -> write(column, variables.addObject()));
        var support = root.putArray("support");
        mapping.support().forEach(columns -> {
            ObjectNode at = support.addObject();
            write(columns.kind(), at.putObject("kind"));
            at.put("start", columns.startColumn());
            columns.stopColumn().ifPresent(stop -> at.put("stop", stop));
        });
        mapping.goal().ifPresent(goal -> write(goal, root.putObject("goal")));
        root.put("numbersInText", name(mapping.numbersInText()));
        return MAPPER.writeValueAsString(root);
    }

    private static void write(Reading reading, ObjectNode at) {
        reading.encoding().ifPresent(encoding -> at.put("encoding", name(encoding)));
        reading.delimiter().ifPresent(delimiter -> at.put("delimiter", name(delimiter)));
        reading.decimals().ifPresent(mark -> at.put("decimals", name(mark)));
        reading.sheet().ifPresent(sheet -> at.put("sheet", sheet));
        if (reading.headerRow() > 0) {
            at.put("headerRow", reading.headerRow());
        }
        at.put("formulas", name(reading.formulas()));
    }

    private static void write(Shape shape, ObjectNode at) {
        switch (shape) {
            case Shape.RowPerCase wide -> {
                var waves = at.putArray("wide");
                for (Wave wave : wide.waves()) {
                    ObjectNode one = waves.addObject();
                    one.put("key", wave.key()).put("phase", name(wave.phase())).put("months", wave.months());
                    wave.dateColumn().ifPresent(column -> one.put("date", column));
                }
            }
            case Shape.RowPerOccasion(TimeColumn time) -> {
                ObjectNode one = at.putObject("long");
                one.put("column", time.column()).put("kind", name(time.kind())).put("between", name(time.between()));
                ObjectNode phases = one.putObject("phases");
                time.phases().forEach((value, phase) -> phases.put(value, name(phase)));
                time.dateColumn().ifPresent(column -> one.put("date", column));
            }
        }
    }

    private static void write(Origin origin, ObjectNode at) {
        origin.column().ifPresent(column -> at.put("column", column));
        origin.constant().ifPresent(constant -> at.put("constant", constant));
        write(origin.codes(), "codes", at);
    }

    private static void write(VariableColumn column, ObjectNode at) {
        at.put("column", column.column());
        if (!column.wave().isBlank()) {
            at.put("wave", column.wave());
        }
        at.put("variable", column.variable().value());
        write(column.codes(), "codes", at);
        var special = new TreeMap<String, String>();
        column.special().forEach((value, answer) -> special.put(value, name(answer)));
        write(special, "special", at);
    }

    private static void write(GoalColumns goal, ObjectNode at) {
        write(goal.text(), at.putObject("text"));
        write(goal.step(), at.putObject("step"));
        goal.levelColumn().ifPresent(column -> at.put("level", column));
        goal.dateColumn().ifPresent(column -> at.put("date", column));
        at.put("scale", name(goal.scale()));
    }

    private static void write(Map<String, String> map, String name, ObjectNode at) {
        if (!map.isEmpty()) {
            map.forEach(at.putObject(name)::put);
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a mapping. */
    public static Mapping read(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root == null || !FORMAT.equals(root.path("samsyn").asString(""))) {
                throw new MalformedMapping("samsyn: " + FORMAT + " is needed");
            }
            return mapping(root);
        } catch (JacksonException e) {
            throw new MalformedMapping("not JSON");
        } catch (IllegalArgumentException e) {
            throw new MalformedMapping(String.valueOf(e.getMessage()));
        }
    }

    private static Mapping mapping(JsonNode root) {
        var traits = new EnumMap<Trait, Origin>(Trait.class);
        root.path("traits")
                .properties()
                .forEach(entry -> traits.put(one(Trait.class, entry.getKey()), origin(entry.getValue())));
        JsonNode caseColumn = root.path("case");
        return new Mapping(
                find(root, "name").orElse(""),
                new InstrumentKey(text(root, "instrument")),
                reading(root.path("reading")),
                shape(root.path("shape")),
                new CaseColumn(text(caseColumn, "column"), one(CaseColumn.Kind.class, text(caseColumn, "kind"))),
                traits,
                list(root.path("variables"), MappingJson::variable),
                list(root.path("support"), MappingJson::support),
                root.has("goal") ? Optional.of(goal(root.path("goal"))) : Optional.empty(),
                find(root, "numbersInText")
                        .map(value -> one(NumbersInText.class, value))
                        .orElse(NumbersInText.REFUSE));
    }

    private static Reading reading(JsonNode at) {
        return new Reading(
                find(at, "encoding").map(value -> one(Encoding.class, value)),
                find(at, "delimiter").map(value -> one(Delimiter.class, value)),
                find(at, "decimals").map(value -> one(DecimalMark.class, value)),
                find(at, "sheet"),
                at.path("headerRow").asInt(0),
                find(at, "formulas").map(value -> one(Formulas.class, value)).orElse(Formulas.REFUSE));
    }

    private static Shape shape(JsonNode at) {
        if (at.has("wide")) {
            return new Shape.RowPerCase(list(
                    at.path("wide"),
                    wave -> new Wave(
                            text(wave, "key"),
                            one(Phase.class, text(wave, "phase")),
                            wave.path("months").asInt(0),
                            find(wave, "date"))));
        }
        JsonNode time = at.path("long");
        var phases = new TreeMap<String, Phase>();
        time.path("phases")
                .properties()
                .forEach(entry -> phases.put(
                        entry.getKey(), one(Phase.class, entry.getValue().asString(""))));
        return new Shape.RowPerOccasion(new TimeColumn(
                text(time, "column"),
                one(TimeColumn.Kind.class, text(time, "kind")),
                phases,
                find(time, "between").map(value -> one(Phase.class, value)).orElse(Phase.DURING),
                find(time, "date")));
    }

    private static Origin origin(JsonNode at) {
        return new Origin(find(at, "column"), find(at, "constant"), map(at.path("codes"), Function.identity()));
    }

    private static VariableColumn variable(JsonNode at) {
        return new VariableColumn(
                text(at, "column"),
                find(at, "wave").orElse(""),
                new VariableKey(text(at, "variable")),
                map(at.path("codes"), Function.identity()),
                map(at.path("special"), value -> one(SpecialAnswer.class, value)));
    }

    private static SupportColumns support(JsonNode at) {
        return new SupportColumns(origin(at.path("kind")), text(at, "start"), find(at, "stop"));
    }

    private static GoalColumns goal(JsonNode at) {
        return new GoalColumns(
                origin(at.path("text")),
                origin(at.path("step")),
                find(at, "level"),
                find(at, "date"),
                find(at, "scale").map(value -> one(GasScale.class, value)).orElse(GasScale.FIVE_LEVELS));
    }

    private static <T> Map<String, T> map(JsonNode at, Function<String, T> value) {
        var map = new TreeMap<String, T>();
        at.properties()
                .forEach(entry ->
                        map.put(entry.getKey(), value.apply(entry.getValue().asString(""))));
        return map;
    }

    private static <T> List<T> list(JsonNode at, Function<JsonNode, T> one) {
        var list = new ArrayList<T>();
        at.forEach(node -> list.add(one.apply(node)));
        return list;
    }

    private static String text(JsonNode at, String name) {
        return find(at, name).orElseThrow(() -> new MalformedMapping(name + " is missing"));
    }

    private static Optional<String> find(JsonNode at, String name) {
        JsonNode found = at.path(name);
        return found.isString() && !found.asString().isBlank() ? Optional.of(found.asString()) : Optional.empty();
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new MalformedMapping("\"" + name + "\" is not known");
        }
    }
}
