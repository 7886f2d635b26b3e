package se.samsyn.table.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function call as the reference results quote it, in R: what was asked of the reference. Arguments without a name have their position, from 1, for
 * one.
 *
 * @param function its name
 * @param arguments their texts by name
 */
record RCall(String function, Map<String, String> arguments) {

    static RCall of(String text) {
        int open = text.indexOf('(');
        var arguments = new LinkedHashMap<String, String>();
        int position = 0;
        for (String part : parts(text.substring(open + 1, text.lastIndexOf(')')))) {
            position++;
            int equals = part.indexOf('=');
            boolean named = equals > 0 && part.substring(0, equals).strip().matches("[A-Za-z_.][A-Za-z0-9_.]*");
            arguments.put(
                    named ? part.substring(0, equals).strip() : String.valueOf(position),
                    (named ? part.substring(equals + 1) : part).strip());
        }
        return new RCall(text.substring(0, open), arguments);
    }

    /** An argument by its name, or by its position where it has none. */
    Optional<String> argument(String name, int position) {
        return Optional.ofNullable(arguments.getOrDefault(name, arguments.get(String.valueOf(position))));
    }

    /** An argument by its name. */
    Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    int number(String name, int otherwise) {
        return argument(name).map(Integer::parseInt).orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        return argument(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** The elements of {@code c(...)}, or the one there is; quotation marks taken away. A range {@code 1:4} is its numbers. */
    static List<String> elements(String text) {
        if (text.matches("\\d+:\\d+")) {
            var ends = text.split(":");
            var numbers = new ArrayList<String>();
            for (int k = Integer.parseInt(ends[0]); k <= Integer.parseInt(ends[1]); k++) {
                numbers.add(String.valueOf(k));
            }
            return numbers;
        }
        boolean many = text.startsWith("c(");
        return parts(many ? text.substring(2, text.length() - 1) : text).stream()
                .map(part -> part.strip().replaceAll("^['\"]|['\"]$", ""))
                .toList();
    }

    /** Split at the commas that stand outside of parentheses and quotation marks. */
    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        char quote = 0;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (quote != 0) {
                quote = sign == quote ? 0 : quote;
            } else if (sign == '\'' || sign == '"') {
                quote = sign;
            } else if (sign == '(') {
                depth++;
            } else if (sign == ')') {
                depth--;
            } else if (sign == ',' && depth == 0) {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
        }
        if (!text.isBlank()) {
            parts.add(text.substring(from));
        }
        return parts;
    }
}
