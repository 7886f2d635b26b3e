package se.samsyn.exchange.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of a cube in row-major order, the last dimension running fastest: a number and a symbol each, nine bytes in all.
 *
 * <p>A cell whose mark does not count has the value NaN, whatever was put there: a hidden number is nowhere in memory.
 */
public final class Cells {

    private static final int SYMBOLS = 256;

    private final double[] values;
    private final byte[] marks;
    private final List<Symbol> symbols;

    private Cells(double[] values, byte[] marks, List<Symbol> symbols) {
        this.values = values;
        this.marks = marks;
        this.symbols = List.copyOf(symbols);
    }

    /** How many cells. */
    public int count() {
        return values.length;
    }

    /** The number, 0 for {@link Mark#NIL}, NaN for the empty ones. */
    public double value(int index) {
        return values[index];
    }

    /** What the cell is. */
    public Mark mark(int index) {
        return symbol(index).mark();
    }

    /** What the cell is, with the sign it had. */
    public Symbol symbol(int index) {
        return symbols.get(marks[index] & 0xFF);
    }

    /** The plain number, and the different symbols that occur, in the order they first do. */
    public List<Symbol> symbols() {
        return symbols;
    }

    /** Whether all cells have the same values and symbols. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Cells cells) || !Arrays.equals(values, cells.values)) {
            return false;
        }
        for (int i = 0; i < marks.length; i++) {
            if (!symbol(i).equals(cells.symbol(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Takes cells one by one, in order or by place; places never given hold the number zero. */
    public static final class Builder {

        private double[] values;
        private byte[] marks;
        private int count;
        private final List<Symbol> symbols = new ArrayList<>(List.of(Symbol.NUMBER));
        private final Map<Symbol, Byte> bytes = new HashMap<>(Map.of(Symbol.NUMBER, (byte) 0));

        /** An empty one that grows with what comes. */
        public Builder() {
            values = new double[64];
            marks = new byte[64];
        }

        /** One of a fixed number of cells, all of them zero. */
        public Builder(int cells) {
            values = new double[cells];
            marks = new byte[cells];
            count = cells;
        }

        /** How many cells there are. */
        public int count() {
            return count;
        }

        /** Puts a cell after the last. */
        public Builder add(double value, Symbol symbol) {
            if (count == values.length) {
                int more = (int) Math.min(Integer.MAX_VALUE - 8L, count + (count >> 1) + 64L);
                values = Arrays.copyOf(values, more);
                marks = Arrays.copyOf(marks, more);
            }
            count++;
            return set(count - 1, value, symbol);
        }

        /** Puts a number after the last. */
        public Builder add(double value) {
            return add(value, Symbol.NUMBER);
        }

        /** Puts an empty cell after the last. */
        public Builder add(Mark mark) {
            return add(0, Symbol.of(mark));
        }

        /** Puts a cell at a place below {@link #count()}. */
        public Builder set(int index, double value, Symbol symbol) {
            values[index] = switch (symbol.mark()) {
                case NUMBER -> value;
                case NIL -> 0;
                case MISSING, HIDDEN, NOT_APPLICABLE -> Double.NaN;
            };
            marks[index] = symbol.equals(Symbol.NUMBER) ? 0 : mark(symbol);
            return this;
        }

        /** Above 255 different signs the sign is dropped and the mark kept. */
        private byte mark(Symbol symbol) {
            Byte known = bytes.get(symbol);
            if (known != null) {
                return known;
            }
            boolean room = symbols.size() < SYMBOLS - Mark.values().length;
            Symbol kept = room ? symbol : new Symbol(symbol.mark(), "");
            Byte again = bytes.get(kept);
            if (again != null) {
                return again;
            }
            symbols.add(kept);
            bytes.put(kept, (byte) (symbols.size() - 1));
            return (byte) (symbols.size() - 1);
        }

        /** The cells; the builder must not be used any more. */
        public Cells build() {
            boolean full = values.length == count;
            byte[] kept = full ? marks : Arrays.copyOf(marks, count);
            return new Cells(full ? values : Arrays.copyOf(values, count), kept, used(kept));
        }

        /** The symbols that occur, in the order they first do, after the plain number; the marks are numbered anew. */
        private List<Symbol> used(byte[] kept) {
            List<Symbol> used = new ArrayList<>(List.of(Symbol.NUMBER));
            int[] anew = new int[SYMBOLS];
            for (int i = 0; i < kept.length; i++) {
                int mark = kept[i] & 0xFF;
                if (mark > 0) {
                    if (anew[mark] == 0) {
                        anew[mark] = used.size();
                        used.add(symbols.get(mark));
                    }
                    kept[i] = (byte) anew[mark];
                }
            }
            return used;
        }
    }
}
