package se.samsyn.table.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.engine.Coded;
import se.samsyn.kernel.Wording;
import se.samsyn.table.crossing.AxisKey;
import se.samsyn.table.crossing.CellNames;
import se.samsyn.table.source.Codebook;

/** The groups that an axis of a release shows, besides its total. Their names are the same in every release of the data set. */
public final class Groups {

    private static final Wording OTHERS = new Wording("Övriga", "Others");
    private static final Wording UNKNOWN = new Wording("Uppgift saknas", "Not known");

    private final Codebook codebook;

    /** Of a data set. */
    public Groups(Codebook codebook) {
        this.codebook = codebook;
    }

    /**
     * A group.
     *
     * @param name in the names of cells
     * @param codes by position
     */
    public record Group(String name, Wording label, Set<Integer> codes) {

        /** Copies the codes. */
        public Group {
            codes = Set.copyOf(codes);
        }

        /** The name without the group's own part: the field, and the grouping if it is of one. */
        String grouping() {
            return name.substring(0, name.indexOf('='));
        }
    }

    /** The groups of some axes of one field by their codes, grouping by grouping; single codes are no grouping. */
    List<List<Set<Integer>>> byGrouping(Set<AxisKey> axes) {
        Map<String, List<Set<Integer>>> all = new LinkedHashMap<>();
        axes.stream()
                .flatMap(axis -> of(axis).stream())
                .filter(group -> group.grouping().contains(":"))
                .distinct()
                .forEach(group -> all.computeIfAbsent(group.grouping(), _ -> new ArrayList<>())
                        .add(group.codes()));
        return List.copyOf(all.values());
    }

    /** The codes of all groups of an axis, by the groups' names. */
    Map<String, Set<String>> members(AxisKey axis) {
        return of(axis).stream().collect(Collectors.toMap(Group::name, group -> members(axis, group)));
    }

    /** The codes of a group as they stand in the rows, in whatever codebook; blank for those of whom nothing is known. */
    Set<String> members(AxisKey axis, Group group) {
        List<Codebook.Code> codes =
                ((Codebook.Codes) codebook.fields().get(field(axis)).values()).codes();
        return group.codes().stream()
                .map(at -> at == Coded.EMPTY ? "" : codes.get(at).code())
                .collect(Collectors.toSet());
    }

    /**
     * The position of an axis's field.
     *
     * @throws ReleaseFault when there is no such field, or it holds numbers
     */
    public int field(AxisKey axis) {
        return position(axis.name());
    }

    /** Whether the data set has such an axis; an earlier codebook may have had others. */
    boolean knows(AxisKey axis) {
        try {
            return !of(axis).isEmpty();
        } catch (ReleaseFault _) {
            return false;
        }
    }

    int position(String key) {
        int at = codebook.position(key);
        if (at < 0) {
            throw new ReleaseFault("unknown-field", key);
        }
        if (!(codebook.fields().get(at).values() instanceof Codebook.Codes)) {
            throw new ReleaseFault("number-as-axis", codebook.fields().get(at).label());
        }
        return at;
    }

    /** The label of an axis's field. */
    public Wording label(AxisKey axis) {
        return codebook.fields().get(field(axis)).label();
    }

    /**
     * The groups of an axis, wider ones first.
     *
     * @throws ReleaseFault when there is no such grouping
     */
    public List<Group> of(AxisKey axis) {
        int at = field(axis);
        Codebook.Codes codes = (Codebook.Codes) codebook.fields().get(at).values();
        boolean everything = axis.grouping().filter(Declared.EVERYTHING::equals).isPresent();
        List<Group> groups = new ArrayList<>();
        for (Codebook.Grouping grouping : codes.groupings()) {
            if (everything || axis.grouping().filter(grouping.key()::equals).isPresent()) {
                grouping.groups()
                        .forEach(group -> groups.add(
                                new Group(name(at, ":" + grouping.key(), group.key()), group.label(), group.codes())));
                left(at, codes, grouping).forEach(groups::add);
            }
        }
        boolean known = !groups.isEmpty() || axis.grouping().isEmpty() || everything;
        if (axis.grouping().isEmpty() || everything) {
            for (int code = 0; code < codes.codes().size(); code++) {
                groups.add(single(at, codes, code));
            }
        }
        if (!known) {
            throw new ReleaseFault("unknown-grouping", axis.grouping().orElse(""));
        }
        groups.add(new Group(field(at) + "=" + CellNames.UNKNOWN, UNKNOWN, Set.of(Coded.EMPTY)));
        return groups.stream().distinct().toList();
    }

    /**
     * The codes that no group of a grouping has, those that mean that the value is missing each by itself. The groups and they and the unknown are all:
     * else those left out were told by subtracting.
     */
    private List<Group> left(int at, Codebook.Codes codes, Codebook.Grouping grouping) {
        List<Group> left = new ArrayList<>();
        Set<Integer> rest = codes.rest(grouping);
        if (!rest.isEmpty()) {
            left.add(new Group(field(at) + ":" + grouping.key() + "=" + CellNames.REST, OTHERS, rest));
        }
        codes.missing(grouping).forEach(code -> left.add(single(at, codes, code)));
        return left;
    }

    private Group single(int at, Codebook.Codes codes, int code) {
        Codebook.Code one = codes.codes().get(code);
        return new Group(name(at, "", one.code()), one.label(), Set.of(code));
    }

    private String field(int at) {
        return codebook.fields().get(at).key();
    }

    private String name(int at, String grouping, String code) {
        return field(at) + grouping + "=" + CellNames.of(code);
    }
}
