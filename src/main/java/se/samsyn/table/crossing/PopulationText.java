package se.samsyn.table.crossing;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.engine.Coded;
import se.samsyn.table.source.Codebook;

/**
 * A population as the ledger keeps it: by the names of fields, codes and periods, which hold when the data set is read in anew with another
 * codebook.
 */
final class PopulationText {

    private static final String ROW_ITSELF = "";

    /** No code of the codebook. */
    private static final int GONE = -3;

    private final Codebook codebook;

    PopulationText(Codebook codebook) {
        this.codebook = codebook;
    }

    String write(Population population) {
        return population.kept().entrySet().stream()
                .map(entry -> name(entry.getKey()) + "="
                        + entry.getValue().stream()
                                .map(code -> name(entry.getKey().column(), code))
                                .sorted()
                                .collect(Collectors.joining(",")))
                .sorted()
                .collect(Collectors.joining(";"));
    }

    /** What is known of a person, by name. */
    String name(Population.Trait trait) {
        String period = trait.period() == 0
                ? ROW_ITSELF
                : "@" + encoded(codebook.periods().get(trait.period() - 1).code());
        return codebook.fields().get(trait.column()).key() + period;
    }

    private String name(int column, int code) {
        return switch (code) {
            case Coded.EMPTY -> Crossing.MISSING;
            case Coded.ABSENT -> Resolver.ABSENT;
            default -> "." + encoded(codes(column).get(code).code());
        };
    }

    /** Empty where the codebook does not have all that it speaks of. */
    Optional<Population> read(String text) {
        Map<Population.Trait, Set<Integer>> kept = new TreeMap<>();
        for (String part : text.split(";")) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                Optional<Population.Trait> trait = trait(part.substring(0, Math.max(0, equals)));
                Optional<Set<Integer>> codes =
                        trait.flatMap(known -> codes(known.column(), part.substring(equals + 1)));
                if (codes.isEmpty()) {
                    return Optional.empty();
                }
                kept.put(trait.get(), codes.get());
            }
        }
        return Optional.of(new Population(kept));
    }

    private Optional<Population.Trait> trait(String name) {
        int at = name.lastIndexOf('@');
        int whole = codebook.position(name);
        int column = whole < 0 && at > 0 ? codebook.position(name.substring(0, at)) : whole;
        if (column < 0 || !(codebook.fields().get(column).values() instanceof Codebook.Codes)) {
            return Optional.empty();
        }
        int period = whole >= 0 ? -1 : position(codebook.periods(), decoded(name.substring(at + 1)));
        return period == GONE ? Optional.empty() : Optional.of(new Population.Trait(column, period + 1));
    }

    private Optional<Set<Integer>> codes(int column, String names) {
        List<Integer> codes = Stream.of(names.split(","))
                .map(name -> switch (name) {
                    case Crossing.MISSING -> Coded.EMPTY;
                    case Resolver.ABSENT -> Coded.ABSENT;
                    default -> name.startsWith(".") ? position(codes(column), decoded(name.substring(1))) : GONE;
                })
                .toList();
        return codes.stream().anyMatch(code -> code == GONE) ? Optional.empty() : Optional.of(Set.copyOf(codes));
    }

    private static int position(List<Codebook.Code> codes, String wanted) {
        return IntStream.range(0, codes.size())
                .filter(at -> codes.get(at).code().equals(wanted))
                .findFirst()
                .orElse(GONE);
    }

    private List<Codebook.Code> codes(int column) {
        return ((Codebook.Codes) codebook.fields().get(column).values()).codes();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace(".", "%2E");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
