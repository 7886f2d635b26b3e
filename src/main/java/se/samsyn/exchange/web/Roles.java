package se.samsyn.exchange.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import se.samsyn.exchange.CaseColumn;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.NumbersInText;
import se.samsyn.exchange.Origin;
import se.samsyn.exchange.Shape;
import se.samsyn.exchange.TimeColumn;
import se.samsyn.exchange.Trait;
import se.samsyn.exchange.VariableColumn;
import se.samsyn.exchange.Wave;
import se.samsyn.exchange.sheet.Column;
import se.samsyn.exchange.sheet.Reading;
import se.samsyn.exchange.sheet.Sheet;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.SpecialAnswer;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.InstrumentKey;

/*
 * The mapping page gives each column i a role: "" | case:<kind> | time:<kind> | date | trait:<key> | var:<key>, a wave, and for each
 * of its values j a meaning: "" (as it is) | =<code> | !<special answer>. The value itself is sent along, so that the form does not
 * depend on the order in which values were met.
 */
/** Turns a mapping into what the page's fields say, and back. */
final class Roles {

    static final List<String> WAVES =
            List.of("before", "m3", "m6", "m9", "m12", "m18", "m24", "m36", "closure", "a3", "a6", "a12", "a24");

    private static final String UNMADE = "?";

    private Roles() {}

    /** Stands for a mapping of which only the reading has been chosen. */
    static Mapping unmade(InstrumentKey instrument) {
        return new Mapping(
                "",
                instrument,
                Reading.DETECTED,
                new Shape.RowPerCase(List.of(Wave.BEFORE)),
                new CaseColumn(UNMADE, CaseColumn.Kind.LOCAL_ID),
                Map.of(),
                List.of(),
                List.of(),
                NumbersInText.REFUSE);
    }

    /** Whether the mapping has been made. */
    static boolean made(Mapping mapping) {
        return !mapping.caseColumn().column().equals(UNMADE);
    }

    static String role(Mapping mapping, String column) {
        if (mapping.caseColumn().column().equals(column)) {
            return "case:" + low(mapping.caseColumn().kind());
        }
        if (mapping.shape() instanceof Shape.RowPerOccasion(TimeColumn time)) {
            if (time.column().equals(column)) {
                return "time:" + low(time.kind());
            }
            if (time.dateColumn().filter(column::equals).isPresent()) {
                return "date";
            }
        }
        if (mapping.shape() instanceof Shape.RowPerCase shape
                && shape.waves().stream()
                        .anyMatch(
                                wave -> wave.dateColumn().filter(column::equals).isPresent())) {
            return "date";
        }
        for (var trait : mapping.traits().entrySet()) {
            if (trait.getValue().column().filter(column::equals).isPresent()) {
                return "trait:" + trait.getKey().key();
            }
        }
        return variable(mapping, column).map(found -> "var:" + found.variable()).orElse("");
    }

    static Optional<VariableColumn> variable(Mapping mapping, String column) {
        return mapping.variables().stream()
                .filter(each -> each.column().equals(column))
                .findFirst();
    }

    static String wave(Mapping mapping, String column) {
        if (mapping.shape() instanceof Shape.RowPerCase shape) {
            for (Wave wave : shape.waves()) {
                if (wave.dateColumn().filter(column::equals).isPresent()) {
                    return wave.key();
                }
            }
        }
        return variable(mapping, column).map(VariableColumn::wave).orElse("");
    }

    static String meaning(Mapping mapping, String column, String value) {
        Optional<VariableColumn> variable = variable(mapping, column);
        if (variable.isPresent()) {
            SpecialAnswer special = variable.get().special().get(value);
            String code = variable.get().codes().get(value);
            return special != null ? "!" + special.name() : code != null ? "=" + code : "";
        }
        return mapping.traits().values().stream()
                .filter(origin -> origin.column().filter(column::equals).isPresent())
                .flatMap(origin -> Optional.ofNullable(origin.codes().get(value)).stream())
                .map(code -> "=" + code)
                .findFirst()
                .orElse("");
    }

    /** The mapping the fields say; empty while the case or the time has no column. */
    static Optional<Mapping> read(MultiValueMap<String, String> fields, Sheet sheet, Mapping before) {
        var reading = new FieldReading(fields);
        sheet.columns().forEach(reading::column);
        return reading.mapping(before);
    }

