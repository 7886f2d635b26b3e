package se.samsyn.table.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.table.crossing.AxisKey;

/** The groups of one data set in several codebooks, known by the codes that they hold: what a name means may have changed. */
final class Meanings {

    /** Tables with more cells than these are looked at by what is shown of them alone. */
    private static final int MOST_LISTED = 100_000;

    private static final String OF = "#";

    /** A group of a field. */
    private record Part(String field, Set<String> codes) {}

    private final Map<Part, String> ids = new HashMap<>();
    private final Map<String, Part> parts = new HashMap<>();
    private final Map<String, Set<Set<String>>> groupings = new LinkedHashMap<>();
    private final Map<Groups, Map<String, String>> partOfName = new HashMap<>();

    /** Learns the groups of the fields that some tables are by, and of those learnt before that this codebook has too. */
    void learn(Groups groups, Set<String> fields) {
        Map<String, String> known = partOfName.computeIfAbsent(groups, _ -> new HashMap<>());
        for (String field : fields) {
            AxisKey all = new AxisKey(field, Optional.of(Declared.EVERYTHING));
            if (groups.knows(all)) {
                Map<String, Set<String>> byGrouping = new LinkedHashMap<>();
                for (Groups.Group group : groups.of(all)) {
                    String id = id(new Part(field, groups.members(all, group)));
                    known.put(group.name(), id);
                    byGrouping
                            .computeIfAbsent(group.grouping(), _ -> new LinkedHashSet<>())
                            .add(id);
                }
                groupings.computeIfAbsent(field, _ -> new LinkedHashSet<>()).addAll(byGrouping.values());
            }
        }
    }

    private String id(Part part) {
        return ids.computeIfAbsent(part, _ -> {
            String id = part.field() + OF + ids.size();
            parts.put(id, part);
            return id;
        });
    }

    private Part part(String id) {
        return Objects.requireNonNull(parts.get(id));
    }

    /** The fields of which groups are known. */
    Set<String> fields() {
        return groupings.keySet();
    }

    /** What a cell of a codebook's is called here; empty where a part of its name is not known. */
    Optional<String> cell(Groups groups, String name) {
        Map<String, String> known = partOfName.getOrDefault(groups, Map.of());
        List<String> named = name.isEmpty() ? List.of() : List.of(name.split(";"));
        return named.stream().allMatch(known::containsKey)
                ? Optional.of(joined(named.stream().map(known::get)))
                : Optional.empty();
    }

    private static String joined(Stream<String> some) {
        return String.join(";", some.collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> parts(String cell) {
        return cell.isEmpty() ? Set.of() : Set.of(cell.split(";"));
    }

    /** The cells of a table, margins included; none where they are too many to list. */
    List<String> cells(Groups groups, List<AxisKey> table) {
        Map<String, String> known = partOfName.getOrDefault(groups, Map.of());
        List<Set<String>> cells = List.of(Set.of());
        for (AxisKey axis : table) {
            List<Set<String>> more = new ArrayList<>(cells);
            for (Set<String> cell : cells) {
                for (Groups.Group group : groups.of(axis)) {
                    Set<String> longer = new HashSet<>(cell);
                    longer.add(known.getOrDefault(group.name(), ""));
                    more.add(longer);
                }
            }
            if (more.size() > MOST_LISTED) {
                return List.of();
            }
            cells = more;
        }
        return cells.stream().map(cell -> joined(cell.stream())).toList();
    }

    /** The part of a cell that is of a field. */
    Optional<String> part(String cell, String field) {
        return parts(cell).stream().filter(part -> part.startsWith(field + OF)).findFirst();
    }

    /** A cell with another part in the place of one, or besides. */
    static String with(String cell, Optional<String> instead, String part) {
        return joined(Stream.concat(
                parts(cell).stream().filter(one -> instead.filter(one::equals).isEmpty()), Stream.of(part)));
    }

    /** What some codebooks have of it. */
    Known known(List<Groups> codebooks) {
        Map<String, Set<String>> codes = new HashMap<>();
        codebooks.forEach(groups -> partOfName.getOrDefault(groups, Map.of()).values().stream()
                .map(this::part)
                .forEach(part -> codes.computeIfAbsent(part.field(), _ -> new HashSet<>())
                        .addAll(part.codes())));
        return new Known(codes);
    }

    /** The codes that can stand in some rows, by field. */
    final class Known {

        private final Map<String, Set<String>> codes;

        private Known(Map<String, Set<String>> codes) {
            this.codes = codes;
        }

        /** The codes of a part that can stand in the rows. */
        private Set<String> codes(String id) {
            Part part = part(id);
            return part.codes().stream()
                    .filter(code -> codes.getOrDefault(part.field(), Set.of()).contains(code))
                    .collect(Collectors.toSet());
        }

        /** Whether a cell is of codes that no row can have. */
        boolean isOfNobody(String cell) {
            return parts(cell).stream()
                    .anyMatch(id ->
                            codes.containsKey(part(id).field()) && codes(id).isEmpty());
        }

        /** The ways in which a group of a field, or all, is parted: by each grouping, with what is in none of its groups code by code. */
        Set<Set<String>> families(String field, Optional<String> own) {
            Set<String> whole = own.map(this::codes).orElseGet(() -> codes.getOrDefault(field, Set.of()));
            Set<Set<String>> families = new LinkedHashSet<>();
            for (Set<String> grouping : groupings.getOrDefault(field, Set.of())) {
                Set<String> family = new TreeSet<>();
                Set<String> left = new HashSet<>(whole);
                grouping.stream()
                        .filter(part -> own.filter(part::equals).isEmpty())
                        .filter(part -> !codes(part).isEmpty() && whole.containsAll(codes(part)))
                        .forEach(part -> {
                            family.add(part);
                            left.removeAll(codes(part));
                        });
                left.stream()
                        .map(code -> ids.get(new Part(field, Set.of(code))))
                        .forEach(family::add);
                if (!family.isEmpty()) {
                    families.add(family);
                }
            }
            return families;
        }
    }
}
