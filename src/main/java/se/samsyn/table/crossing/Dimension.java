package se.samsyn.table.crossing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.engine.Coded;
import se.samsyn.kernel.Wording;

/**
 * An axis as it is counted: a column with its categories.
 *
 * @param categoryOf the position of each code's category; every code has one
 */
record Dimension(
        AxisKey key, Coded column, Wording label, List<Category> categories, Map<Integer, Integer> categoryOf) {

    Dimension {
        categories = List.copyOf(categories);
        categoryOf = Map.copyOf(categoryOf);
    }

    /**
     * A category.
     *
     * @param missing whether it is of those of whom nothing is known; shown apart and not part of shares
     */
    record Category(String key, Wording label, boolean missing) {}

    /** The category of this that each category of a narrower dimension of the same column lies in; empty where they do not. */
    Optional<int[]> around(Dimension narrower) {
        int[] around = new int[narrower.categories.size()];
        Arrays.fill(around, -1);
        for (Map.Entry<Integer, Integer> entry : narrower.categoryOf.entrySet()) {
            int wide = categoryOf.getOrDefault(entry.getKey(), -1);
            int before = around[entry.getValue()];
            if (wide < 0 || (before >= 0 && before != wide)) {
                return Optional.empty();
            }
            around[entry.getValue()] = wide;
        }
        boolean tree = column.equals(narrower.column) && categories.size() < narrower.categories.size();
        return tree ? Optional.of(around) : Optional.empty();
    }

    /** Whether the categories of the one lie in those of the other. */
    boolean isOfOneTreeWith(Dimension other) {
        return key.equals(other.key)
                || around(other).isPresent()
                || other.around(this).isPresent();
    }

    /** The categories' positions by code, from the lowest code on; -1 where there is no such code. */
    Positions positions() {
        int lowest = categoryOf.keySet().stream().mapToInt(code -> code).min().orElse(0);
        int highest = categoryOf.keySet().stream().mapToInt(code -> code).max().orElse(0);
        int[] positions = new int[highest - lowest + 1];
        Arrays.setAll(positions, at -> categoryOf.getOrDefault(at + lowest, -1));
        return code -> {
            if (code < lowest || code > highest || positions[code - lowest] < 0) {
                throw new IllegalStateException("A code is there that the codebook does not have");
            }
            return positions[code - lowest];
        };
    }

    /** Finds the position of a code's category. */
    interface Positions {
        int of(int code);
    }

    /** The codes of the categories with these keys. */
    Set<Integer> codes(List<String> wanted) {
        for (String key : wanted) {
            if (categories.stream().noneMatch(category -> category.key().equals(key))) {
                throw new CrossingFault("unknown-code", key, label);
            }
        }
        return categoryOf.entrySet().stream()
                .filter(entry ->
                        wanted.contains(categories.get(entry.getValue()).key()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The positions of the categories with these keys. */
    Set<Integer> positions(List<String> wanted) {
        return IntStream.range(0, categories.size())
                .filter(at -> wanted.contains(categories.get(at).key()))
                .boxed()
                .collect(Collectors.toSet());
    }
}
