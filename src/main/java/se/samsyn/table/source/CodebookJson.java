package se.samsyn.table.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a codebook, as it is kept with what it explains. */
public final class CodebookJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CodebookJson() {}

    /** Writes. */
    public static String write(Codebook codebook) {
        ObjectNode json = JSON.createObjectNode();
        json.put("set", codebook.set().value());
        json.put("owner", codebook.owner().value());
        put(json, "title", codebook.title());
        put(json, "source", codebook.source());
        put(json, "counted", codebook.counted());
        codebook.period().ifPresent(at -> json.put("period", at));
        codebook.organisation().ifPresent(at -> json.put("organisation", at));
        ArrayNode fields = json.putArray("fields");
        codebook.fields().forEach(field -> write(field, fields.addObject()));
        return JSON.writeValueAsString(json);
    }

    private static void write(Codebook.Field field, ObjectNode json) {
        json.put("key", field.key());
        put(json, "label", field.label());
        field.about().ifPresent(about -> put(json, "about", about));
        switch (field.values()) {
            case Codebook.Numbers numbers -> {
                json.put("step", numbers.step());
                json.put("lowest", numbers.lowest());
                json.put("highest", numbers.highest());
            }
            case Codebook.Codes codes -> {
                ArrayNode list = json.putArray("codes");
                codes.codes().forEach(code -> {
                    ObjectNode one = list.addObject();
                    one.put("code", code.code());
                    put(one, "label", code.label());
                    one.put("missing", code.missing());
                });
                ArrayNode groupings = json.putArray("groupings");
                codes.groupings().forEach(grouping -> write(grouping, groupings.addObject()));
            }
        }
    }

    private static void write(Codebook.Grouping grouping, ObjectNode json) {
        json.put("key", grouping.key());
        put(json, "label", grouping.label());
        ArrayNode groups = json.putArray("groups");
        grouping.groups().forEach(group -> {
            ObjectNode one = groups.addObject();
            one.put("key", group.key());
            put(one, "label", group.label());
            ArrayNode codes = one.putArray("codes");
            group.codes().stream().sorted().forEach(codes::add);
        });
    }

    private static void put(ObjectNode json, String name, Wording wording) {
        ObjectNode both = json.putObject(name);
        both.put("sv", wording.sv());
        both.put("en", wording.en());
    }

    /** Reads what was written. */
    public static Codebook read(String text) {
        JsonNode json = JSON.readTree(text);
        List<Codebook.Field> fields = new ArrayList<>();
        json.path("fields").forEach(field -> fields.add(field(field)));
        return new Codebook(
                new InstrumentKey(json.path("set").asString()),
                wording(json.path("title")),
                wording(json.path("source")),
                wording(json.path("counted")),
                new PlaceCode(json.path("owner").asString()),
                position(json, "period"),
                position(json, "organisation"),
                fields);
    }

    private static OptionalInt position(JsonNode json, String name) {
        return json.has(name) ? OptionalInt.of(json.path(name).asInt()) : OptionalInt.empty();
    }

    private static Codebook.Field field(JsonNode json) {
        Optional<Wording> about = json.has("about") ? Optional.of(wording(json.path("about"))) : Optional.empty();
        return new Codebook.Field(
                json.path("key").asString(),
                wording(json.path("label")),
                about,
                json.has("codes") ? codes(json) : numbers(json));
    }

    private static Codebook.Numbers numbers(JsonNode json) {
        return new Codebook.Numbers(
                json.path("step").asDouble(),
                json.path("lowest").asDouble(),
                json.path("highest").asDouble());
    }

    private static Codebook.Codes codes(JsonNode json) {
        List<Codebook.Code> codes = new ArrayList<>();
        json.path("codes")
                .forEach(code -> codes.add(new Codebook.Code(
                        code.path("code").asString(),
                        wording(code.path("label")),
                        code.path("missing").asBoolean())));
        List<Codebook.Grouping> groupings = new ArrayList<>();
        json.path("groupings")
                .forEach(each -> groupings.add(
                        new Codebook.Grouping(each.path("key").asString(), wording(each.path("label")), groups(each))));
        return new Codebook.Codes(codes, groupings);
    }

    private static List<Codebook.Group> groups(JsonNode json) {
        List<Codebook.Group> groups = new ArrayList<>();
        json.path("groups").forEach(group -> {
            Set<Integer> members = new HashSet<>();
            group.path("codes").forEach(code -> members.add(code.asInt()));
            groups.add(new Codebook.Group(group.path("key").asString(), wording(group.path("label")), members));
        });
        return groups;
    }

    private static Wording wording(JsonNode json) {
        return new Wording(json.path("sv").asString(), json.path("en").asString());
    }
}
