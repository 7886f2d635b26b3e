package se.samsyn.table.source;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;

/**
 * What rows kept by column mean.
 *
 * @param set the name of the data set
 * @param title as readers know it
 * @param source who gathered it, and how
 * @param counted what a row stands for, in the plural: persons, cases
 * @param owner the place whose data it is
 * @param period position of the field that tells periods; empty where each person has one row
 * @param organisation position of the field that tells which organisation a row comes from, where what a single one has given must not be told
 * @param fields what is known of every row; a field's position is the number of its column
 */
public record Codebook(
        InstrumentKey set,
        Wording title,
        Wording source,
        Wording counted,
        PlaceCode owner,
        OptionalInt period,
        OptionalInt organisation,
        List<Field> fields) {

    private static final Set<String> SEX = Set.of("sex", "kon", "gender");

    /** Copies the fields and checks that each has its own key. */
    public Codebook {
        fields = List.copyOf(fields);
        if (fields.stream().map(Field::key).distinct().count() < fields.size()) {
            throw new IllegalArgumentException("Two fields have one key");
        }
        if (period.isPresent() && !(fields.get(period.getAsInt()).values() instanceof Codes)) {
            throw new IllegalArgumentException("Periods are told by codes");
        }
        if (organisation.isPresent() && !(fields.get(organisation.getAsInt()).values() instanceof Codes)) {
            throw new IllegalArgumentException("Organisations are told by codes");
        }
    }

    /** Some of the fields alone, as an explanation of tables by them; periods and organisations are not told apart by it. */
    public Codebook only(Set<String> keys) {
        List<Field> kept =
                fields.stream().filter(field -> keys.contains(field.key())).toList();
        return new Codebook(set, title, source, counted, owner, OptionalInt.empty(), OptionalInt.empty(), kept);
    }

    /** The same with other fields in the same places. */
    public Codebook with(List<Field> others) {
        return new Codebook(set, title, source, counted, owner, period, organisation, others);
    }

    /** The position of a field, or -1. */
    public int position(String key) {
        return IntStream.range(0, fields.size())
                .filter(at -> fields.get(at).key().equals(key))
                .findFirst()
                .orElse(-1);
    }

    /** The field that tells the sex of every row; known by its key. */
    public Optional<Field> sex() {
        return fields.stream()
                .filter(field -> SEX.contains(field.key().toLowerCase(Locale.ROOT)))
                .filter(field -> field.values() instanceof Codes)
                .findFirst();
    }

    /** The codes of the period field; none where there is no such field. */
    public List<Code> periods() {
        return period.isPresent() && fields.get(period.getAsInt()).values() instanceof Codes codes
                ? codes.codes()
                : List.of();
    }

    /**
     * Something known of every row.
     *
     * @param key as it stands in addresses: letters, digits, hyphens and underscores, and {@code @} before an occasion
     * @param label short name
     * @param about how it is measured; empty where nobody has said
     */
    public record Field(String key, Wording label, Optional<Wording> about, Values values) {

        /** Checks the key. */
        public Field {
            if (!key.matches("[A-Za-z][A-Za-z0-9_@-]{0,79}")) {
                throw new IllegalArgumentException("A field's key is letters, digits, hyphens and underscores");
            }
        }
    }

    /** What a field holds. */
    public sealed interface Values {}

    /**
     * One of some codes.
     *
     * @param codes in order; a code's position is how it is kept
     * @param groupings by which codes may be taken together
     */
    public record Codes(List<Code> codes, List<Grouping> groupings) implements Values {

        /** Copies the lists. */
        public Codes {
            codes = List.copyOf(codes);
            groupings = List.copyOf(groupings);
        }

        /** The codes, by position, that no group of a grouping has and that are no missing ones. */
        public Set<Integer> rest(Grouping grouping) {
            return IntStream.range(0, codes.size())
                    .filter(at -> !codes.get(at).missing())
                    .filter(at -> grouping.groups().stream()
                            .noneMatch(group -> group.codes().contains(at)))
                    .boxed()
                    .collect(Collectors.toSet());
        }

        /** The missing codes, by position, that no group of a grouping has. */
        public List<Integer> missing(Grouping grouping) {
            return IntStream.range(0, codes.size())
                    .filter(at -> codes.get(at).missing())
                    .filter(at -> grouping.groups().stream()
                            .noneMatch(group -> group.codes().contains(at)))
                    .boxed()
                    .toList();
        }

        /** Whether each is a year, so that there is a latest one. */
        public boolean isYears() {
            return !codes.isEmpty()
                    && codes.stream()
                            .allMatch(code -> code.missing() || code.code().matches("(19|20)\\d{2}"))
                    && codes.stream().anyMatch(code -> !code.missing());
        }

        /** The latest year of those known, or the last code that is not missing. */
        public String latest() {
            return codes.stream()
                    .filter(code -> !code.missing())
                    .map(Code::code)
                    .reduce((one, other) -> isYears() && one.compareTo(other) > 0 ? one : other)
                    .orElse("");
        }
    }

    /**
     * A number.
     *
     * @param step how finely numbers are told apart
     * @param lowest that the scale allows or that is there
     * @param highest likewise
     */
    public record Numbers(double step, double lowest, double highest) implements Values {

        /** Checks the order. */
        public Numbers {
            if (!(step > 0) || !(lowest <= highest)) {
                throw new IllegalArgumentException("Numbers run from the lowest to the highest by a step above 0");
            }
        }
    }

    /**
     * A code.
     *
     * @param missing whether it means that the value is not known; shown apart and not part of shares
     */
    public record Code(String code, Wording label, boolean missing) {}

    /** A named way to take codes together: ten-year bands, regions. Codes in no group are left out. */
    public record Grouping(String key, Wording label, List<Group> groups) {

        /** Copies the groups and checks that no code is in two of them. */
        public Grouping {
            groups = List.copyOf(groups);
            Set<Integer> seen = new HashSet<>();
            boolean apart =
                    groups.stream().flatMap(group -> group.codes().stream()).allMatch(seen::add);
            if (!apart) {
                throw new IllegalArgumentException("A code is in two groups of " + key);
            }
        }
    }

    /** Codes taken together, by position. */
    public record Group(String key, Wording label, Set<Integer> codes) {

        /** Copies the codes. */
        public Group {
            codes = Set.copyOf(codes);
        }
    }
}
