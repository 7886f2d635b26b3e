package se.samsyn.exchange.cube;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One dimension of a cube.
 *
 * @param code its name for machines; PX {@code VARIABLECODE}, or the variable's name where there is none
 * @param categories in the order of the cells
 * @param children codes of the categories below each code, where there is a hierarchy; without cycles
 * @param timeline of a time dimension that was told as PX tells it
 */
public record Dimension(
        String code,
        Texts label,
        Role role,
        List<Category> categories,
        Map<String, List<String>> children,
        List<Note> notes,
        Optional<Timeline> timeline) {

    /** Copies the lists; refuses two categories with one code. */
    public Dimension {
        categories = List.copyOf(categories);
        notes = List.copyOf(notes);
        var copy = new LinkedHashMap<String, List<String>>();
        children.forEach((parent, below) -> copy.put(parent, List.copyOf(below)));
        children = Collections.unmodifiableMap(copy);
        var codes = new HashSet<String>();
        for (Category category : categories) {
            if (!codes.add(category.code())) {
                throw new IllegalArgumentException("two categories have the code " + category.code());
            }
        }
    }

    /** A dimension without hierarchy, notes and timeline. */
    public static Dimension of(String code, Texts label, Role role, List<Category> categories) {
        return new Dimension(code, label, role, categories, Map.of(), List.of(), Optional.empty());
    }

    /** Number of categories. */
    public int size() {
        return categories.size();
    }
}
