package se.samsyn.instrument;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The answers of one occasion by variable, in the order of the keys. A variable without an entry is not answered. Its text form
 * says only how many there are.
 */
public record Answers(Map<VariableKey, Answer> values) {

    /** No answers. */
    public static final Answers NONE = new Answers(Map.of());

    /** Copies the answers. */
    public Answers {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The answer to a variable, if there is one. */
    public Optional<Answer> find(VariableKey variable) {
        return Optional.ofNullable(values.get(variable));
    }

    /** These answers with one added or replaced. */
    public Answers with(VariableKey variable, Answer answer) {
        Map<VariableKey, Answer> changed = new TreeMap<>(values);
        changed.put(variable, answer);
        return new Answers(changed);
    }

    /** How many variables are answered, special answers included. */
    public int size() {
        return values.size();
    }

    @Override
    public String toString() {
        return "Answers[" + values.size() + "]";
    }
}
