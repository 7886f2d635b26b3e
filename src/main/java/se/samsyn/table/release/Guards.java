package se.samsyn.table.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be told of a variable by subtracting groups of one grouping from a group of another: those aged 18 to 29, less those aged 18 to 24. Such
 * groups are in no table, but nobody is to come at few persons by them.
 */
final class Guards {

    private Guards() {}

    /**
     * The codes of each such group that is not a group itself.
     *
     * @param groupings the groups of each grouping that is used, by their codes
     */
    static Set<Set<Integer>> between(List<List<Set<Integer>>> groupings) {
        Set<Set<Integer>> guards = new LinkedHashSet<>();
        for (List<Set<Integer>> wide : groupings) {
            for (List<Set<Integer>> narrow : groupings) {
                if (!wide.equals(narrow)) {
                    wide.forEach(group -> guards.addAll(lefts(group, narrow)));
                }
            }
        }
        groupings.forEach(guards::removeAll);
        guards.remove(Set.of());
        return guards;
    }

    /** What is left of a group without one that it overlaps, and without all that lie in it. */
    private static List<Set<Integer>> lefts(Set<Integer> group, List<Set<Integer>> others) {
        List<Set<Integer>> lefts = new ArrayList<>();
        Set<Integer> left = new HashSet<>(group);
        for (Set<Integer> other : others) {
            Set<Integer> without = new HashSet<>(group);
            if (without.removeAll(other)) {
                lefts.add(without);
            }
            if (group.containsAll(other)) {
                left.removeAll(other);
            }
        }
        if (left.size() < group.size()) {
            lefts.add(left);
        }
        return lefts;
    }
}
