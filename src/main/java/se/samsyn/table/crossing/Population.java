package se.samsyn.table.crossing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.engine.Condition;

/**
 * Whom a question is about: for each column with a condition, the codes that are kept. Two questions in other words about the same codes are
 * about the same population.
 */
record Population(Map<String, Set<Integer>> kept) {

    static Population of(List<Condition> conditions) {
        Map<String, Set<Integer>> kept = new TreeMap<>();
        conditions.forEach(condition ->
                kept.put(condition.of().column() + "." + condition.of().moment(), condition.codes()));
        return new Population(kept);
    }

    /** Reads the text form. */
    static Population of(String text) {
        Map<String, Set<Integer>> kept = new TreeMap<>();
        Stream.of(text.split(";")).filter(part -> !part.isEmpty()).forEach(part -> {
            int equals = part.indexOf('=');
            kept.put(
                    part.substring(0, equals),
                    Stream.of(part.substring(equals + 1).split(","))
                            .map(Integer::valueOf)
                            .collect(Collectors.toSet()));
        });
        return new Population(kept);
    }

    /** Whether everybody in this is in the other too, as far as the conditions say. */
    boolean within(Population other) {
        return other.kept.entrySet().stream()
                .allMatch(entry ->
                        kept.containsKey(entry.getKey()) && entry.getValue().containsAll(kept.get(entry.getKey())));
    }

    /** The columns that either has a condition on. */
    Set<String> columns() {
        return new HashSet<>(kept.keySet());
    }

    @Override
    public String toString() {
        return kept.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + entry.getValue().stream()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }
}
