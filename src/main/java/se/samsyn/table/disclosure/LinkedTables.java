package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * All cells of one release, however many tables they lie in, over one common ground of inner cells.
 *
 * <p>An inner cell is a group of persons, and no person is in two of them: usually one per occupied combination of the
 * finest categories. A cell is a set of inner cells and counts their persons: a category, a margin, a total, a county. Two
 * tables about the same persons are linked by sharing inner cells; nothing else need be said about how cells add up. Inner
 * cells and cells are numbered from 0 in the order they are added, which never decides whether the outcome is safe.
 */
public final class LinkedTables {

    /** More persons than this in one inner cell are refused, which keeps all sums within a long. */
    static final long MOST_PERSONS = 1L << 40;

    private final long[] persons;
    private final List<List<Contribution>> contributions;
    private final List<Cell> cells;
    private final List<Same> same;

    private LinkedTables(long[] persons, List<List<Contribution>> contributions, List<Cell> cells, List<Same> same) {
        this.same = same;
        this.persons = persons;
        this.contributions = contributions;
        this.cells = cells;
    }

    /** Starts an empty set of tables. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of cells, those of every standing counted. */
    public int size() {
        return cells.size();
    }

    /** Whether two cells hold the same persons, whatever empty inner cells either has besides. */
    public boolean samePersons(int one, int other) {
        return Arrays.equals(occupied(one), occupied(other));
    }

    /** Whether the persons of a cell are those of a wider one without those of another inside it, of cells that a test picks. */
    public boolean isDifference(int cell, IntPredicate picked) {
        int[] wanted = occupied(cell);
        return IntStream.range(0, cells.size())
                .filter(picked)
                .anyMatch(whole -> IntStream.range(0, cells.size())
                        .filter(picked)
                        .anyMatch(part -> Arrays.equals(wanted, difference(occupied(whole), occupied(part)))));
    }

    private static int[] difference(int[] whole, int[] part) {
        boolean inside = Arrays.stream(part).allMatch(inner -> Arrays.binarySearch(whole, inner) >= 0);
        return inside
                ? Arrays.stream(whole)
                        .filter(inner -> Arrays.binarySearch(part, inner) < 0)
                        .toArray()
                : new int[0];
    }

    private int[] occupied(int cell) {
        return Arrays.stream(cells.get(cell).inner())
                .filter(inner -> persons[inner] > 0)
                .toArray();
    }

    /**
     * The same cells with amounts in the place of counts, for an attack on them.
     *
     * @param times how many times over, so that the amounts become whole; they are rounded
     * @throws IllegalArgumentException when an amount is negative
     */
    public LinkedTables ofAmounts(double times) {
        Builder builder = builder();
        for (List<Contribution> parts : contributions) {
            double amount = parts.stream().mapToDouble(Contribution::amount).sum();
            if (amount < 0) {
                throw new IllegalArgumentException("An attack on amounts takes none to be negative, but one is");
            }
            builder.innerCell(Math.round(times * amount));
        }
        cells.forEach(cell -> builder.cell(cell.standing(), cell.importance(), cell.inner()));
        return builder.build();
    }

    /** How many persons are in a cell. */
    public long count(int cell) {
        long count = 0;
        for (int inner : cells.get(cell).inner()) {
            count += persons[inner];
        }
        return count;
    }

    long[] persons() {
        return persons;
    }

    /** What each inner cell's amount is made of; empty lists where there are no amounts. */
    List<List<Contribution>> contributions() {
        return contributions;
    }

    List<Cell> cells() {
        return cells;
    }

    List<Same> same() {
        return same;
    }

    /** The numbers of the cells, the one that would be kept first of all first. */
    public List<Integer> byWorth() {
        double[] worth = Worth.of(this);
        return IntStream.range(0, cells.size())
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> -worth[cell]))
                .toList();
    }

    /**
     * One cell as it was added.
     *
     * @param inner numbers of its inner cells, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    record Cell(Standing standing, int importance, int[] inner) {}

    /** Cells of the same persons over different inner cells, by their numbers. */
    record Same(int one, int other) {}

    /** Gathers inner cells and cells; inner cells before the cells they are in. */
    public static final class Builder {

        private long[] persons = new long[64];
        private int inner;
        private final List<List<Contribution>> contributions = new ArrayList<>();
        private final List<Cell> cells = new ArrayList<>();
        private final List<Same> same = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a group of persons that shares nobody with the other inner cells.
         *
         * @return its number, to name it in cells
         */
        public int innerCell(long count) {
            return innerCell(count, List.of());
        }

        /**
         * Adds a group with an amount that its holders made up.
         *
         * @param count how many records the amount is of
         * @param parts one for each holder
         * @return its number
         */
        public int innerCell(long count, List<Contribution> parts) {
            if (count < 0 || count > MOST_PERSONS) {
                throw new IllegalArgumentException("An inner cell has 0 to 2^40 persons");
            }
            if (inner == persons.length) {
                persons = Arrays.copyOf(persons, 2 * inner);
            }
            persons[inner] = count;
            contributions.add(List.copyOf(parts));
            return inner++;
        }

        /**
         * Adds a cell. Cells of the same persons (a county with one municipality) share one fate; where their standings
         * differ, SHOWN weighs most, then CONCEALED, FREE and COMBINATION.
         *
         * @param importance the greater, the rather it is kept when either of two cells must go; among equals the larger
         *     count is kept
         * @param innerCells the inner cells it sums, each once, in any order; none makes a zero that cannot be otherwise
         * @return its number, to ask about it in the {@link Hiding}
         */
        public int cell(Standing standing, int importance, int... innerCells) {
            int[] sorted = innerCells.clone();
            Arrays.sort(sorted);
            for (int k = 0; k < sorted.length; k++) {
                if (sorted[k] < 0 || sorted[k] >= inner || (k > 0 && sorted[k] == sorted[k - 1])) {
                    throw new IllegalArgumentException(
                            "A cell names each of its inner cells once, after they are added");
                }
            }
            cells.add(new Cell(standing, importance, sorted));
            return cells.size() - 1;
        }

        /**
         * Says that two cells hold the same persons though they are made of different inner cells, as when two tables were counted
         * apart. What is known of one is known of the other.
         */
        public void same(int one, int other) {
            same.add(new Same(one, other));
        }

        /** The tables as gathered so far. */
        public LinkedTables build() {
            return new LinkedTables(
                    Arrays.copyOf(persons, inner), List.copyOf(contributions), List.copyOf(cells), List.copyOf(same));
        }
    }
}
