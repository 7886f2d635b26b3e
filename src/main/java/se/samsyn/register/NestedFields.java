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
                fields.set(nest.narrow(), with(narrow, codes, grouping(wide, around, nest)));
            }
        }
        return codebook.with(fields);
    }

    /** Added, if no grouping has the same groups. */
    private static Codebook.Field with(Codebook.Field field, Codebook.Codes codes, Codebook.Grouping grouping) {
        Set<Set<Integer>> groups = groups(grouping);
        if (codes.groupings().stream().map(NestedFields::groups).anyMatch(groups::equals)) {
            return field;
        }
        boolean taken = codes.groupings().stream().anyMatch(each -> each.key().equals(grouping.key()));
        String key = taken ? grouping.key() + "-" + codes.groupings().size() : grouping.key();
        List<Codebook.Grouping> groupings = new ArrayList<>(codes.groupings());
        groupings.add(new Codebook.Grouping(key, grouping.label(), grouping.groups()));
        return new Codebook.Field(
                field.key(), field.label(), field.about(), new Codebook.Codes(codes.codes(), groupings));
    }

    private static Set<Set<Integer>> groups(Codebook.Grouping grouping) {
        return grouping.groups().stream().map(Codebook.Group::codes).collect(Collectors.toSet());
    }

    /** What is missing in the wide one is no group. */
    private static Codebook.Grouping grouping(Codebook.Field wide, Codebook.Codes around, Nest nest) {
        List<Codebook.Group> groups = new ArrayList<>();
        for (int at = 0; at < around.codes().size(); at++) {
            int code = at;
            Set<Integer> codes = nest.within().entrySet().stream()
                    .filter(entry -> entry.getValue() == code)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            if (!codes.isEmpty() && !around.codes().get(at).missing()) {
                groups.add(new Codebook.Group(
                        around.codes().get(at).code(), around.codes().get(at).label(), codes));
            }
        }
        return new Codebook.Grouping(wide.key(), wide.label(), groups);
    }
}
