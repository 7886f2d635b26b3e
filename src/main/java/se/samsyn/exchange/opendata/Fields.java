package se.samsyn.exchange.opendata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Fields as they have been seen in Kolada's answers: numbers as text, truth as 0 and 1, a year as text. What has no value is empty. */
final class Fields {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?([eE][+-]?\\d{1,3})?");
    private static final Pattern YEAR = Pattern.compile("(1[5-9]|2[0-1])\\d\\d");

    /** A field that has a value that cannot be read. */
    static final class Unreadable extends RuntimeException {
        Unreadable() {
            super("unreadable field", null, false, false);
        }
    }

    private Fields() {}

    /** The first of the names that the row has, or a missing node. */
    static JsonNode first(JsonNode row, String... names) {
        for (String name : names) {
            if (row.has(name)) {
                return row.path(name);
            }
        }
        return row.path(names[0]);
    }

    /** Text, or a number as text; blank if null or missing. */
    static String text(JsonNode node) {
        if (node.isString()) {
            return node.stringValue().strip();
        }
        return node.isNumber() || node.isBoolean() ? node.asString() : "";
    }

    /** True, 1 or either as text; everything else is false. */
    static boolean flag(JsonNode node) {
        String text = text(node);
        return text.equals("true") || text.equals("1");
    }

    /** A number, or a number as text with point or comma; a text without signs counts as null. */
    static OptionalDouble number(JsonNode node) {
        if (node.isNumber()) {
            return finite(node.doubleValue());
        }
        if (node.isNull() || node.isMissingNode()) {
            return OptionalDouble.empty();
        }
        String text = text(node);
        if (node.isString() && text.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!node.isString() || text.length() > 60 || !NUMBER.matcher(text).matches()) {
            throw new Unreadable();
        }
        return finite(new BigDecimal(text.replace(',', '.')).doubleValue());
    }

    private static OptionalDouble finite(double value) {
        if (!Double.isFinite(value)) {
            throw new Unreadable();
        }
        return OptionalDouble.of(value);
    }

    /** A whole number from 0 up. */
    static OptionalInt count(JsonNode node) {
        OptionalDouble number = number(node);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        double value = number.getAsDouble();
        if (value < 0 || value > Integer.MAX_VALUE || value != Math.rint(value)) {
            throw new Unreadable();
        }
        return OptionalInt.of((int) value);
    }

    /** A year of four digits, as a number or as text. */
    static int year(JsonNode node) {
        String text = text(node);
        String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        if (!isYear(whole)) {
            throw new Unreadable();
        }
        return Integer.parseInt(whole);
    }

    static boolean isYear(String text) {
        return YEAR.matcher(text).matches();
    }

    static KoladaId id(JsonNode node) {
        String text = text(node);
        if (!KoladaId.isId(text)) {
            throw new Unreadable();
        }
        return new KoladaId(text);
    }

    /** A day as {@code 2026-08-28}, with or without a time after it; what is none is empty. */
    static Optional<LocalDate> day(JsonNode node) {
        String text = text(node);
        try {
            return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
