package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
