package se.samsyn.exchange.opendata;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads PxWeb's own answers: its terms, lists of tables, and the metadata of a table. */
final class PxWebReading {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final long LEAST_CELLS = 1;

    private PxWebReading() {}

    /** One page of tables. */
    record Tables(List<PxWebTable> tables, OptionalInt pages) {}

    static JsonNode object(Answer answer) {
        return object(answer.bytes(), answer.place());
    }

    private static JsonNode object(byte[] bytes, String place) {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root.isObject()) {
                return root;
            }
            throw new Refusal(OpenDataFault.UNEXPECTED_FORM, place, "Svaret är inget JSON-objekt.");
        } catch (UnexpectedEndOfInputException cut) {
            throw new Refusal(OpenDataFault.CUT_OFF, place, "Svaret tar slut mitt i.");
        } catch (JacksonException broken) {
            throw new Refusal(OpenDataFault.NOT_JSON, place, "Svaret är inte hel JSON.");
        }
    }

    static PxWebTerms terms(Answer answer, String language) {
        JsonNode root = object(answer);
        long cells = root.path("maxDataCells").asLong(0);
        if (cells < LEAST_CELLS) {
            throw unexpected(answer, "Tjänsten säger inte hur många celler den svarar med (maxDataCells).");
        }
        String credit = "";
        for (JsonNode each : root.path("sourceReferences")) {
            if (credit.isEmpty() || Fields.text(each.path("language")).equals(language)) {
                credit = Fields.text(each.path("text"));
            }
        }
        return new PxWebTerms(
                cells,
                Math.max(0, root.path("maxCallsPerTimeWindow").asInt(0)),
                Duration.ofSeconds(Math.max(0, root.path("timeWindow").asInt(0))),
                texts(root.path("dataFormats")),
                Fields.text(root.path("license")),
                credit);
    }

    static Tables tables(Answer answer, Walk walk) {
        JsonNode root = object(answer);
        if (!root.path("tables").isArray()) {
            throw unexpected(answer, "Svaret saknar listan ”tables”.");
        }
        var tables = new ArrayList<PxWebTable>();
        for (JsonNode row : root.path("tables")) {
            String id = Fields.text(row.path("id"));
            if (PxTableId.isId(id)) {
                tables.add(table(row, id));
            } else {
                walk.warn("Tabeller utan läsbart id har hoppats över", Fields.text(row.path("label")));
            }
        }
        JsonNode pages = root.path("page").path("totalPages");
        return new Tables(tables, pages.isNumber() ? OptionalInt.of(pages.asInt()) : OptionalInt.empty());
    }

    private static PxWebTable table(JsonNode row, String id) {
        return new PxWebTable(
                new PxTableId(id),
                Fields.text(row.path("label")),
                Fields.text(row.path("description")),
                Fields.text(row.path("updated")),
                Fields.text(row.path("firstPeriod")),
                Fields.text(row.path("lastPeriod")),
                texts(Fields.first(row, "variableNames", "variablesName")),
                Fields.flag(row.path("discontinued"))
                        ? PxWebTable.Standing.DISCONTINUED
                        : PxWebTable.Standing.CONTINUED);
    }

    static PxWebVariables variables(PxTableId table, Answer answer) {
        JsonNode root = object(answer);
        if (!root.path("id").isArray() || root.path("id").isEmpty()) {
            throw unexpected(answer, "Tabellens beskrivning saknar variabler (”id”).");
        }
        var variables = new ArrayList<PxWebVariables.Variable>();
        for (JsonNode id : root.path("id")) {
            variables.add(variable(Fields.text(id), root, answer));
        }
        return new PxWebVariables(
                table,
                Fields.text(root.path("label")),
                Fields.text(root.path("source")),
                Fields.text(root.path("updated")),
                texts(root.path("note")),
                variables,
                answer.content());
    }

    private static PxWebVariables.Variable variable(String code, JsonNode root, Answer answer) {
        JsonNode dimension = root.path("dimension").path(code);
        List<String> codes = codes(dimension.path("category"));
        if (codes.isEmpty()) {
            throw unexpected(answer, "Variabeln ”" + code + "” saknar värden i tabellens beskrivning.");
        }
        JsonNode labels = dimension.path("category").path("label");
        boolean mayGo = Fields.flag(dimension.path("extension").path("elimination"));
        return new PxWebVariables.Variable(
                code,
                Fields.text(dimension.path("label")),
                role(code, root.path("role")),
                mayGo ? PxWebVariables.Elimination.MAY_BE_LEFT_OUT : PxWebVariables.Elimination.MANDATORY,
                codes.stream()
                        .map(each -> new PxWebVariables.Code(each, Fields.text(labels.path(each))))
                        .toList());
    }

    /** JSON-stat's category: an index that is a list or an object of positions, or a single label without an index. */
    static List<String> codes(JsonNode category) {
        JsonNode index = category.path("index");
        if (index.isArray()) {
            return texts(index);
        }
        if (index.isObject()) {
            return index.properties().stream()
                    .sorted(Comparator.comparingInt(each -> each.getValue().asInt(0)))
                    .map(Map.Entry::getKey)
                    .toList();
        }
        return category.path("label").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static PxWebVariables.Role role(String code, JsonNode roles) {
        if (texts(roles.path("time")).contains(code)) {
            return PxWebVariables.Role.TIME;
        }
        if (texts(roles.path("geo")).contains(code)) {
            return PxWebVariables.Role.PLACE;
        }
        return texts(roles.path("metric")).contains(code) ? PxWebVariables.Role.MEASURE : PxWebVariables.Role.OTHER;
    }

    static Refusal unexpected(Answer answer, String what) {
        return new Refusal(OpenDataFault.UNEXPECTED_FORM, answer.place(), what);
    }

    static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.isString() ? each.stringValue() : Fields.text(each)));
        return texts;
    }
}
