package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts that hang together in other ways than a crossing does, blurred: every count bears noise that belongs to its persons, and the parts of a
 * whole add up to it as nearly as can be. Holds what may be shown and nothing else.
 *
 * <p>Method: as {@link BlurredTable}. A cell that has the same persons as a whole it is part of is shown as the whole is. Parts of wholes shown as
 * fewer than five are shown as nobody; {@link #divided} tells them from those that say something. It does not look
 * behind what is shown.
 */
public final class BlurredSums {

    private final int[] values;
    private final boolean[] divided;

    private BlurredSums(int[] values, boolean[] divided) {
        this.values = values;
        this.divided = divided;
    }

    /** The count of a cell, as blurred. */
    public int count(int cell) {
        return values[cell];
    }

    /** Whether all that the cell is part of was large enough to be divided, so that its count says something. */
    public boolean divided(int cell) {
        return divided[cell];
    }

    /** Gathers cells: wholes before their parts, and lines before the cells that lie in them. */
    public static final class Builder {

        private static final int SETTLED = -1;

        private final NoiseTable noise;
        private final List<Cell> cells = new ArrayList<>();
        private final IntegerList wholes = new IntegerList();

        @SuppressWarnings("ArrayRecordComponent") // never compared
        private record Cell(int level, long persons, long key, int settled, int[] lines) {}

        /** Nothing yet. */
        public Builder(NoiseTable noise) {
            this.noise = noise;
        }

        /**
         * A cell whose count has been shown already.
         *
         * @param persons how many there are in truth
         * @return its number
         */
        public int settled(long persons, long shown) {
            cells.add(new Cell(SETTLED, persons, 0, Math.toIntExact(shown), new int[0]));
            return cells.size() - 1;
        }

        /** A way to divide a whole; the cells that name it are its parts. */
        public int line(int whole) {
            wholes.add(whole);
            return wholes.size() - 1;
        }

        /**
         * A cell.
         *
         * @param level above 0, and above the levels of all that it is part of
         * @param persons how many there are in truth
         * @param keySum their record keys added up, modulo 2^32
         * @param lines in which it is a part
         * @return its number
         */
        public int cell(int level, long persons, long keySum, int... lines) {
            cells.add(new Cell(level, persons, keySum, 0, lines.clone()));
            return cells.size() - 1;
        }

        /** Blurs and forgets what was gathered. */
        public BlurredSums build() {
            int[] values = cells.stream().mapToInt(this::noisy).toArray();
            long[] persons = cells.stream().mapToLong(Cell::persons).toArray();
            long[] keys = cells.stream().mapToLong(Cell::key).toArray();
            int[] ofLine = wholes.toArray();
            Settling settling = new Settling(values, persons, keys, noise.law().blocked(), ofLine);
            int levels = cells.stream().mapToInt(Cell::level).max().orElse(0);
            for (int level = 1; level <= levels; level++) {
                settle(level, settling, values, ofLine);
            }
            boolean[] divided = new boolean[values.length];
            Arrays.fill(divided, true);
            for (int cell = 0; cell < values.length; cell++) {
                divided[cell] = IntStream.of(cells.get(cell).lines())
                        .map(line -> values[ofLine[line]])
                        .allMatch(whole -> whole == 0 || whole >= Settling.DIVIDED_FROM);
            }
            cells.clear();
            return new BlurredSums(values, divided);
        }

        private int noisy(Cell cell) {
            return cell.level() == SETTLED
                    ? cell.settled()
                    : Math.toIntExact(cell.persons() + noise.noise(cell.persons(), BlurredTable.uniform(cell.key())));
        }

        private void settle(int level, Settling settling, int[] values, int[] ofLine) {
            int[] now = IntStream.range(0, values.length)
                    .filter(cell -> cells.get(cell).level() == level)
                    .toArray();
            IntStream.of(now).forEach(cell -> likeItsWhole(cell, settling, values, ofLine));
            int width = IntStream.of(now)
                    .map(cell -> cells.get(cell).lines().length)
                    .max()
                    .orElse(0);
            settling.settle(now, width, (cell, d) -> {
                int[] lines = cells.get(cell).lines();
                return d < lines.length ? lines[d] : Settling.NONE;
            });
        }

        private void likeItsWhole(int cell, Settling settling, int[] values, int[] ofLine) {
            for (int line : cells.get(cell).lines()) {
                if (cells.get(ofLine[line]).persons() == cells.get(cell).persons()) {
                    settling.fix(cell, values[ofLine[line]]);
                }
            }
        }
    }
}
