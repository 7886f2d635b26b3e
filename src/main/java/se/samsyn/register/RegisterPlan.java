package se.samsyn.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.engine.Load;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Range;

/** Puts a file's columns and its codebook together: what each column becomes, and what it means. */
final class RegisterPlan {

    /** Whole numbers with at least so many values are also given in tens. */
    private static final int TENS_FROM = 15;

    private static final int STEPS = 500;

    private final Organisations organisations;
    private final List<String> header;
    private final List<Load.Profile> profiles;
    private final List<Load.Part> parts = new ArrayList<>();
    private final List<Codebook.Field> fields = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<Mend> mends = new ArrayList<>();
    private OptionalInt person = OptionalInt.empty();
    private OptionalInt period = OptionalInt.empty();
    private OptionalInt times = OptionalInt.empty();
    private OptionalInt organisation = OptionalInt.empty();
    private Optional<String> counted = Optional.empty();

    RegisterPlan(Organisations organisations, List<String> header, List<Load.Profile> profiles) {
        this.organisations = organisations;
        this.header = header;
        this.profiles = profiles;
    }

    /** By a codebook; with none, by what the columns are called and hold. */
    RegisterPlan by(List<VariableDraft> codebook) {
        if (codebook.isEmpty()) {
            for (int source = 0; source < header.size(); source++) {
                FieldKind kind = Guess.of(header.get(source), profiles.get(source));
                add(source, VariableDraft.of(header.get(source), kind), kind);
            }
            return this;
        }
        Set<String> told =
                codebook.stream().map(each -> CodebookReader.plain(each.name())).collect(Collectors.toSet());
        header.stream()
                .filter(name -> !told.contains(CodebookReader.plain(name)))
                .forEach(leftOut::add);
        codebook.forEach(this::add);
        return this;
    }

    private void add(VariableDraft variable) {
        if (variable.kind().filter(FieldKind.COUNTED::equals).isPresent()) {
            counted = Optional.of(variable.label());
            return;
        }
        int source = header.stream().map(CodebookReader::plain).toList().indexOf(CodebookReader.plain(variable.name()));
        if (source < 0) {
            mends.add(Mend.codebook(variable.row(), "variabel", "not-in-file", variable.name()));
            return;
        }
        FieldKind byCodes = variable.codes().isEmpty() ? Guess.byContents(profiles.get(source)) : FieldKind.CATEGORY;
        add(source, variable, variable.kind().orElse(byCodes));
    }

    private void add(int source, VariableDraft variable, FieldKind kind) {
        switch (kind) {
            case PERSON -> person = once(person, source, variable);
            case TIMES -> times = once(times, source, variable);
            case PERIOD -> {
                period = once(period, parts.size(), variable);
                category(source, variable);
            }
            case ORGANISATION -> {
                organisation = once(organisation, parts.size(), variable);
                category(source, variable);
            }
            case CATEGORY -> category(source, variable);
            case PLACE -> place(source, variable);
            case NUMBER -> number(source, variable, true);
            case AMOUNT -> number(source, variable, false);
            case COUNTED, LEFT_OUT -> leftOut.add(header.get(source));
        }
    }

    /** Whether a column holds what looks like personal numbers; such are for the kind that makes keys of them. */
    private boolean isPersonal(int source, VariableDraft variable) {
        boolean personal = Identities.among(profiles.get(source));
        if (personal) {
            mends.add(Mend.data(0, variable.name(), "personal-numbers", variable.name()));
        }
        return personal;
    }

    private OptionalInt once(OptionalInt before, int now, VariableDraft variable) {
        if (before.isPresent()) {
            mends.add(Mend.codebook(variable.row(), "slag", "two-of-a-kind", variable.name()));
        }
        return OptionalInt.of(now);
    }

    private void category(int source, VariableDraft variable) {
        if (isPersonal(source, variable)) {
            return;
        }
        List<Codebook.Code> codes = variable.codes().isEmpty()
                ? inOrder(profiles.get(source).values()).stream()
                        .map(value -> new Codebook.Code(value, Wording.same(value), false))
                        .toList()
                : variable.codes().stream()
                        .map(line -> new Codebook.Code(line.code(), Wording.same(line.label()), line.missing()))
                        .toList();
        if (codes.isEmpty()) {
            mends.add(Mend.data(0, variable.name(), "no-codes", variable.name()));
            return;
        }
        coded(source, key(variable.name()), Wording.same(variable.label()), codes, groupings(variable, codes));
    }

    private List<Codebook.Grouping> groupings(VariableDraft variable, List<Codebook.Code> codes) {
        Groupings groupings = new Groupings(variable, codes);
        List<Mend> faults = groupings.mends();
        mends.addAll(faults);
        return faults.isEmpty() ? groupings.all() : List.of();
    }

