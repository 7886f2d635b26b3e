package se.samsyn.table.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import se.samsyn.table.disclosure.AmountRule;
import se.samsyn.table.disclosure.Axis;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.CrossTables;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Zeros;

/**
 * A made-up set of tables with a made-up policy: one to four variables, trees and overlapping groups of their codes, some crossings of them, some cells
 * of other standings. All of it follows from the seed.
 *
 * @param combinations the inner cells, by their codes
 * @param tables the axes of each table
 */
record GeneratedTables(
        long seed,
        List<String> variables,
        List<List<String>> combinations,
        Map<List<String>, Long> counts,
        List<List<Axis>> tables,
        Rule rule,
        Care care) {

    private static final int MOST_INNER = 30;
    private static final int MOST_COUNT = 7;

    /** The tables laid out in some order of their variables. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Laid(GeneratedTables made, List<String> order, CrossTables cross, LinkedTables linked, long[] counts) {

        /** The codes that a variable has, by its place in the order. */
        List<String> codes(int variable) {
            int at = made.variables().indexOf(order.get(variable));
            return made.combinations().stream()
                    .map(codes -> codes.get(at))
                    .distinct()
                    .toList();
        }

        Standing standing(int cell) {
            return made.standing(name(cell));
        }

        /** The name of a cell, the same whatever the order. */
        String name(int cell) {
            return GeneratedTables.name(order, cross.cells().get(cell));
        }

        /** Numbers of the inner cells of each cell, ascending. */
        List<int[]> inner() {
            return IntStream.range(0, linked.size())
                    .mapToObj(cell -> cross.innerCells(cell).sorted().toArray())
                    .toList();
        }

        /** The same without those of nobody. */
        List<int[]> occupied() {
            return inner().stream()
                    .map(each ->
                            Arrays.stream(each).filter(at -> counts[at] > 0).toArray())
                    .toList();
        }
    }

    static GeneratedTables of(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var axes = new ArrayList<Axis>();
        var codes = new ArrayList<List<String>>();
        int inner = 1;
        int dimensions = 1 + random.nextInt(4);
        for (int k = 0; k < dimensions; k++) {
            int size = Math.min(2 + random.nextInt(k == 0 ? 5 : 3), Math.max(2, MOST_INNER / inner));
            if (inner * size <= MOST_INNER) {
                inner *= size;
                String variable = "v" + k;
                codes.add(IntStream.range(0, size).mapToObj(at -> variable + at).toList());
                axes.add(axis(variable, codes.getLast(), random));
            }
        }
        var combinations = combinations(codes);
        var counts = new LinkedHashMap<List<String>, Long>();
        combinations.forEach(each -> counts.put(each, random.nextInt(4) == 0 ? 0L : random.nextInt(MOST_COUNT)));
        return new GeneratedTables(
                seed,
                axes.stream().map(Axis::variable).toList(),
                combinations,
                counts,
                tables(axes, random),
                rule(random),
                pick(Care.values(), random));
    }

    private static <T> T pick(T[] values, RandomGenerator random) {
        return values[random.nextInt(values.length)];
    }

    private static Axis axis(String variable, List<String> codes, RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> Axis.of(variable, codes);
            case 1 -> tree(variable, codes, random);
            default -> overlapping(variable, codes, random);
        };
    }

    /** Codes under one of two nodes each, some under none. */
    private static Axis tree(String variable, List<String> codes, RandomGenerator random) {
        var parentOf = new LinkedHashMap<String, String>();
        codes.forEach(code -> parentOf.put(code, variable + (random.nextBoolean() ? "left" : "right")));
        if (random.nextBoolean()) {
            parentOf.put(variable + "left", variable + "right");
        }
        return Axis.ofTree(variable, parentOf);
    }

    private static Axis overlapping(String variable, List<String> codes, RandomGenerator random) {
        var groups = new ArrayList<>(Axis.of(variable, codes).groups());
        for (int more = random.nextInt(3); more > 0; more--) {
            var group = new HashSet<String>();
            codes.stream().filter(code -> random.nextBoolean()).forEach(group::add);
            groups.add(new Axis.Group(variable + "group" + more, group));
        }
        return new Axis(variable, groups);
    }

    private static List<List<String>> combinations(List<List<String>> codes) {
        List<List<String>> combinations = List.of(List.of());
        for (var each : codes) {
            var longer = new ArrayList<List<String>>();
            for (var start : combinations) {
                for (var code : each) {
                    var combination = new ArrayList<>(start);
                    combination.add(code);
                    longer.add(List.copyOf(combination));
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    /** All variables crossed, or some pairs of crossings of some of them. */
    private static List<List<Axis>> tables(List<Axis> axes, RandomGenerator random) {
        if (axes.size() == 1 || random.nextBoolean()) {
            return List.of(List.copyOf(axes));
        }
        var tables = new ArrayList<List<Axis>>();
        for (int k = 0; k < 3; k++) {
            tables.add(axes.stream().filter(axis -> random.nextInt(3) > 0).toList());
        }
        return tables;
    }

    private static Rule rule(RandomGenerator random) {
        return new Rule(
                1 + random.nextInt(6),
                pick(Zeros.values(), random),
                random.nextInt(3) - 1,
                AmountRule.NONE,
                random.nextInt(4) == 0 ? 2 : 0);
    }

    /** The tables as made. */
    Laid laid() {
        return laid(variables, combinations, tables);
    }

    /** The same tables with variables, inner cells, tables and groups in another order. */
    Laid shuffled() {
        var random = new Random(seed);
        var otherTables = new ArrayList<List<Axis>>();
        for (var axes : shuffled(tables, random)) {
            otherTables.add(axes.stream()
                    .map(axis -> new Axis(axis.variable(), shuffled(axis.groups(), random)))
                    .toList());
        }
        return laid(shuffled(variables, random), shuffled(combinations, random), otherTables);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private Laid laid(List<String> order, List<List<String>> inner, List<List<Axis>> axes) {
        var cross = new CrossTables(order);
        inner.forEach(codes -> cross.innerCell(order.stream()
                .map(variable -> codes.get(variables.indexOf(variable)))
                .toList()));
        axes.forEach(each -> cross.table(each, CrossTables.Unoccupied.SHOWN));
        var names = cross.cells().stream().map(codes -> name(order, codes)).toList();
        long[] of = inner.stream().mapToLong(counts::get).toArray();
        var linked = cross.linked(of, Map.of(), cell -> chance(names.get(cell), 3), cell -> standing(names.get(cell)));
        return new Laid(this, order, cross, linked, of);
    }

    private static String name(List<String> order, List<String> codes) {
        var name = new TreeSet<String>();
        for (int k = 0; k < order.size(); k++) {
            name.add(order.get(k) + "=" + codes.get(k));
        }
        return name.toString();
    }

    /** A number below a bound that follows from the seed and the cell's name. */
    private int chance(String name, int below) {
        return Math.floorMod(31 * name.hashCode() + (int) seed * 7919, below);
    }

    /** Whether some cells may have been shown before, and so give away what nobody can help. */
    boolean hasOlder() {
        return seed % 2 == 0;
    }

    private Standing standing(String name) {
        return switch (chance(name, 40)) {
            case 0 -> hasOlder() ? Standing.SHOWN : Standing.FREE;
            case 1 -> Standing.CONCEALED;
            case 2, 3 -> Standing.COMBINATION;
            default -> Standing.FREE;
        };
    }
}
