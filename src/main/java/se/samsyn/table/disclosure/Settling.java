package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Moves noisy counts by single steps until the parts of each whole add up to it, or come as near as they can. A line is the parts of a whole in one
 * way of dividing it; a cell may lie in several.
 */
final class Settling {
    /*
     * Cells are taken in the order of their keys, so that a cell moves the same way whatever it is called and wherever it stands. Where each cell
     * lies in two lines and single steps no longer help, one is moved up and one down in two lines at once. Groups of nobody stay empty, and no count
     * becomes one of those that are never published.
     * Those beside groups too small to be divided (Undivided), and those who are alone or two in a line, may be moved farther, so that no line is
     * left with what the few were.
     */
    static final int DIVIDED_FROM = 5;

    /** No line. */
    static final int NONE = -1;

    private static final int PASSES = 60;
    private static final int TWO = 2;
    private static final int FARTHEST = 4;
    private static final int FARTHEST_IN_NARROW = 7;

    private final int[] values;
    private final int[] noisy;
    private final long[] persons;
    private final long[] keys;
    private final int blocked;
    private final int[] wholes;
    private final int[] residuals;
    private final int[] movable;
    private final BitSet fixed = new BitSet();
    private final BitSet narrow = new BitSet();
    private final BitSet single = new BitSet();
    private final Undivided undivided;
    private int[] cells = {};
    private int[] lines = {};
    private int width;

    /**
     * Cells with their noisy counts, which are moved in place.
     *
     * @param wholes the cell that each line adds up to
     */
    Settling(int[] values, long[] persons, long[] keys, int blocked, int[] wholes) {
        this.values = values;
        this.noisy = values.clone();
        this.persons = persons;
        this.keys = keys;
        this.blocked = blocked;
        this.wholes = wholes;
        this.residuals = new int[wholes.length];
        this.movable = new int[wholes.length];
        this.undivided = new Undivided(values, persons, keys, wholes);
    }

    /** Gives a cell the count it is to have, wherever its lines would move it. */
    void fix(int cell, int value) {
        values[cell] = value;
        fixed.set(cell);
    }

    /** Says in which line a cell lies in a direction; {@link #NONE} where the cell lies in fewer lines than others. */
    interface Lying {
        int line(int cell, int direction);
    }

    /** Settles cells, all of whose wholes are settled already. */
    void settle(int[] all, int directions, Lying lying) {
        width = directions;
        undivided.place(all, width, lying);
        cells = ordered(IntStream.of(all)
                .filter(cell -> persons[cell] > 0 && !undivided.has(cell))
                .toArray());
        lines = new int[cells.length * width];
        for (int at = 0; at < cells.length; at++) {
            for (int d = 0; d < width; d++) {
                int line = lying.line(cells[at], d);
                lines[at * width + d] = line;
                if (line != NONE) {
                    residuals[line] = values[wholes[line]];
                }
            }
        }
        for (int at = 0; at < cells.length; at++) {
            for (int d = 0; d < width; d++) {
                add(at, d, -values[cells[at]]);
            }
        }
        findNarrow();
        IntStream.of(all).filter(undivided::has).forEach(cell -> stand(cell, lying));
        boolean moved = true;
        for (int pass = 0; pass < PASSES && moved; pass++) {
            moved = step();
            if (!moved && width == 2) {
                moved = exchange();
            }
        }
    }

    /** Finds the lines in which one can be moved, or two. */
    private void findNarrow() {
        narrow.clear();
        single.clear();
        for (int line : lines) {
            if (line != NONE) {
                movable[line]++;
            }
        }
        for (int line : lines) {
            if (line != NONE) {
                narrow.set(line, narrow.get(line) || (movable[line] > 0 && movable[line] <= TWO));
                single.set(line, single.get(line) || movable[line] == 1);
                movable[line] = 0;
            }
        }
    }

    /** Lets a part of a group too small take its place in the lines it lies in. */
    private void stand(int cell, Lying lying) {
        for (int d = 0; d < width; d++) {
            int line = lying.line(cell, d);
            if (line != NONE) {
                residuals[line] -= values[cell];
                narrow.set(line);
            }
        }
    }

