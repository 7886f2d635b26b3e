package se.samsyn.database;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;

/** Puts modules after those they depend on; alphabetical where that leaves a choice. */
final class ModuleOrder {

    private final Map<String, List<String>> dependencies;
    private final SequencedSet<String> placed = new LinkedHashSet<>();
    private final SequencedSet<String> underWay = new LinkedHashSet<>();

    private ModuleOrder(Map<String, List<String>> dependencies) {
        this.dependencies = dependencies;
    }

    /**
     * All modules named, in order.
     *
     * @throws IllegalStateException if modules depend on each other in a ring
     */
    static List<String> of(Map<String, List<String>> dependencies) {
        ModuleOrder order = new ModuleOrder(dependencies);
        new TreeSet<>(dependencies.keySet()).forEach(order::place);
        return List.copyOf(order.placed);
    }

    private void place(String module) {
        if (placed.contains(module)) {
            return;
        }
        if (!underWay.add(module)) {
            throw new IllegalStateException("Modules depend on each other in a ring: " + underWay);
        }
        dependencies.getOrDefault(module, List.of()).forEach(this::place);
        underWay.remove(module);
        placed.add(module);
    }
}