    static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final class FieldReading {
        private final MultiValueMap<String, String> fields;
        private final boolean perOccasion;
        private final Map<Trait, Origin> traits = new EnumMap<>(Trait.class);
        private final List<VariableColumn> variables = new ArrayList<>();
        private final Map<String, String> waveDates = new LinkedHashMap<>();
        private Optional<CaseColumn> caseColumn = Optional.empty();
        private Optional<String> timeColumn = Optional.empty();
        private TimeColumn.Kind timeKind = TimeColumn.Kind.MONTHS;
        private Optional<String> dateColumn = Optional.empty();

        FieldReading(MultiValueMap<String, String> fields) {
            this.fields = fields;
            this.perOccasion = field("shape").equals("occasion");
        }

        private String field(String name) {
            String value = fields.getFirst(name);
            return value == null ? "" : value.strip();
        }

        void column(Column column) {
            String role = field("role." + column.index());
            String kind = role.substring(role.indexOf(':') + 1);
            switch (role.substring(0, Math.max(0, role.indexOf(':')))) {
                case "case" ->
                    caseColumn = Optional.of(new CaseColumn(column.name(), one(CaseColumn.Kind.class, kind)));
                case "time" -> {
                    timeColumn = Optional.of(column.name());
                    timeKind = one(TimeColumn.Kind.class, kind);
                }
                case "trait" -> traits.put(one(Trait.class, kind), Origin.column(column.name(), codes(column)));
                case "var" ->
                    variables.add(new VariableColumn(
                            column.name(), wave(column), new VariableKey(kind), codes(column), special(column)));
                default -> {
                    if (role.equals("date")) {
                        dateColumn = Optional.of(column.name());
                        waveDates.put(wave(column), column.name());
                    }
                }
            }
        }

        private String wave(Column column) {
            String wave = field("wave." + column.index());
            return perOccasion ? "" : WAVES.contains(wave) ? wave : Wave.BEFORE.key();
        }

        private Map<String, String> codes(Column column) {
            var codes = new TreeMap<String, String>();
            meanings(column).forEach((value, meaning) -> {
                if (meaning.startsWith("=")) {
                    codes.put(value, meaning.substring(1));
                }
            });
            return codes;
        }

        private Map<String, SpecialAnswer> special(Column column) {
            var special = new TreeMap<String, SpecialAnswer>();
            meanings(column).forEach((value, meaning) -> {
                if (meaning.startsWith("!")) {
                    special.put(value, one(SpecialAnswer.class, meaning.substring(1)));
                }
            });
            return special;
        }

        private Map<String, String> meanings(Column column) {
            var meanings = new LinkedHashMap<String, String>();
            for (int j = 0; j <= Column.MOST_VALUES; j++) {
                String at = column.index() + "." + j;
                if (fields.containsKey("value." + at)) {
                    meanings.put(field("value." + at), field("code." + at));
                }
            }
            return meanings;
        }

        Optional<Mapping> mapping(Mapping before) {
            if (caseColumn.isEmpty() || (perOccasion && timeColumn.isEmpty())) {
                return Optional.empty();
            }
            if (!field("opened").isEmpty()) {
                traits.putIfAbsent(Trait.OPENED, Origin.constant(field("opened")));
            }
            return Optional.of(new Mapping(
                    field("name"),
                    before.instrument(),
                    before.reading(),
                    shape(before),
                    caseColumn.get(),
                    traits,
                    variables,
                    before.support(),
                    fields.containsKey("mask") ? NumbersInText.MASK : NumbersInText.REFUSE));
        }

        private Shape shape(Mapping before) {
            if (perOccasion) {
                Optional<TimeColumn> same = before.shape() instanceof Shape.RowPerOccasion(TimeColumn time)
                                && time.column().equals(timeColumn.orElseThrow())
                        ? Optional.of(time)
                        : Optional.empty();
                return new Shape.RowPerOccasion(new TimeColumn(
                        timeColumn.orElseThrow(),
                        timeKind,
                        same.map(TimeColumn::phases).orElse(Map.of()),
                        same.map(TimeColumn::between).orElse(Phase.DURING),
                        dateColumn));
            }
            List<String> used =
                    new ArrayList<>(variables.stream().map(VariableColumn::wave).toList());
            used.addAll(waveDates.keySet());
            List<Wave> waves = WAVES.stream()
                    .filter(key -> used.contains(key) || (used.isEmpty() && key.equals(Wave.BEFORE.key())))
                    .map(key -> wave(key, Optional.ofNullable(waveDates.get(key))))
                    .toList();
            return new Shape.RowPerCase(waves);
        }

        private static Wave wave(String key, Optional<String> date) {
            return switch (key.charAt(0)) {
                case 'm' -> new Wave(key, Phase.DURING, Integer.parseInt(key.substring(1)), date);
                case 'a' -> new Wave(key, Phase.AFTER, Integer.parseInt(key.substring(1)), date);
                case 'c' -> new Wave(key, Phase.CLOSURE, 0, date);
                default -> new Wave(key, Phase.BEFORE, 0, date);
            };
        }

        private static <E extends Enum<E>> E one(Class<E> type, String name) {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
