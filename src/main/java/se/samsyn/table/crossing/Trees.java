package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.List;

/** Which axes of a table are levels of one tree: regions, and in them municipalities. */
final class Trees {

    private final List<Level> levels = new ArrayList<>();

    /** Two axes, and the category of the wide one that each of the narrow one lies in. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Level(int wide, int narrow, int[] around) {}

    Trees(List<Dimension> dimensions) {
        for (int wide = 0; wide < dimensions.size(); wide++) {
            for (int narrow = wide + 1; narrow < dimensions.size(); narrow++) {
                int first = wide;
                int second = narrow;
                dimensions
                        .get(wide)
                        .around(dimensions.get(narrow))
                        .ifPresent(around -> levels.add(new Level(first, second, around)));
            }
        }
    }

    /**
     * Whether a line belongs in a table. In a tree each group stands once: under the wider group that it lies in. Beside that group it would be told a second
     * time, and under another there is nobody.
     *
     * @param first the axis of the line's first category
     */
    boolean isOnce(int first, List<Integer> line) {
        return levels.stream()
                .filter(level -> level.wide() >= first && level.narrow() < first + line.size())
                .filter(level -> line.get(level.narrow() - first) >= 0)
                .allMatch(level -> line.get(level.wide() - first) == level.around()[line.get(level.narrow() - first)]);
    }

    /** Whether a cell is of a narrower group than the one it has on this axis. */
    boolean isNarrower(int axis, int[] at) {
        return levels.stream().anyMatch(level -> level.wide() == axis && at[level.narrow()] >= 0);
    }
}
