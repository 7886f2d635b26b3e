package se.samsyn.exchange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.exchange.sheet.Reading;
import se.samsyn.kernel.InstrumentKey;

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
        NumbersInText numbersInText) {

    /** Copies the collections. */
    public Mapping {
        var sorted = new EnumMap<Trait, Origin>(Trait.class);
        sorted.putAll(traits);
        traits = Collections.unmodifiableMap(sorted);
        variables = List.copyOf(variables);
        support = List.copyOf(support);
    }

    /** Where a trait comes from, if the file has it. */
    public Optional<Origin> find(Trait trait) {
        return Optional.ofNullable(traits.get(trait));
    }

    /** The same under another name. */
    public Mapping named(String other) {
        return new Mapping(other, instrument, reading, shape, caseColumn, traits, variables, support, numbersInText);
    }

    /** The same with a trait from elsewhere. */
    public Mapping with(Trait trait, Origin origin) {
        var changed = new EnumMap<Trait, Origin>(Trait.class);
        changed.putAll(traits);
        changed.put(trait, origin);
        return new Mapping(name, instrument, reading, shape, caseColumn, changed, variables, support, numbersInText);
    }

    /** The same with another reading. */
    public Mapping with(Reading other) {
        return new Mapping(name, instrument, other, shape, caseColumn, traits, variables, support, numbersInText);
    }
}
