package se.samsyn.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Rows sorted by the combinations of values that occur. */
final class Combinations {
    private final Map<List<Integer>, Integer> known = new HashMap<>();
    private final List<int[]> values = new ArrayList<>();
    private final int[] classOf;

    Combinations(int rows, IntFunction<int[]> of) {
        classOf = new int[rows];
        for (int row = 0; row < rows; row++) {
            int[] one = of.apply(row);
            classOf[row] = known.computeIfAbsent(Arrays.stream(one).boxed().toList(), _ -> {
                values.add(one);
                return values.size() - 1;
            });
        }
    }

    int at(int ofClass, int position) {
        return values.get(ofClass)[position];
    }

    Topic topic(String key) {
        return new Topic(key, classOf.length, values.size(), row -> classOf[row]);
    }
}
