package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Lays out tables over inner cells that are given by their codes: each table a crossing of axes, all tables of one release
 * together, so that a cell that stands in two of them is one cell.
 */
public final class CrossTables {

    private final List<String> variables;
    private final List<String[]> inner = new ArrayList<>();
    private final Map<List<String>, IntegerList> cells = new LinkedHashMap<>();
    private final List<IntegerList> byNumber = new ArrayList<>();

    /** Starts with no inner cells and no tables. */
    public CrossTables(List<String> variables) {
        this.variables = List.copyOf(variables);
    }

    /**
     * Adds an inner cell, before any table.
     *
     * @param codes one for each variable
     * @return its number, from 0
     */
    public int innerCell(List<String> codes) {
        if (codes.size() != variables.size() || !cells.isEmpty()) {
            throw new IllegalArgumentException(
                    "An inner cell has a code for each variable and comes before the tables");
        }
        inner.add(codes.toArray(String[]::new));
        return inner.size() - 1;
    }

    /** What becomes of combinations that no inner cell is in. */
    public enum Unoccupied {
        /** They are cells of nobody. */
        SHOWN,

        /** There are no such cells. */
        LEFT_OUT
    }

    /**
     * Adds a table: every combination of a group from each axis. Variables without an axis are summed over. Cells that are there
     * already are not added again.
     *
     * @throws IllegalArgumentException when an axis is of no variable, or two are of one
     */
    public void table(List<Axis> axes, Unoccupied unoccupied) {
        Axis[] byVariable = new Axis[variables.size()];
        for (Axis axis : axes) {
            int variable = variables.indexOf(axis.variable());
            if (variable < 0 || byVariable[variable] != null) {
                throw new IllegalArgumentException("There is no variable for the axis " + axis.variable());
            }
            byVariable[variable] = axis;
        }
        for (int variable = 0; variable < byVariable.length; variable++) {
            if (byVariable[variable] == null) {
                byVariable[variable] = all(variable);
            }
        }
        fill(new Layout(byVariable), unoccupied);
    }

    private Axis all(int variable) {
        return new Axis(
                variables.get(variable),
                List.of(new Axis.Group(
                        Axis.TOTAL,
                        Set.copyOf(inner.stream()
                                .map(codes -> codes[variable])
                                .distinct()
                                .toList()))));
    }

    private void fill(Layout layout, Unoccupied unoccupied) {
        List<IntegerList> filled = new ArrayList<>();
        for (int at = 0; at < layout.size(); at++) {
            filled.add(new IntegerList());
        }
        for (int number = 0; number < inner.size(); number++) {
            layout.enter(inner.get(number), number, filled);
        }
        for (int at = 0; at < layout.size(); at++) {
            if (unoccupied == Unoccupied.SHOWN || filled.get(at).size() > 0) {
                if (cells.putIfAbsent(layout.name(at), filled.get(at)) == null) {
                    byNumber.add(filled.get(at));
                }
            }
        }
    }

    /** The cells: the name of a group for each variable, in the order they were added; their positions are their numbers in {@link #linked}. */
    public List<List<String>> cells() {
        return List.copyOf(cells.keySet());
    }

    /** The numbers of the inner cells in a cell. */
    public IntStream innerCells(int cell) {
        return Arrays.stream(byNumber.get(cell).toArray());
    }

    /** The tables with these counts of the inner cells, every cell free and of one importance. */
    public LinkedTables linked(long[] counts) {
        return linked(counts, Map.of(), cell -> 0, cell -> Standing.FREE);
    }

    /**
     * The tables with these counts of the inner cells.
     *
     * @param parts what the amounts of inner cells are made of, by their numbers; none for tables of counts
     * @param importance of a cell by its number
     * @param standing of a cell by its number
     */
    public LinkedTables linked(
            long[] counts,
            Map<Integer, List<Contribution>> parts,
            IntUnaryOperator importance,
            IntFunction<Standing> standing) {
        if (counts.length != inner.size()) {
            throw new IllegalArgumentException(
                    "Each of the inner cells has a count: " + inner.size() + " cells, " + counts.length + " counts");
        }
        LinkedTables.Builder builder = LinkedTables.builder();
        for (int number = 0; number < counts.length; number++) {
            builder.innerCell(counts[number], parts.getOrDefault(number, List.of()));
        }
        int cell = 0;
        for (IntegerList numbers : cells.values()) {
            builder.cell(standing.apply(cell), importance.applyAsInt(cell), numbers.toArray());
            cell++;
        }
        return builder.build();
    }

    /** A table's axes in the order of the variables, its cells numbered with the last axis running fastest. */
    private static final class Layout {

        private final Axis[] axes;
        private final List<Map<String, IntegerList>> groupsOf = new ArrayList<>();

        Layout(Axis[] axes) {
            this.axes = axes;
            for (Axis axis : axes) {
                groupsOf.add(axis.groupsOf());
            }
        }

        int size() {
            return Arrays.stream(axes).mapToInt(axis -> axis.groups().size()).reduce(1, Math::multiplyExact);
        }

        List<String> name(int at) {
            String[] name = new String[axes.length];
            int rest = at;
            for (int k = axes.length - 1; k >= 0; k--) {
                int size = axes[k].groups().size();
                name[k] = axes[k].groups().get(rest % size).name();
                rest /= size;
            }
            return List.of(name);
        }

        void enter(String[] codes, int number, List<IntegerList> cells) {
            enter(codes, 0, 0, number, cells);
        }

        private void enter(String[] codes, int axis, int at, int number, List<IntegerList> cells) {
            if (axis == axes.length) {
                cells.get(at).add(number);
                return;
            }
            IntegerList groups = groupsOf.get(axis).getOrDefault(codes[axis], new IntegerList());
            int size = axes[axis].groups().size();
            groups.forEach(group -> enter(codes, axis + 1, at * size + group, number, cells));
        }
    }
}
