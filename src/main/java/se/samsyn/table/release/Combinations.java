package se.samsyn.table.release;

import java.util.ArrayList;
import java.util.List;

/** Every combination of a code from each of some fields. */
final class Combinations {

    private Combinations() {}

    /**
     * The combinations, the last field's codes running fastest.
     *
     * @throws ReleaseFault when they are more than so many
     */
    static List<List<String>> of(List<List<String>> codes, int most) {
        double all = codes.stream().mapToDouble(List::size).reduce(1, (one, other) -> one * other);
        if (all > most) {
            throw new ReleaseFault("too-fine", Math.round(all), most);
        }
        List<List<String>> combinations = List.of(List.of());
        for (List<String> field : codes) {
            List<List<String>> longer = new ArrayList<>();
            combinations.forEach(before -> field.forEach(code -> {
                List<String> next = new ArrayList<>(before);
                next.add(code);
                longer.add(List.copyOf(next));
            }));
            combinations = longer;
        }
        return combinations;
    }
}
