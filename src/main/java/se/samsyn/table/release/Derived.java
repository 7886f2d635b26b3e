package se.samsyn.table.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the shown cells of releases tell of others, by adding and subtracting: a group from its parts, and a part from the group and the other
 * parts. For cells that another release has, whose rows are not at hand any more.
 */
final class Derived {

    private final Meanings meanings = new Meanings();
    private final Set<String> cells = new LinkedHashSet<>();

    /** Cells of a release, with their counts where they are shown; what its tables have besides has nobody in it. */
    record Shown(Groups groups, Declared declared, Map<String, Optional<Long>> cells) {}

    /** A cell and the cells that it is the sum of. */
    private record Sum(String whole, List<String> parts) {}

    /** Over the cells of some releases of one data set, each read by its own codebook. */
    Derived(List<Shown> releases) {
        Set<String> fields = releases.stream()
                .flatMap(shown -> shown.declared().fields().stream())
                .collect(Collectors.toSet());
        releases.forEach(shown -> meanings.learn(shown.groups(), fields));
        releases.forEach(shown -> cells.addAll(listed(shown)));
    }

    private List<String> listed(Shown shown) {
        return shown.declared().tables().stream()
                .filter(table -> table.stream().allMatch(shown.groups()::knows))
                .flatMap(table -> meanings.cells(shown.groups(), table).stream())
                .toList();
    }

    /** The counts that can be told from some of the releases, of the same rows. */
    Map<String, Long> told(List<Shown> releases) {
        Meanings.Known known =
                meanings.known(releases.stream().map(Shown::groups).toList());
        Map<String, Long> told = new HashMap<>();
        cells.stream().filter(known::isOfNobody).forEach(cell -> told.put(cell, 0L));
        for (Shown shown : releases) {
            Map<String, Optional<Long>> counts = new HashMap<>();
            shown.cells()
                    .forEach((name, count) ->
                            meanings.cell(shown.groups(), name).ifPresent(cell -> counts.put(cell, count)));
            listed(shown).forEach(cell -> counts.putIfAbsent(cell, Optional.of(0L)));
            counts.forEach((cell, count) -> count.ifPresent(persons -> told.put(cell, persons)));
        }
        List<Sum> sums = sums(known);
        boolean more = true;
        while (more) {
            more = false;
            for (Sum sum : sums) {
                more |= tell(sum, told);
            }
        }
        return told;
    }

    private List<Sum> sums(Meanings.Known known) {
        List<Sum> sums = new ArrayList<>();
        for (String whole : cells) {
            for (String field : meanings.fields()) {
                Optional<String> own = meanings.part(whole, field);
                for (Set<String> family : known.families(field, own)) {
                    List<String> within = family.stream()
                            .map(part -> Meanings.with(whole, own, part))
                            .toList();
                    if (cells.containsAll(within)) {
                        sums.add(new Sum(whole, within));
                    }
                }
            }
        }
        return sums;
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
        return false; // a whole of less than its parts is of rows that were changed in between, and tells nothing
    }
}
