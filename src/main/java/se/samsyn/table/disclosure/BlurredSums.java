package se.samsyn.table.disclosure;

import java.util.ArrayList;
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

        private static final int SETTLED = 0;
        private static final int NEAR = 5;

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
         * @param keySum their record keys added up, by which it is drawn where few stand
         * @return its number
         */
        public int settled(long persons, long keySum, long shown) {
            cells.add(new Cell(SETTLED, persons, keySum, Math.toIntExact(shown), new int[0]));
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
            boolean[] divided = new boolean[values.length];
            Settling settling = new Settling(values, persons, keys, noise.law().blocked(), ofLine);
            int levels = cells.stream().mapToInt(Cell::level).max().orElse(0);
            for (int level = SETTLED; level <= levels; level++) {
                int[] now = ofLevel(level);
                if (level != SETTLED) {
                    settle(now, settling, values, ofLine);
                }
                for (int cell : now) {
                    divided[cell] = IntStream.of(cells.get(cell).lines())
                            .map(line -> ofLine[line])
                            .allMatch(whole ->
                                    divided[whole] && (values[whole] == 0 || values[whole] >= Settling.DIVIDED_FROM));
                }
                onlyParts(now, values, ofLine, divided);
            }
            settling.hide();
            cells.clear();
            return new BlurredSums(values, divided);
        }

        private int[] ofLevel(int level) {
            return IntStream.range(0, cells.size())
                    .filter(cell -> cells.get(cell).level() == level)
                    .toArray();
        }

        private int noisy(Cell cell) {
            return cell.level() == SETTLED
                    ? cell.settled()
                    : Math.toIntExact(cell.persons() + noise.noise(cell.persons(), BlurredTable.uniform(cell.key())));
        }

        private void settle(int[] now, Settling settling, int[] values, int[] ofLine) {
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

        /**
         * A part beside which all others are shown as nobody is shown as the whole is, where it comes near enough: whether the others are truly nobody
         * must not be told.
         */
        private void onlyParts(int[] now, int[] values, int[] ofLine, boolean[] divided) {
            int[] parts = new int[ofLine.length];
            int[] only = new int[ofLine.length];
            for (int cell : now) {
                for (int line : cells.get(cell).lines()) {
                    parts[line] += values[cell] == 0 && divided[cell] ? 0 : 1;
                    only[line] = values[cell] == 0 ? only[line] : cell;
                }
            }
            for (int line = 0; line < ofLine.length; line++) {
                int whole = values[ofLine[line]];
                boolean may = parts[line] == 1 && divided[only[line]] && values[only[line]] > 0 && whole > 0;
                if (may && Math.abs(whole - noisy(cells.get(only[line]))) <= NEAR) {
                    values[only[line]] = whole;
                }
            }
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
