package se.samsyn.exchange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.sheet.Reading;

/**
 * How the columns and codes of one kind of file are to be understood. Made on a page, saved by name, and used again for the next
 * file from the same system.
 *
 * @param name what the municipality calls it
 * @param reading what the user chose instead of what was detected
 */
public record Mapping(
        String name,
        InstrumentKey instrument,
        Reading reading,
        Shape shape,
        CaseColumn caseColumn,
        Map<Trait, Origin> traits,
        List<VariableColumn> variables,
        List<SupportColumns> support,
        Optional<GoalColumns> goal,
        NumbersInText numbersInText) {

    /** Copies the collections. */
    public Mapping {
        var sorted = new EnumMap<Trait, Origin>(Trait.class);
        sorted.putAll(traits);
        traits = Collections.unmodifiableMap(sorted);
        variables = List.copyOf(variables);
        support = List.copyOf(support);
    }

    /** Every column it speaks of. */
    public Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        columns.add(caseColumn.column());
        traits.values().forEach(origin -> origin.column().ifPresent(columns::add));
        variables.forEach(variable -> columns.add(variable.column()));
        support.forEach(each -> {
            columns.add(each.startColumn());
            each.stopColumn().ifPresent(columns::add);
            each.kind().column().ifPresent(columns::add);
        });
        goal.ifPresent(each -> {
            each.text().column().ifPresent(columns::add);
            each.step().column().ifPresent(columns::add);
            each.levelColumn().ifPresent(columns::add);
            each.dateColumn().ifPresent(columns::add);
        });
        columns.addAll(shape.columns());
        return columns;
    }

    /** Where a trait comes from, if the file has it. */
    public Optional<Origin> find(Trait trait) {
        return Optional.ofNullable(traits.get(trait));
    }

    /** The same under another name. */
    public Mapping named(String other) {
        return new Mapping(
                other, instrument, reading, shape, caseColumn, traits, variables, support, goal, numbersInText);
    }

    /** The same with a trait from elsewhere. */
    public Mapping with(Trait trait, Origin origin) {
        var changed = new EnumMap<Trait, Origin>(Trait.class);
        changed.putAll(traits);
        changed.put(trait, origin);
        return new Mapping(
                name, instrument, reading, shape, caseColumn, changed, variables, support, goal, numbersInText);
    }

    /** The same with another reading. */
    public Mapping with(Reading other) {
        return new Mapping(name, instrument, other, shape, caseColumn, traits, variables, support, goal, numbersInText);
    }
}
