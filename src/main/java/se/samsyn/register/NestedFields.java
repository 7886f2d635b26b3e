package se.samsyn.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.engine.Nest;
import se.samsyn.table.source.Codebook;

/**
 * Fields that lie in others, as units lie in municipalities, whether the codebook says so or not: the wide one becomes a grouping of the
 * narrow one. So they can be crossed as a tree, and are protected as one.
 */
final class NestedFields {

    private NestedFields() {}

    /** The positions of the fields that may lie in others; what tells periods does not. */
    static List<Integer> columns(Codebook codebook) {
        return IntStream.range(0, codebook.fields().size())
                .filter(at -> codebook.fields().get(at).values() instanceof Codebook.Codes)
                .filter(at -> codebook.period().stream().noneMatch(period -> period == at))
                .boxed()
                .toList();
    }

    static Codebook with(Codebook codebook, List<Nest> nests) {
        List<Codebook.Field> fields = new ArrayList<>(codebook.fields());
        for (Nest nest : nests) {
            Codebook.Field narrow = fields.get(nest.narrow());
            Codebook.Field wide = codebook.fields().get(nest.wide());
            if (narrow.values() instanceof Codebook.Codes codes && wide.values() instanceof Codebook.Codes around) {
                fields.set(nest.narrow(), with(narrow, codes, groupings(wide, around, nest)));
            }
        }
        return codebook.with(fields);
    }

    private static Codebook.Field with(Codebook.Field field, Codebook.Codes codes, List<Codebook.Grouping> found) {
        List<Codebook.Grouping> groupings = new ArrayList<>(codes.groupings());
        found.forEach(grouping -> add(grouping, groupings));
        return new Codebook.Field(
                field.key(), field.label(), field.about(), new Codebook.Codes(codes.codes(), groupings));
    }

    /** Added, if no grouping has the same groups. */
    private static void add(Codebook.Grouping grouping, List<Codebook.Grouping> groupings) {
        if (groupings.stream().map(NestedFields::groups).noneMatch(groups(grouping)::equals)) {
            boolean taken = groupings.stream().anyMatch(each -> each.key().equals(grouping.key()));
            String key = taken ? grouping.key() + "-" + groupings.size() : grouping.key();
            groupings.add(new Codebook.Grouping(key, grouping.label(), grouping.groups()));
        }
    }

    private static Set<Set<Integer>> groups(Codebook.Grouping grouping) {
        return grouping.groups().stream().map(Codebook.Group::codes).collect(Collectors.toSet());
    }

    /** The wide field as a grouping, and its own groupings. */
    private static List<Codebook.Grouping> groupings(Codebook.Field wide, Codebook.Codes around, Nest nest) {
        List<Codebook.Grouping> all = new ArrayList<>();
        all.add(grouping(wide, around, nest));
        around.groupings().forEach(grouping -> all.add(grouping(grouping, nest)));
        return all;
    }

    private static Codebook.Grouping grouping(Codebook.Grouping wide, Nest nest) {
        return new Codebook.Grouping(
                wide.key(),
                wide.label(),
                wide.groups().stream()
                        .map(group -> new Codebook.Group(group.key(), group.label(), within(nest, group.codes())))
                        .filter(group -> !group.codes().isEmpty())
                        .toList());
    }

    private static Set<Integer> within(Nest nest, Set<Integer> wide) {
        return nest.within().entrySet().stream()
                .filter(entry -> wide.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What is missing in the wide one is no group. */
    private static Codebook.Grouping grouping(Codebook.Field wide, Codebook.Codes around, Nest nest) {
        List<Codebook.Group> groups = new ArrayList<>();
        for (int at = 0; at < around.codes().size(); at++) {
            Set<Integer> codes = within(nest, Set.of(at));
            if (!codes.isEmpty() && !around.codes().get(at).missing()) {
                groups.add(new Codebook.Group(
                        around.codes().get(at).code(), around.codes().get(at).label(), codes));
            }
        }
        return new Codebook.Grouping(wide.key(), wide.label(), groups);
    }
}
