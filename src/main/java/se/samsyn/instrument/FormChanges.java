package se.samsyn.instrument;

import java.util.List;

/** What one form asks that another does not, and the other way round; and what both ask, but not in the same way. */
public record FormChanges(List<Question> added, List<Question> changed, List<Question> removed) {

    /** Copies the lists. */
    public FormChanges {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** The changes from an earlier form to a later one, by variable, each list in the order of its form. */
    public static FormChanges between(Form earlier, Form later) {
        return new FormChanges(
                later.variables().stream()
                        .filter(variable -> earlier.find(variable.key()).isEmpty())
                        .toList(),
                later.variables().stream()
                        .filter(variable -> earlier.find(variable.key())
                                .filter(before -> !before.equals(variable))
                                .isPresent())
                        .toList(),
                earlier.variables().stream()
                        .filter(variable -> later.find(variable.key()).isEmpty())
                        .toList());
    }

    /** Whether nothing has changed. */
    public boolean none() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
