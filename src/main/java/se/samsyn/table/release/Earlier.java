package se.samsyn.table.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.table.crossing.AxisKey;
import se.samsyn.table.source.Codebook;

/**
 * What has been released before of a data set. Of the same rows every cell is known. Rows that have been read anew may be of the same persons in
 * part or whole: a cell of theirs that has the same count now is taken to be of the same persons.
 */
final class Earlier {

    private final List<List<AxisKey>> ofSameRows;
    private final List<List<AxisKey>> ofOtherRows;
    private final Map<String, Optional<Long>> same;
    private final Map<String, Set<Long>> other = new HashMap<>();

    /**
     * Of releases.
     *
     * @param codebook of the rows that are at hand
     * @param declared what is to be released now; of tables of other rows no more is known of than what can be laid out beside it
     * @param same of those rows
     * @param others of rows that were at hand before, of the same period
     */
    Earlier(Codebook codebook, Declared declared, List<Released> same, List<Released> others) {
        Groups groups = new Groups(codebook);
        Set<String> fields = new HashSet<>(declared.fields());
        same.forEach(release -> fields.addAll(release.declared().fields()));
        List<Released> readable =
                others.stream().filter(release -> isReadable(release, groups)).toList();
        this.same = known(same);
        this.ofSameRows = same.stream()
                .flatMap(release -> release.declared().tables().stream())
                .toList();
        this.ofOtherRows = readable.stream()
                .flatMap(release -> release.declared().tables().stream())
                .map(table -> within(table, fields))
                .distinct()
                .toList();
        readable.forEach(release -> release.cells()
                .forEach((name, count) -> count.ifPresent(persons ->
                        other.computeIfAbsent(name, _ -> new HashSet<>()).add(persons))));
    }

    /** Whether the groups of all its tables hold the same codes today as when they were released. */
    private static boolean isReadable(Released release, Groups now) {
        Groups then = release.codebook().map(Groups::new).orElse(now);
        return release.declared().tables().stream()
                .flatMap(List::stream)
                .allMatch(axis ->
                        now.knows(axis) && then.knows(axis) && now.members(axis).equals(then.members(axis)));
    }

    /** A table summed over the fields that are in no table of today's: else tables of ever more fields would pile up, until none could be released. */
    private static List<AxisKey> within(List<AxisKey> table, Set<String> fields) {
        return table.stream().filter(axis -> fields.contains(axis.name())).toList();
    }

    /** What releases of the same rows tell of cells: the last word on each. */
    static Map<String, Optional<Long>> known(List<Released> releases) {
        Map<String, Optional<Long>> known = new HashMap<>();
        releases.forEach(release -> known.putAll(release.cells()));
        return known;
    }

    /** Tables of the same rows. */
    List<List<AxisKey>> ofSameRows() {
        return ofSameRows;
    }

    /** Tables of rows that were at hand before. */
    List<List<AxisKey>> ofOtherRows() {
        return ofOtherRows;
    }

    /** Whether a cell was hidden in a release of the same rows. */
    boolean hid(String cell) {
        return same.containsKey(cell) && same.get(cell).isEmpty();
    }

    /** Whether it is known already that so many are in a cell. */
    boolean showed(String cell, long persons) {
        return same.getOrDefault(cell, Optional.empty()).isPresent()
                || other.getOrDefault(cell, Set.of()).contains(persons);
    }
}
