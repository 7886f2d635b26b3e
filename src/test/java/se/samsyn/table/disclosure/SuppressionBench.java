package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Prints the time of one protection: {@code main} with pairs of municipalities and categories, say "20 15 100 15". */
final class SuppressionBench {

    private SuppressionBench() {}

    public static void main(String[] sizes) {
        measure(20, 15, 12); // warms up
        for (int k = 0; k + 1 < sizes.length; k += 2) {
            measure(Integer.parseInt(sizes[k]), Integer.parseInt(sizes[k + 1]), 12);
            measure(Integer.parseInt(sizes[k]), Integer.parseInt(sizes[k + 1]), 1.5);
        }
    }

    @SuppressWarnings("SystemOut") // prints figures, nothing else
    private static void measure(int municipalities, int categories, double mean) {
        LinkedTables tables = hierarchical(municipalities, categories, mean);
        long start = System.nanoTime();
        Hiding hiding = Suppression.protect(tables, Rule.standard());
        System.out.printf(
                "%d cells, mean %.1f: %d ms, %s%n",
                tables.size(), mean, (System.nanoTime() - start) / 1_000_000, hiding.audit());
    }

    /** Nation, counties of five, municipalities, by two sexes, by 6 ages, by categories, with all totals. */
    static LinkedTables hierarchical(int municipalities, int categories, double mean) {
        Random random = new Random(42);
        List<int[]> places = new ArrayList<>();
        IntStream.range(0, municipalities).forEach(place -> places.add(new int[] {place}));
        for (int from = 0; from < municipalities; from += 5) {
            places.add(IntStream.range(from, Math.min(from + 5, municipalities)).toArray());
        }
        places.add(IntStream.range(0, municipalities).toArray());
        List<int[]> ages = withTotal(6);
        List<int[]> sexes = withTotal(2);
        List<int[]> kinds = withTotal(categories);
        LinkedTables.Builder builder = LinkedTables.builder();
        double[] size = random.doubles(municipalities, 0.1, 2).toArray();
        double[] common = random.doubles(categories, 0.05, 2).toArray();
        for (int place = 0; place < municipalities; place++) {
            for (int sexAge = 0; sexAge < 12; sexAge++) {
                for (int kind = 0; kind < categories; kind++) {
                    double expected = mean * size[place] * common[kind] * Math.exp(random.nextGaussian());
                    builder.innerCell(poisson(random, expected));
                }
            }
        }
        for (int[] place : places) {
            for (int[] sex : sexes) {
                for (int[] age : ages) {
                    for (int[] kind : kinds) {
                        builder.cell(Standing.FREE, 0, inner(place, sex, age, kind, categories));
                    }
                }
            }
        }
        return builder.build();
    }

    private static List<int[]> withTotal(int size) {
        List<int[]> groups = new ArrayList<>();
        IntStream.range(0, size).forEach(k -> groups.add(new int[] {k}));
        groups.add(IntStream.range(0, size).toArray());
        return groups;
    }

    private static int[] inner(int[] places, int[] sexes, int[] ages, int[] kinds, int categories) {
        return Arrays.stream(places)
                .flatMap(place -> Arrays.stream(sexes)
                        .flatMap(sex -> Arrays.stream(ages)
                                .flatMap(age -> Arrays.stream(kinds)
                                        .map(kind -> ((place * 2 + sex) * 6 + age) * categories + kind))))
                .toArray();
    }

    private static long poisson(Random random, double mean) {
        if (mean > 50) {
            return Math.round(Math.max(0, mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        long count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
