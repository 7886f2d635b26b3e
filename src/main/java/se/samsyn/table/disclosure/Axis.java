package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A variable that tables are crossed by, with the groups of codes they show: single codes, wider groups that may nest or overlap
 * (municipality, county; kind of municipality), and usually the total.
 *
 * @param variable the variable of the inner cells whose codes the groups are made of
 * @param groups in the order they are shown, each name once
 */
public record Axis(String variable, List<Group> groups) {

    /** The name of the group of all codes. */
    public static final String TOTAL = "Total";

    /** Copies the groups. */
    public Axis {
        groups = List.copyOf(groups);
        if (groups.stream().map(Group::name).distinct().count() < groups.size()) {
            throw new IllegalArgumentException("Two groups of " + variable + " have one name");
        }
    }

    /**
     * Codes that are shown as one.
     *
     * @param name what the group is called; for a single code usually the code
     * @param codes the codes; may be empty, and then the group is of nobody
     */
    public record Group(String name, Set<String> codes) {

        /** Copies the codes. */
        public Group {
            codes = Set.copyOf(codes);
        }
    }

    /** The total and each of the codes. */
    public static Axis of(String variable, List<String> codes) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(TOTAL, Set.copyOf(codes)));
        codes.forEach(code -> groups.add(new Group(code, Set.of(code))));
        return new Axis(variable, groups);
    }

    /**
     * The total and each node of a tree of codes, those above before those below: unit, municipality, county. The group of a node
     * is the code itself with all below it.
     *
     * @param parentOf the code above each code; a code without one stands at the top, and there may be several. Its order is kept
     * @throws IllegalArgumentException when going up from a code leads back to it
     */
    public static Axis ofTree(String variable, Map<String, String> parentOf) {
        Map<String, Set<String>> below = new LinkedHashMap<>();
        for (String code : parentOf.keySet()) {
            for (String above : pathDown(variable, parentOf, code)) {
                Set<String> codes = below.computeIfAbsent(above, node -> new HashSet<>(Set.of(node)));
                codes.add(code);
            }
        }
        Set<String> all = Set.copyOf(below.keySet());
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(TOTAL, all));
        below.forEach((node, codes) -> {
            if (!node.equals(TOTAL) || !codes.equals(all)) {
                groups.add(new Group(node, codes));
            }
        });
        return new Axis(variable, groups);
    }

    private static List<String> pathDown(String variable, Map<String, String> parentOf, String code) {
        SequencedSet<String> path = new LinkedHashSet<>();
        @Nullable String at = code;
        while (at != null) {
            if (!path.add(at)) {
                String start = at;
                throw new IllegalArgumentException("The tree of " + variable + " has a loop: "
                        + Stream.concat(path.stream().dropWhile(each -> !each.equals(start)), Stream.of(start))
                                .collect(Collectors.joining(" > ")));
            }
            at = parentOf.get(at);
        }
        return List.copyOf(path.reversed());
    }

    /** For each code the groups it is in, as positions. */
    Map<String, IntegerList> groupsOf() {
        Map<String, IntegerList> groupsOf = new HashMap<>();
        for (int group = 0; group < groups.size(); group++) {
            for (String code : groups.get(group).codes()) {
                groupsOf.computeIfAbsent(code, of -> new IntegerList()).add(group);
            }
        }
        return groupsOf;
    }
}