    /** Whole numbers by size, all else by the alphabet. */
    private static List<String> inOrder(List<String> values) {
        boolean whole = values.stream().allMatch(value -> Groupings.whole(value).isPresent());
        return whole
                ? values.stream()
                        .sorted((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)))
                        .toList()
                : values;
    }

    private void place(int source, VariableDraft variable) {
        boolean regions = profiles.get(source).values().stream().allMatch(value -> value.length() == 2);
        List<Place> places = regions ? organisations.regions() : organisations.municipalities(PlaceCode.NATION);
        List<Codebook.Code> codes = places.stream()
                .map(place -> new Codebook.Code(place.code().value(), Wording.same(place.name()), false))
                .toList();
        List<Codebook.Grouping> groupings = regions ? List.of() : List.of(byRegion(places));
        coded(source, key(variable.name()), Wording.same(variable.label()), codes, groupings);
    }

    private Codebook.Grouping byRegion(List<Place> municipalities) {
        List<Codebook.Group> groups = organisations.regions().stream()
                .map(region -> new Codebook.Group(
                        region.code().value(),
                        Wording.same(region.name()),
                        Stream.iterate(0, at -> at < municipalities.size(), at -> at + 1)
                                .filter(at -> region.code()
                                        .contains(municipalities.get(at).code()))
                                .collect(Collectors.toSet())))
                .toList();
        return new Codebook.Grouping(
                Level.REGION.name().toLowerCase(Locale.ROOT), new Wording("Län", "Region"), groups);
    }

    private void coded(
            int source, String key, Wording label, List<Codebook.Code> codes, List<Codebook.Grouping> groupings) {
        parts.add(new Load.Codes(source, codes.stream().map(Codebook.Code::code).toList()));
        fields.add(new Codebook.Field(key, label, Optional.empty(), new Codebook.Codes(codes, groupings)));
    }

    private void number(int source, VariableDraft variable, boolean negative) {
        if (isPersonal(source, variable)) {
            return;
        }
        Load.Profile profile = profiles.get(source);
        Set<String> missing = variable.missing();
        List<String> values = profile.values().stream()
                .filter(value -> !missing.contains(value))
                .toList();
        boolean whole = !values.isEmpty()
                && values.stream().allMatch(value -> Groupings.whole(value).isPresent());
        if (Double.isNaN(profile.lowest())) {
            mends.add(Mend.data(0, variable.name(), "no-numbers", variable.name()));
            return;
        }
        Range range = Range.around(profile.lowest(), profile.highest());
        String key = key(variable.name());
        parts.add(new Load.Numbers(source, true, missing, negative));
        fields.add(new Codebook.Field(
                key,
                Wording.same(variable.label()),
                Optional.empty(),
                new Codebook.Numbers(step(profile, whole), range.lowest(), range.highest())));
        if (whole && (!variable.groupings().isEmpty() || values.size() >= TENS_FROM)) {
            classes(source, key, variable, values, missing);
        }
    }

    /** The same whole numbers as codes, so that they can be crossed by in classes. */
    private void classes(int source, String key, VariableDraft variable, List<String> values, Set<String> missing) {
        List<Codebook.Code> codes = new ArrayList<>();
        inOrder(values).forEach(value -> codes.add(new Codebook.Code(value, Wording.same(value), false)));
        missing.forEach(code -> codes.add(new Codebook.Code(code, Wording.same(code), true)));
        List<Codebook.Grouping> groupings = new ArrayList<>(groupings(variable, codes));
        groupings.add(Groupings.tens(codes));
        Wording label = new Wording(variable.label() + ", i klasser", variable.label() + ", in classes");
        coded(source, key + "-class", label, codes, groupings);
    }

    private static double step(Load.Profile profile, boolean whole) {
        double span = profile.highest() - profile.lowest();
        if (whole && span <= 4 * STEPS) {
            return 1;
        }
        double fine = span <= 0 ? 1 : span / STEPS;
        return Math.pow(10, Math.floor(Math.log10(fine)));
    }

    /** A key made of a name: what is no letter or digit becomes a hyphen, and å, ä and ö lose their marks. */
    private String key(String name) {
        String plain =
                name.strip().replaceAll("[åäÅÄ]", "a").replaceAll("[öÖ]", "o").replaceAll("[^A-Za-z0-9_]+", "-");
        String key = plain.matches("[A-Za-z].*") ? plain : "v" + plain;
        String cut = key.substring(0, Math.min(key.length(), 60));
        return fields.stream().anyMatch(field -> field.key().equals(cut)) ? cut + "-" + fields.size() : cut;
    }

    List<Mend> mends() {
        List<Mend> all = new ArrayList<>(mends);
        if (fields.isEmpty() && all.isEmpty()) {
            all.add(Mend.data(0, "", "nothing-to-cross"));
        }
        if (period.isPresent() && person.isEmpty()) {
            all.add(Mend.codebook(0, "slag", "period-without-person"));
        }
        return all;
    }

    List<Load.Part> parts() {
        return parts;
    }

    List<Codebook.Field> fields() {
        return fields;
    }

    /** The names of the columns that become nothing. */
    List<String> leftOut() {
        return leftOut;
    }

    OptionalInt person() {
        return person;
    }

    OptionalInt period() {
        return period;
    }

    OptionalInt organisation() {
        return organisation;
    }

    /** What a row stands for, in the plural, where the codebook says. */
    Optional<String> counted() {
        return counted;
    }

    OptionalInt times() {
        return times;
    }
}
