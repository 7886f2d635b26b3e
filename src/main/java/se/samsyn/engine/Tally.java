package se.samsyn.engine;

import java.util.Arrays;

/** Groups of rows with their counts, held by column. Every figure of theirs adds up over groups. */
public final class Tally {

    private static final long LOW = 0xFFFF_FFFFL;

    private final int axes;
    private int size;
    private int[] codes;
    private long[] rows = new long[64];
    private long[] keys = new long[64];
    private double[] steps = new double[64];
    private double[] sums = new double[64];

    Tally(int axes) {
        this.axes = axes;
        this.codes = new int[64 * axes];
    }

    /** Adds a group; of the sum of keys the lowest 32 bits are kept, since the engines differ in the others. The step is NaN where no number was asked for or the rows have none. */
    void add(int[] group, long count, long keySum, double step, double sum) {
        if (size == rows.length) {
            grow();
        }
        System.arraycopy(group, 0, codes, size * axes, axes);
        rows[size] = count;
        keys[size] = keySum & LOW;
        steps[size] = step;
        sums[size] = sum;
        size++;
    }

    private void grow() {
        int room = 2 * size;
        codes = Arrays.copyOf(codes, room * axes);
        rows = Arrays.copyOf(rows, room);
        keys = Arrays.copyOf(keys, room);
        steps = Arrays.copyOf(steps, room);
        sums = Arrays.copyOf(sums, room);
    }

    /** The number of groups. */
    public int size() {
        return size;
    }

    /** The code of a group on an axis. */
    public int code(int group, int axis) {
        return codes[group * axes + axis];
    }

    /** How many rows a group has. */
    public long rows(int group) {
        return rows[group];
    }

    /** The sum of the record keys of a group's rows, modulo 2^32. */
    public long keys(int group) {
        return keys[group];
    }

    /** The middle of the step that a group's numbers lie in; NaN where they have none. */
    public double step(int group) {
        return steps[group];
    }

    /** The sum of a group's numbers; 0 where they have none. */
    public double sum(int group) {
        return sums[group];
    }
}
