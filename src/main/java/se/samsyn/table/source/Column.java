package se.samsyn.table.source;

import java.util.Arrays;

/**
 * The values of one variable at one wave, a small array that grows with the rows. A row never written stands at
 * {@link #UNSET}; other blanks stand at -2 - ordinal.
 */
@SuppressWarnings("EnumOrdinal") // positions live in memory alone, never stored
sealed interface Column {

    int UNSET = -1;

    static int code(Blank blank) {
        return -2 - blank.ordinal();
    }

    /** The blank's code, UNSET, or 0 or more where there is a value. */
    int state(int row);

    void blank(int row, Blank blank);

    /** A position among at most 60 categories; one byte a row. */
    final class Choice implements Column {
        private byte[] cells = {};

        void set(int row, int position) {
            if (row >= cells.length) {
                int old = cells.length;
                cells = Arrays.copyOf(cells, roomFor(row));
                Arrays.fill(cells, old, cells.length, (byte) UNSET);
            }
            cells[row] = (byte) position;
        }

        @Override
        public int state(int row) {
            return row < cells.length ? cells[row] : UNSET;
        }

        @Override
        public void blank(int row, Blank blank) {
            set(row, code(blank));
        }
    }

    /** A set of at most 60 categories as bits; eight bytes a row. */
    final class Choices implements Column {
        private long[] cells = {};

        void set(int row, long bits) {
            if (row >= cells.length) {
                int old = cells.length;
                cells = Arrays.copyOf(cells, roomFor(row));
                Arrays.fill(cells, old, cells.length, UNSET);
            }
            cells[row] = bits;
        }

        long bits(int row) {
            return cells[row];
        }

        @Override
        public int state(int row) {
            long cell = row < cells.length ? cells[row] : UNSET;
            return cell < 0 ? (int) cell : 0;
        }

        @Override
        public void blank(int row, Blank blank) {
            set(row, code(blank));
        }
    }

    /** A number; nine bytes a row. */
    final class Amount implements Column {
        private double[] cells = {};
        private final Choice states = new Choice();

        void set(int row, double value) {
            if (row >= cells.length) {
                cells = Arrays.copyOf(cells, roomFor(row));
            }
            cells[row] = value;
            states.set(row, 0);
        }

        double value(int row) {
            return cells[row];
        }

        @Override
        public int state(int row) {
            return states.state(row);
        }

        @Override
        public void blank(int row, Blank blank) {
            states.blank(row, blank);
        }
    }

    private static int roomFor(int row) {
        return Math.max(64, row + 1 + row / 2);
    }
}
