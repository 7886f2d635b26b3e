package se.samsyn.table.disclosure;

import java.util.Arrays;

/**
 * How much is lost with each cell when it is hidden: its count, or the size of its amount; among equals the more, the more its inner
 * cells are in large cells.
 */
final class Worth {

    /** Less than one, so that it parts whole counts only when they are equal. */
    private static final double SHARE_OF_OVERLAP = 0.99;

    private Worth() {}

    static double[] of(LinkedTables tables) {
        boolean amounts = tables.contributions().stream().anyMatch(parts -> !parts.isEmpty());
        double[] size = new double[tables.size()];
        Arrays.setAll(size, cell -> amounts ? Math.abs(amount(tables, cell)) : tables.count(cell) + 1);
        double[] around = new double[tables.persons().length];
        for (int cell = 0; cell < size.length; cell++) {
            for (int inner : tables.cells().get(cell).inner()) {
                around[inner] += size[cell];
            }
        }
        double[] overlap = new double[size.length];
        Arrays.setAll(
                overlap,
                cell -> Arrays.stream(tables.cells().get(cell).inner())
                        .mapToDouble(inner -> around[inner]
                                * Math.max(1, tables.contributions().get(inner).size()))
                        .sum());
        double most = Arrays.stream(overlap).max().orElse(0);
        double[] worth = size.clone();
        if (most > 0) {
            Arrays.setAll(worth, cell -> size[cell] + SHARE_OF_OVERLAP * overlap[cell] / most);
        }
        return worth;
    }

    private static double amount(LinkedTables tables, int cell) {
        return Arrays.stream(tables.cells().get(cell).inner())
                .boxed()
                .flatMap(inner -> tables.contributions().get(inner).stream())
                .mapToDouble(Contribution::amount)
                .sum();
    }
}
