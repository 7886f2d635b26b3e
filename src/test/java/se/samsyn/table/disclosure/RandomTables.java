package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small made-up tables: inner counts, cells as sums of inner cells, standings. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RandomTables(long[] persons, List<int[]> cells, List<Standing> standings, List<Integer> importances) {

    /** All cells of a full crossing with totals; the first dimension has a level of pairs between its categories and its total. */
    static RandomTables crossing(long seed, int[] sizes, int largest) {
        Random random = new Random(seed);
        int inner = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        long[] persons = new long[inner];
        Arrays.setAll(persons, k -> random.nextInt(4) == 0 ? 0 : random.nextInt(largest + 1));
        List<int[]> cells = new ArrayList<>();
        cross(sizes, 0, new ArrayList<>(), cells);
        List<Standing> standings =
                new ArrayList<>(cells.stream().map(cell -> Standing.FREE).toList());
        List<Integer> importances =
                cells.stream().map(cell -> random.nextInt(3)).toList();
        return new RandomTables(persons, cells, standings, importances);
    }

    /** The same tables with some cells, one in so many, of other standings. */
    RandomTables withStandings(long seed, int oneIn) {
        Random random = new Random(seed);
        List<Standing> changed = standings.stream()
                .map(standing -> random.nextInt(oneIn) == 0
                        ? (random.nextBoolean() ? Standing.SHOWN : Standing.CONCEALED)
                        : standing)
                .toList();
        return new RandomTables(persons, cells, changed, importances);
    }

    /** The same tables with only some of their cells. */
    RandomTables withSome(long seed) {
        Random random = new Random(seed);
        List<Integer> kept = IntStream.range(0, cells.size())
                .filter(k -> random.nextInt(3) > 0)
                .boxed()
                .toList();
        return pick(kept);
    }

    /** The same tables, cells added in the order given. */
    RandomTables pick(List<Integer> order) {
        return new RandomTables(
                persons,
                order.stream().map(cells::get).toList(),
                order.stream().map(standings::get).toList(),
                order.stream().map(importances::get).toList());
    }

    private static void cross(int[] sizes, int dimension, List<List<Integer>> chosen, List<int[]> cells) {
        if (dimension == sizes.length) {
            cells.add(IntStream.range(0, Arrays.stream(sizes).reduce(1, (a, b) -> a * b))
                    .filter(inner -> contains(sizes, chosen, inner))
                    .toArray());
            return;
        }
        List<List<Integer>> groups = new ArrayList<>();
        IntStream.range(0, sizes[dimension]).forEach(k -> groups.add(List.of(k)));
        if (dimension == 0 && sizes[0] >= 4) {
            groups.add(List.of(0, 1));
            groups.add(IntStream.range(2, sizes[0]).boxed().toList());
        }
        groups.add(IntStream.range(0, sizes[dimension]).boxed().toList());
        for (List<Integer> group : groups) {
            List<List<Integer>> more = new ArrayList<>(chosen);
            more.add(group);
            cross(sizes, dimension + 1, more, cells);
        }
    }

    private static boolean contains(int[] sizes, List<List<Integer>> chosen, int inner) {
        int rest = inner;
        for (int dimension = sizes.length - 1; dimension >= 0; dimension--) {
            if (!chosen.get(dimension).contains(rest % sizes[dimension])) {
                return false;
            }
            rest /= sizes[dimension];
        }
        return true;
    }

    long count(int cell) {
        return Arrays.stream(cells.get(cell)).mapToLong(inner -> persons[inner]).sum();
    }

    LinkedTables linked() {
        LinkedTables.Builder builder = LinkedTables.builder();
        Arrays.stream(persons).forEach(builder::innerCell);
        for (int k = 0; k < cells.size(); k++) {
            builder.cell(standings.get(k), importances.get(k), cells.get(k));
        }
        return builder.build();
    }
}
