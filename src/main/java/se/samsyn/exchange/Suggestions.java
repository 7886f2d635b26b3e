package se.samsyn.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.VariableKey;
import se.samsyn.sheet.Column;
import se.samsyn.sheet.Reading;
import se.samsyn.sheet.Sheet;

/** Guesses a mapping from the names of columns, so that the user has little left to say. Never guesses what a code means. */
public final class Suggestions {

    private static final Set<String> IDS = Set.of(
            "id", "arende", "arendeid", "arendenr", "case", "caseid", "pseudonym", "lopnr", "lopnummer", "klientid");
    private static final Set<String> NUMBERS = Set.of("personnummer", "pnr", "personnr", "personid");
    private static final Set<String> MONTHS = Set.of("time", "manad", "manader", "months", "month", "tidpunkt");
    private static final Set<String> PHASES = Set.of("fas", "phase", "tillfalle", "occasion");
    private static final Set<String> DATES = Set.of("datum", "date", "uppfoljningsdatum", "dag");
    private static final Map<String, Trait> TRAITS = Map.ofEntries(
            Map.entry("kon", Trait.SEX),
            Map.entry("sex", Trait.SEX),
            Map.entry("gender", Trait.SEX),
            Map.entry("fodelsear", Trait.BIRTH_YEAR),
            Map.entry("birthyear", Trait.BIRTH_YEAR),
            Map.entry("alder", Trait.AGE),
            Map.entry("age", Trait.AGE),
            Map.entry("oppnat", Trait.OPENED),
            Map.entry("oppnad", Trait.OPENED),
            Map.entry("startdatum", Trait.OPENED),
            Map.entry("opened", Trait.OPENED),
            Map.entry("avslutat", Trait.CLOSED),
            Map.entry("avslutad", Trait.CLOSED),
            Map.entry("slutdatum", Trait.CLOSED),
            Map.entry("closed", Trait.CLOSED),
            Map.entry("enhet", Trait.UNIT),
            Map.entry("unit", Trait.UNIT),
            Map.entry("skyddad", Trait.IDENTITY),
            Map.entry("skyddadidentitet", Trait.IDENTITY));
    private static final Pattern WITH_MONTHS = Pattern.compile("(.+?)[_ .-]?(?:m|man|manad)?(\\d{1,2})");

    private final Sheet sheet;
    private final Form form;

    private Suggestions(Sheet sheet, Form form) {
        this.sheet = sheet;
        this.form = form;
    }

    /** A mapping with whatever could be guessed; the first column is the case's id if nothing else looks like one. */
    public static Mapping suggest(Sheet sheet, Form form, Reading reading) {
        return new Suggestions(sheet, form).suggest(reading);
    }

    private Mapping suggest(Reading reading) {
        Optional<Column> number = named(NUMBERS);
        CaseColumn id = number.map(column -> new CaseColumn(column.name(), CaseColumn.Kind.PERSONAL_NUMBER))
                .orElseGet(() -> new CaseColumn(
                        named(IDS).orElse(sheet.columns().getFirst()).name(), CaseColumn.Kind.LOCAL_ID));
        var traits = new EnumMap<Trait, Origin>(Trait.class);
        for (Column column : sheet.columns()) {
            Trait trait = TRAITS.get(Synonyms.bare(column.name()));
            if (trait != null && !column.name().equals(id.column())) {
                traits.putIfAbsent(trait, Origin.column(column.name()));
            }
        }
        Optional<TimeColumn> time = time(id);
        var waves = new TreeMap<Integer, Wave>(Map.of(0, Wave.BEFORE));
        List<VariableColumn> variables = new ArrayList<>();
        for (Column column : sheet.columns()) {
            if (!column.name().equals(id.column()) && !TRAITS.containsKey(Synonyms.bare(column.name()))) {
                variable(column, time.isPresent(), waves).ifPresent(variables::add);
            }
        }
        Shape shape = time.<Shape>map(Shape.RowPerOccasion::new)
                .orElseGet(() -> new Shape.RowPerCase(List.copyOf(waves.values())));
        return new Mapping(
                "",
                form.id().key(),
                reading,
                shape,
                id,
                traits,
                variables,
                List.of(),
                Optional.empty(),
                NumbersInText.REFUSE);
    }

    private Optional<TimeColumn> time(CaseColumn id) {
        Optional<String> date = named(DATES).map(Column::name);
        return named(MONTHS)
                .map(column -> new TimeColumn(column.name(), TimeColumn.Kind.MONTHS, Map.of(), Phase.DURING, date))
                .or(() -> named(PHASES)
                        .map(column ->
                                new TimeColumn(column.name(), TimeColumn.Kind.PHASE, Map.of(), Phase.DURING, date)))
                .or(() -> date.map(column ->
                        new TimeColumn(column, TimeColumn.Kind.DATE, Map.of(), Phase.DURING, Optional.empty())))
                .filter(column -> !column.column().equals(id.column()));
    }

    private Optional<Column> named(Set<String> names) {
        return sheet.columns().stream()
                .filter(column -> names.contains(Synonyms.bare(column.name())))
                .findFirst();
    }

    private Optional<VariableColumn> variable(Column column, boolean rowPerOccasion, Map<Integer, Wave> waves) {
        Optional<VariableKey> same = variable(column.name());
        if (same.isPresent()) {
            return Optional.of(of(column, rowPerOccasion ? "" : Wave.BEFORE.key(), same.get()));
        }
        Matcher matcher = WITH_MONTHS.matcher(column.name());
        if (rowPerOccasion || !matcher.matches()) {
            return Optional.empty();
        }
        int months = Integer.parseInt(matcher.group(2));
        return variable(matcher.group(1)).map(variable -> {
            Wave wave = waves.computeIfAbsent(
                    months, after -> new Wave("m" + after, Phase.DURING, after, Optional.empty()));
            return of(column, wave.key(), variable);
        });
    }

    private static VariableColumn of(Column column, String wave, VariableKey variable) {
        return new VariableColumn(column.name(), wave, variable, Map.of(), Map.of());
    }

    private Optional<VariableKey> variable(String name) {
        String wanted = Synonyms.bare(name);
        return form.variables().stream()
                .filter(question -> Synonyms.bare(question.key().value()).equals(wanted)
                        || Synonyms.bare(question.text().sv()).equals(wanted)
                        || Synonyms.bare(question.text().en()).equals(wanted))
                .map(Question::key)
                .findFirst();
    }
}
