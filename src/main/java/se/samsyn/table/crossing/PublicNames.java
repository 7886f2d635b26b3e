package se.samsyn.table.crossing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.engine.Coded;
import se.samsyn.table.source.Codebook;

/** Whom a published cell is about, by its name: {@code field=code} or {@code field:grouping=group} for each field that it is not the total of. */
final class PublicNames {

    private final Codebook codebook;

    PublicNames(Codebook codebook) {
        this.codebook = codebook;
    }

    /** Empty where a part of the name is not of this codebook, or is what no group has. */
    Optional<Population> population(String name) {
        Map<Population.Trait, Set<Integer>> kept = new TreeMap<>();
        for (String part : name.split(";")) {
            if (!part.isEmpty()) {
                AxisKey axis = AxisKey.of(part.substring(0, Math.max(0, part.indexOf('='))));
                String code = part.substring(part.indexOf('=') + 1);
                int at = codebook.position(axis.name());
                if (at < 0 || !(codebook.fields().get(at).values() instanceof Codebook.Codes codes)) {
                    return Optional.empty();
                }
                Set<Integer> members = axis.grouping()
                        .map(grouping -> group(codes, grouping, code))
                        .orElseGet(() -> single(codes, code));
                if (members.isEmpty()) {
                    return Optional.empty();
                }
                kept.put(new Population.Trait(at, 0), members);
            }
        }
        return Optional.of(new Population(kept));
    }

    private static Set<Integer> group(Codebook.Codes codes, String grouping, String key) {
        if (key.equals(CellNames.REST)) {
            return rest(codes, grouping);
        }
        return codes.groupings().stream()
                .filter(each -> each.key().equals(grouping))
                .flatMap(each -> each.groups().stream())
                .filter(group -> CellNames.of(group.key()).equals(key))
                .flatMap(group -> group.codes().stream())
                .collect(Collectors.toSet());
    }

    private static Set<Integer> rest(Codebook.Codes codes, String grouping) {
        return codes.groupings().stream()
                .filter(each -> each.key().equals(grouping))
                .flatMap(each -> codes.rest(each).stream())
                .collect(Collectors.toSet());
    }

    private static Set<Integer> single(Codebook.Codes codes, String code) {
        Set<Integer> found = IntStream.range(0, codes.codes().size())
                .filter(at -> CellNames.of(codes.codes().get(at).code()).equals(code))
                .boxed()
                .collect(Collectors.toSet());
        return found.isEmpty() && code.equals(CellNames.UNKNOWN) ? Set.of(Coded.EMPTY) : found;
    }
}
