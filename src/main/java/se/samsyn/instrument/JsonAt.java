package se.samsyn.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import se.samsyn.kernel.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A place in a JSON text that knows its path, so that every error can say where it is. */
record JsonAt(String path, JsonNode node) {

    private static final int MOST_DIGITS = 30;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static JsonAt root(String json) {
        try {
            return new JsonAt("", MAPPER.readTree(json));
        } catch (JacksonException broken) {
            throw new MalformedForm("", "not JSON" + where(broken), broken);
        } catch (NumberFormatException odd) { // so Jackson says of an exponent beyond what a decimal number can have
            throw new MalformedForm("", "a number is too large or too small", odd);
        }
    }

    /** What breaks a limit, such as that of nesting, is nowhere. */
    private static String where(JacksonException broken) {
        var at = broken.getLocation();
        return at == null ? ", or nested too deeply" : " from line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    MalformedForm malformed(String what) {
        return new MalformedForm(path, what);
    }

    /** Turns what a constructor refuses into an error with this path. */
    <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            throw new MalformedForm(path, String.valueOf(refused.getMessage()), refused);
        }
    }

    JsonAt object(Set<String> known) {
        if (!node.isObject()) {
            throw malformed("an object is needed");
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw child(name)
                        .malformed("not a known property; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return this;
    }

    Optional<JsonAt> find(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(new JsonAt(pathOf(name), value));
    }

    JsonAt child(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new MalformedForm(pathOf(name), "missing");
        }
        return new JsonAt(pathOf(name), value);
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    List<JsonAt> list() {
        if (!node.isArray()) {
            throw malformed("a list is needed");
        }
        List<JsonAt> parts = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            parts.add(new JsonAt(path + "[" + i + "]", node.get(i)));
        }
        return parts;
    }

    <T> List<T> list(String name, Function<JsonAt, T> read) {
        return find(name).map(JsonAt::list).orElse(List.of()).stream().map(read).toList();
    }

    String text() {
        if (!node.isString()) {
            throw malformed("a text is needed");
        }
        return node.stringValue();
    }

    int integer() {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw malformed("a whole number is needed");
        }
        return node.intValue();
    }

    BigDecimal number() {
        if (!node.isNumber()) {
            throw malformed("a number is needed");
        }
        BigDecimal number = node.decimalValue();
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw malformed("a number of at most " + MOST_DIGITS + " figures is needed");
        }
        return number;
    }

    boolean truth() {
        if (!node.isBoolean()) {
            throw malformed("true or false is needed");
        }
        return node.booleanValue();
    }

    Wording wording() {
        object(Set.of("sv", "en"));
        return checked(() ->
                new Wording(child("sv").text(), find("en").map(JsonAt::text).orElse("")));
    }

    VariableKey variable() {
        return checked(() -> new VariableKey(text()));
    }

    /** One of an enum's constants, in lower case with hyphens. */
    <E extends Enum<E>> E one(Class<E> kind) {
        String name = text();
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> JsonAt.name(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> malformed("one of "
                        + String.join(
                                ", ",
                                Arrays.stream(kind.getEnumConstants())
                                        .map(JsonAt::name)
                                        .toList())
                        + " is needed"));
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