    /** Shows the parts of groups too small as nobody, when all is settled. */
    void hide() {
        undivided.hide();
    }

    /** By key; those of one key, the same persons, in the order they came. */
    private int[] ordered(int[] some) {
        int room = 32 - Integer.numberOfLeadingZeros(Math.max(1, some.length));
        long[] order = new long[some.length];
        for (int at = 0; at < some.length; at++) {
            order[at] = (BlurredTable.mixed(keys[some[at]]) >>> room << room) | at;
        }
        Arrays.sort(order);
        int[] ordered = new int[some.length];
        Arrays.setAll(ordered, at -> some[(int) (order[at] & ((1L << room) - 1))]);
        return ordered;
    }

    private int line(int at, int direction) {
        return lines[at * width + direction];
    }

    /** What its line lacks in a direction; nothing where it lies in none. */
    private int lacks(int at, int direction) {
        int line = line(at, direction);
        return line == NONE ? 0 : residuals[line];
    }

    private void add(int at, int direction, int lacking) {
        int line = line(at, direction);
        if (line != NONE) {
            residuals[line] += lacking;
        }
    }

    /** Moves each cell by one where that brings its lines nearer; whether any was. */
    private boolean step() {
        boolean moved = false;
        for (int at = 0; at < cells.length; at++) {
            int step = helpful(at);
            if (step != 0 && mayMove(at, step)) {
                move(at, step);
                moved = true;
            }
        }
        return moved;
    }

    /** The step that brings more of its lines nearer than it takes farther away; none if neither does. Lines that no other can bring nearer go first. */
    private int helpful(int at) {
        boolean alone = false;
        for (int d = 0; d < width; d++) {
            alone |= line(at, d) != NONE && single.get(line(at, d));
        }
        int lines = 0;
        int up = 0;
        int down = 0;
        for (int d = 0; d < width; d++) {
            int line = line(at, d);
            if (line != NONE && (!alone || single.get(line))) {
                lines++;
                up += residuals[line] > 0 ? 1 : 0;
                down += residuals[line] < 0 ? 1 : 0;
            }
        }
        return 2 * up > lines ? 1 : 2 * down > lines ? -1 : 0;
    }

    private boolean mayMove(int at, int step) {
        int cell = cells[at];
        int value = values[cell] + step;
        boolean near = Math.abs(value - noisy[cell]) <= farthest(at);
        return value > blocked && values[cell] > blocked && near && !fixed.get(cell);
    }

    private int farthest(int at) {
        for (int d = 0; d < width; d++) {
            if (line(at, d) != NONE && narrow.get(line(at, d))) {
                return FARTHEST_IN_NARROW;
            }
        }
        return FARTHEST;
    }

    private void move(int at, int step) {
        values[cells[at]] += step;
        for (int d = 0; d < width; d++) {
            add(at, d, -step);
        }
    }

    /** Moves one up and one down between two lines, of which one has too little and one too much, where both lie in one line across. */
    private boolean exchange() {
        boolean moved = false;
        for (int d = 0; d < 2; d++) {
            Map<Integer, List<Integer>> high = new HashMap<>();
            for (int at = 0; at < cells.length; at++) {
                if (lacks(at, d) < 0) {
                    high.computeIfAbsent(line(at, 1 - d), _ -> new ArrayList<>())
                            .add(at);
                }
            }
            for (int at = 0; at < cells.length && !high.isEmpty(); at++) {
                moved |= exchange(at, d, high.getOrDefault(line(at, 1 - d), List.of()));
            }
        }
        return moved;
    }

    private boolean exchange(int at, int direction, List<Integer> high) {
        if (lacks(at, direction) > 0 && mayMove(at, 1)) {
            for (int other : high) {
                if (lacks(other, direction) < 0 && mayMove(other, -1)) {
                    move(at, 1);
                    move(other, -1);
                    return true;
                }
            }
        }
        return false;
    }
}
