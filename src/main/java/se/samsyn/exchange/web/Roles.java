package se.samsyn.exchange.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.exchange.GoalColumns;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.Meanings;
import se.samsyn.exchange.Shape;
import se.samsyn.exchange.SupportColumns;
import se.samsyn.exchange.TimeColumn;
import se.samsyn.exchange.VariableColumn;
import se.samsyn.exchange.Wave;

/*
 * The mapping page gives each column i a role: "" | case:<kind> | time:<kind> | date | trait:<key> | var:<key> | goal:<part> |
 * support:<n>:<part>, a wave, and for each of its values j a meaning: "" (as it is) | =<code> | !<special answer>. The value
 * itself is sent along, so that the form does not depend on the order in which values were met.
 */
/** What a mapping says of a column, in the words of the page's fields. {@link MappingFields} is the way back. */
final class Roles {

    private Roles() {}

    static String role(Mapping mapping, String column) {
        return Stream.of(
                        Optional.of(mapping.caseColumn())
                                .filter(found -> found.column().equals(column))
                                .map(found -> "case:" + low(found.kind())),
                        time(mapping, column),
                        trait(mapping, column),
                        support(mapping, column),
                        mapping.goal().flatMap(goal -> goal(goal, column)),
                        variable(mapping, column).map(found -> "var:" + found.variable()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> time(Mapping mapping, String column) {
        if (mapping.shape() instanceof Shape.RowPerOccasion(TimeColumn time)
                && time.column().equals(column)) {
            return Optional.of("time:" + low(time.kind()));
        }
        return mapping.shape().columns().contains(column) ? Optional.of("date") : Optional.empty();
    }

    private static Optional<String> trait(Mapping mapping, String column) {
        return mapping.traits().entrySet().stream()
                .filter(trait ->
                        trait.getValue().column().filter(column::equals).isPresent())
                .findFirst()
                .map(trait -> "trait:" + trait.getKey().key());
    }

    private static Optional<String> support(Mapping mapping, String column) {
        List<SupportColumns> all = mapping.support();
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(n -> Stream.of(
                                Map.entry("kind", all.get(n).kind().column()),
                                Map.entry("start", Optional.of(all.get(n).startColumn())),
                                Map.entry("stop", all.get(n).stopColumn()))
                        .filter(part -> part.getValue().filter(column::equals).isPresent())
                        .map(part -> "support:" + n + ":" + part.getKey()))
                .findFirst();
    }

    private static Optional<String> goal(GoalColumns goal, String column) {
        return Stream.of(
                        Map.entry("step", goal.step().column()),
                        Map.entry("text", goal.text().column()),
                        Map.entry("level", goal.levelColumn()),
                        Map.entry("date", goal.dateColumn()))
                .filter(part -> part.getValue().filter(column::equals).isPresent())
                .findFirst()
                .map(part -> "goal:" + part.getKey());
    }

    static Optional<VariableColumn> variable(Mapping mapping, String column) {
        return mapping.variables().stream()
                .filter(each -> each.column().equals(column))
                .findFirst();
    }

    static String wave(Mapping mapping, String column) {
        return Waves.of(mapping).stream()
                .filter(wave -> wave.dateColumn().filter(column::equals).isPresent())
                .map(Wave::key)
                .findFirst()
                .or(() -> variable(mapping, column).map(VariableColumn::wave))
                .orElse("");
    }

    /** The name by which {@link Meanings} knows what the codes of a column in this role can mean. */
    static String meant(String role) {
        String[] parts = role.split(":");
        return switch (parts[0]) {
            case "trait" -> parts[1];
            case "var" -> "variable:" + parts[1];
            case "support" -> parts[2].equals("kind") ? Meanings.SUPPORT : "";
            case "goal" -> parts[1].equals("step") ? Meanings.GOAL : "";
            case "time" -> parts[1].equals("date") ? "" : Meanings.PHASE;
            default -> "";
        };
    }

    /** What the mapping says of the values of a column, by value: {@code =code} or {@code !SPECIAL}. */
    static Map<String, String> meanings(Mapping mapping, String column) {
        var meanings = new TreeMap<String, String>();
        codes(mapping, column).forEach((value, code) -> meanings.put(value, "=" + code));
        variable(mapping, column)
                .ifPresent(variable ->
                        variable.special().forEach((value, special) -> meanings.put(value, "!" + special.name())));
        return meanings;
    }

    private static Map<String, String> codes(Mapping mapping, String column) {
        if (mapping.shape() instanceof Shape.RowPerOccasion(TimeColumn time)
                && time.column().equals(column)) {
            var phases = new TreeMap<String, String>();
            time.phases().forEach((value, phase) -> phases.put(value, phase.name()));
            return phases;
        }
        return Stream.of(
                        mapping.traits().values().stream(),
                        mapping.support().stream().map(SupportColumns::kind),
                        mapping.goal().map(GoalColumns::step).stream())
                .flatMap(origins -> origins)
                .filter(origin -> origin.column().filter(column::equals).isPresent())
                .findFirst()
                .map(origin -> origin.codes())
                .or(() -> variable(mapping, column).map(VariableColumn::codes))
                .orElse(Map.of());
    }

    static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
