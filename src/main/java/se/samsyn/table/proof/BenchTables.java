package se.samsyn.table.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.table.disclosure.Axis;
import se.samsyn.table.disclosure.CrossTables;
import se.samsyn.table.disclosure.LinkedTables;

/** Made-up tables of a given size, the same each time: places of unlike size, kinds of unlike commonness, and chance. */
final class BenchTables {

    private static final double SURELY_MANY = 50;
    private static final int PLACES_IN_A_COUNTY = 5;

    private BenchTables() {}

    /**
     * One table over nation, counties of five municipalities and municipalities, by two variables, with all totals.
     *
     * @param mean persons in an inner cell, about
     */
    static LinkedTables wide(int counties, int kinds, int ages, double mean) {
        var places = places(counties);
        var tables = inner(List.of("place", "kind", "age"), places.codes(), codes("k", kinds), codes("a", ages));
        tables.table(
                List.of(places.axis(), Axis.of("kind", codes("k", kinds)), Axis.of("age", codes("a", ages))),
                CrossTables.Unoccupied.SHOWN);
        return tables.linked(counts(places.codes().size(), kinds, ages, mean));
    }

    /** Three tables of 3 500 cells about the same persons: places by kind and age, by kind and support, by age and support. */
    static LinkedTables linked() {
        var places = places(9);
        var kinds = codes("k", 7);
        var ages = codes("a", 7);
        var supports = codes("s", 7);
        var tables = inner(List.of("place", "kind", "age", "support"), places.codes(), kinds, ages, supports);
        var kind = Axis.of("kind", kinds);
        var age = Axis.of("age", ages);
        var support = Axis.of("support", supports);
        tables.table(List.of(places.axis(), kind, age), CrossTables.Unoccupied.SHOWN);
        tables.table(List.of(places.axis(), kind, support), CrossTables.Unoccupied.SHOWN);
        tables.table(List.of(places.axis(), age, support), CrossTables.Unoccupied.SHOWN);
        return tables.linked(counts(places.codes().size(), kinds.size(), ages.size() * supports.size(), 1.5));
    }

    private record Places(List<String> codes, Axis axis) {}

    private static Places places(int counties) {
        var codes = codes("m", counties * PLACES_IN_A_COUNTY);
        var groups = new ArrayList<Axis.Group>();
        groups.add(new Axis.Group(Axis.TOTAL, Set.copyOf(codes)));
        for (int from = 0; from < codes.size(); from += PLACES_IN_A_COUNTY) {
            groups.add(new Axis.Group("c" + from, Set.copyOf(codes.subList(from, from + PLACES_IN_A_COUNTY))));
        }
        codes.forEach(code -> groups.add(new Axis.Group(code, Set.of(code))));
        return new Places(codes, new Axis("place", groups));
    }

    private static List<String> codes(String letter, int size) {
        return IntStream.range(0, size).mapToObj(k -> letter + k).toList();
    }

    @SafeVarargs
    private static CrossTables inner(List<String> variables, List<String>... codes) {
        var tables = new CrossTables(variables);
        var combinations = List.of(List.<String>of());
        for (var each : codes) {
            combinations = combinations.stream()
                    .flatMap(start -> each.stream()
                            .map(code -> Stream.concat(start.stream(), Stream.of(code))
                                    .toList()))
                    .toList();
        }
        combinations.forEach(tables::innerCell);
        return tables;
    }

    private static long[] counts(int places, int kinds, int others, double mean) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        double[] size = random.doubles(places, 0.1, 2).toArray();
        double[] common = random.doubles(kinds, 0.05, 2).toArray();
        var counts = new long[places * kinds * others];
        for (int k = 0; k < counts.length; k++) {
            double expected =
                    mean * size[k / (kinds * others)] * common[k / others % kinds] * Math.exp(random.nextGaussian());
            counts[k] = chance(random, expected);
        }
        return counts;
    }

    /** About as many as expected: Poisson, or normal where there are many. */
    private static long chance(RandomGenerator random, double expected) {
        if (expected > SURELY_MANY) {
            return Math.round(Math.max(0, expected + Math.sqrt(expected) * random.nextGaussian()));
        }
        double limit = Math.exp(-expected);
        long count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
