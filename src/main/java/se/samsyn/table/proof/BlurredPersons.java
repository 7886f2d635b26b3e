package se.samsyn.table.proof;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import se.samsyn.table.disclosure.BlurredTable;
import se.samsyn.table.disclosure.Branches;
import se.samsyn.table.disclosure.NoiseLaw;
import se.samsyn.table.disclosure.NoiseTable;

/** Made-up persons, each with a record key and a category of each of some variables, and their blurred tables. */
final class BlurredPersons {

    private static final NoiseTable NOISE = NoiseTable.of(NoiseLaw.standard());

    private final long[] keys;
    private final int[][] categories;
    private final int sizes;

    private BlurredPersons(long[] keys, int[][] categories, int sizes) {
        this.keys = keys;
        this.categories = categories;
        this.sizes = sizes;
    }

    /** So many persons; every variable has categories of about equal size that have nothing to do with those of others. */
    static BlurredPersons of(int persons, int variables, int sizes, SplittableRandom random) {
        long[] keys = random.longs(persons, 0, 1L << 32).toArray();
        int[][] categories = new int[variables][];
        Arrays.setAll(categories, v -> random.ints(persons, 0, sizes).toArray());
        return new BlurredPersons(keys, categories, sizes);
    }

    int count() {
        return keys.length;
    }

    int sizes() {
        return sizes;
    }

    int category(int person, int variable) {
        return categories[variable][person];
    }

    /** Changes what somebody answers. */
    void put(int person, int variable, int category) {
        categories[variable][person] = category;
    }

    /** The crossing of some variables over all persons. */
    BlurredTable table(int... variables) {
        return table(person -> true, variables);
    }

    /** The crossing of some variables over some persons. */
    BlurredTable table(IntPredicate kept, int... variables) {
        List<Branches> dimensions =
                IntStream.of(variables).mapToObj(_ -> Branches.flat(sizes)).toList();
        BlurredTable.Builder builder = new BlurredTable.Builder(NOISE, Double.NaN, Double.NaN, dimensions);
        for (int person = 0; person < keys.length; person++) {
            if (kept.test(person)) {
                builder.add(1, keys[person], at(person, variables));
            }
        }
        return builder.build();
    }

    /** All persons, each in a cell. */
    BlurredTable table(List<Branches> dimensions, IntFunction<int[]> at) {
        return numbers(dimensions, at, Double.NaN, Double.NaN);
    }

    /** All persons, each in a cell, with their numbers if any. */
    BlurredTable numbers(
            List<Branches> dimensions, IntFunction<int[]> at, double lowest, double highest, double... numbers) {
        BlurredTable.Builder builder = new BlurredTable.Builder(NOISE, lowest, highest, dimensions);
        for (int person = 0; person < keys.length; person++) {
            builder.add(1, keys[person], at.apply(person));
            builder.among(keys[person], at.apply(person));
            if (numbers.length > 0) {
                builder.addNumbers(1, keys[person], numbers[person], numbers[person], at.apply(person));
            }
        }
        return builder.build();
    }

    /** Some persons as one group with their numbers. */
    BlurredTable numbers(IntPredicate kept, double lowest, double highest, double... numbers) {
        BlurredTable.Builder builder = new BlurredTable.Builder(NOISE, lowest, highest, List.of(Branches.flat(1)));
        for (int person = 0; person < keys.length; person++) {
            if (kept.test(person)) {
                builder.add(1, keys[person], 0);
                builder.addNumbers(1, keys[person], numbers[person], numbers[person], 0);
            }
        }
        return builder.build();
    }

    private int[] at(int person, int... variables) {
        return Arrays.stream(variables).map(v -> categories[v][person]).toArray();
    }

    /** How many are really in a cell; -1 on a variable means all. */
    long truth(int[] variables, int... at) {
        long count = 0;
        for (int person = 0; person < keys.length; person++) {
            boolean in = true;
            for (int v = 0; v < variables.length; v++) {
                in &= at[v] < 0 || categories[variables[v]][person] == at[v];
            }
            count += in ? 1 : 0;
        }
        return count;
    }
}
