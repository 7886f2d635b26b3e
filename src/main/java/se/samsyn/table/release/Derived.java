package se.samsyn.table.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.samsyn.table.crossing.AxisKey;
import se.samsyn.table.source.Codebook;

/**
 * What the shown cells of a release tell of others, by adding and subtracting: a group from its parts, and a part from the group and the other
 * parts. For cells that another release has, whose rows are not at hand any more.
 */
final class Derived {

    /** Tables with more cells than these are looked at by what is shown of them alone. */
    private static final int MOST_LISTED = 100_000;

    private final Groups groups;
    private final Set<String> cells = new LinkedHashSet<>();
    private final Map<String, List<Groups.Group>> ofField = new HashMap<>();
    private final Map<String, String> fieldOf = new HashMap<>();
    private final List<Sum> sums = new ArrayList<>();

    /** A cell and the cells that it is the sum of. */
    private record Sum(String whole, List<String> parts) {}

    /** Over the cells of some releases of one data set. */
    Derived(Codebook codebook, List<Declared> releases) {
        this.groups = new Groups(codebook);
        for (Declared each : releases) {
            known(each).forEach(table -> {
                table.stream().map(AxisKey::name).forEach(this::gather);
                cells.addAll(names(table));
            });
        }
        cells.forEach(this::sums);
    }

    private List<List<AxisKey>> known(Declared declared) {
        return declared.tables().stream()
                .filter(table -> table.stream().allMatch(groups::knows))
                .toList();
    }

    private void gather(String field) {
        if (!ofField.containsKey(field)) {
            List<Groups.Group> all = groups.of(new AxisKey(field, Optional.of(Declared.EVERYTHING)));
            ofField.put(field, all);
            all.forEach(group -> fieldOf.put(group.name(), field));
        }
    }

    /** The names of a table's cells; none where they are too many to list. */
    private List<String> names(List<AxisKey> table) {
        List<Set<String>> names = List.of(Set.of());
        for (AxisKey axis : table) {
            List<Set<String>> more = new ArrayList<>(names);
            for (Set<String> name : names) {
                for (Groups.Group group : groups.of(axis)) {
                    Set<String> longer = new HashSet<>(name);
                    longer.add(group.name());
                    more.add(longer);
                }
            }
            if (more.size() > MOST_LISTED) {
                return List.of();
            }
            names = more;
        }
        return names.stream().map(Derived::name).toList();
    }

    private static String name(Set<String> parts) {
        return String.join(";", new TreeSet<>(parts));
    }

    private static Set<String> parts(String name) {
        return name.isEmpty() ? Set.of() : Set.of(name.split(";"));
    }

    private void sums(String whole) {
        Set<String> parts = parts(whole);
        ofField.forEach((field, all) -> {
            Optional<Groups.Group> own =
                    all.stream().filter(group -> parts.contains(group.name())).findFirst();
            Set<String> others = parts.stream()
                    .filter(part -> !field.equals(fieldOf.get(part)))
                    .collect(Collectors.toSet());
            for (List<Groups.Group> family : families(all, own)) {
                List<String> within = family.stream()
                        .map(group -> {
                            Set<String> part = new HashSet<>(others);
                            part.add(group.name());
                            return name(part);
                        })
                        .toList();
                if (cells.containsAll(within)) {
                    sums.add(new Sum(whole, within));
                }
            }
        });
    }

    /** The ways in which a group, or all, is parted: by each grouping with what is in none of its groups code by code, and by codes alone. */
    private static List<List<Groups.Group>> families(List<Groups.Group> all, Optional<Groups.Group> own) {
        List<Groups.Group> inside = all.stream()
                .filter(group -> own.isEmpty()
                        || (!group.equals(own.get()) && own.get().codes().containsAll(group.codes())))
                .toList();
        Set<Integer> codes = own.map(Groups.Group::codes)
                .orElseGet(() ->
                        all.stream().flatMap(group -> group.codes().stream()).collect(Collectors.toSet()));
        Map<String, List<Groups.Group>> byGrouping = inside.stream()
                .collect(Collectors.groupingBy(
                        group -> group.name().substring(0, group.name().indexOf('='))));
        List<List<Groups.Group>> families = new ArrayList<>();
        byGrouping.forEach((grouping, members) -> {
            List<Groups.Group> family = new ArrayList<>(members);
            Set<Integer> left = new HashSet<>(codes);
            members.forEach(member -> left.removeAll(member.codes()));
            inside.stream()
                    .filter(group -> !group.name()
                            .substring(0, group.name().indexOf('='))
                            .contains(":"))
                    .filter(group -> left.containsAll(group.codes()))
                    .forEach(group -> {
                        family.add(group);
                        left.removeAll(group.codes());
                    });
            if (left.isEmpty()) {
                families.add(family);
            }
        });
        return families;
    }

    /** Cells of a release, with their counts where they are shown; what its tables have besides has nobody in it. */
    record Shown(Declared declared, Map<String, Optional<Long>> cells) {}

    /** The counts that can be told from some releases of the same rows. */
    Map<String, Long> told(List<Shown> releases) {
        Map<String, Long> told = new HashMap<>();
        for (Shown release : releases) {
            known(release.declared())
                    .forEach(table -> names(table)
                            .forEach(name -> release.cells()
                                    .getOrDefault(name, Optional.of(0L))
                                    .ifPresent(count -> told.put(name, count))));
        }
        releases.forEach(release ->
                release.cells().forEach((name, count) -> count.ifPresent(persons -> told.put(name, persons))));
        boolean more = true;
        while (more) {
            more = false;
            for (Sum sum : sums) {
                more |= tell(sum, told);
            }
        }
        return told;
    }

    private static boolean tell(Sum sum, Map<String, Long> told) {
        List<String> unknown =
                sum.parts().stream().filter(part -> !told.containsKey(part)).toList();
        long known = sum.parts().stream()
                .mapToLong(part -> told.getOrDefault(part, 0L))
                .sum();
        Long whole = told.get(sum.whole());
        if (whole == null && unknown.isEmpty()) {
            told.put(sum.whole(), known);
            return true;
        }
        if (whole != null && unknown.size() == 1 && whole >= known) {
            told.put(unknown.getFirst(), whole - known);
            return true;
        }
        return false; // a whole of less than its parts is of groups that have changed since, and tells nothing
    }
}
