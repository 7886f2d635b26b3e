package se.samsyn.exchange.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import se.samsyn.exchange.CaseColumn;
import se.samsyn.exchange.GoalColumns;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.NumbersInText;
import se.samsyn.exchange.Origin;
import se.samsyn.exchange.Shape;
import se.samsyn.exchange.SupportColumns;
import se.samsyn.exchange.TimeColumn;
import se.samsyn.exchange.Trait;
import se.samsyn.exchange.VariableColumn;
import se.samsyn.exchange.Wave;
import se.samsyn.followup.GasScale;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.SpecialAnswer;
import se.samsyn.instrument.VariableKey;
import se.samsyn.sheet.Column;
import se.samsyn.sheet.Sheet;

/** Reads the fields of the mapping page, named as {@link Roles} tells, into a mapping. What the page does not show is kept. */
final class MappingFields {

    private static final int MOST_SUPPORT = 20;

    private final MultiValueMap<String, String> fields;
    private final Mapping before;
    private final boolean perOccasion;
    private final Map<Trait, Origin> traits = new EnumMap<>(Trait.class);
    private final List<VariableColumn> variables = new ArrayList<>();
    private final Map<String, String> waveDates = new HashMap<>();
    /** Columns by their role: {@code time}, {@code date}, {@code goal:step}, {@code support:0:kind} and so on. */
    private final Map<String, Column> parts = new HashMap<>();

    private Optional<CaseColumn> caseColumn = Optional.empty();
    private TimeColumn.Kind timeKind = TimeColumn.Kind.MONTHS;

    /** What the fields say. */
    sealed interface Said {
        record Whole(Mapping mapping) implements Said {}

        /** Something without which there is no mapping is not chosen: {@code case}, {@code time}, {@code support} or {@code goal}. */
        record Incomplete(String what) implements Said {}
    }

    MappingFields(MultiValueMap<String, String> fields, Mapping before) {
        this.fields = fields;
        this.before = before;
        this.perOccasion = field("shape").equals("occasion");
    }

    private String field(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    Said read(Sheet sheet) {
        sheet.columns().forEach(this::column);
        if (!field("opened").isEmpty()) {
            traits.putIfAbsent(Trait.OPENED, Origin.constant(field("opened")));
        }
        if (caseColumn.isEmpty()) {
            return new Said.Incomplete("case");
        }
        if (perOccasion && !parts.containsKey("time")) {
            return new Said.Incomplete("time");
        }
        if (halfSupport()) {
            return new Said.Incomplete("support");
        }
        if (goalParts() && !parts.containsKey("goal:step")) {
            return new Said.Incomplete("goal");
        }
        return new Said.Whole(new Mapping(
                field("name"),
                before.instrument(),
                before.reading(),
                perOccasion ? rowPerOccasion() : rowPerCase(),
                caseColumn.get(),
                traits,
                variables,
                support(),
                goal(),
                fields.containsKey("mask") ? NumbersInText.MASK : NumbersInText.REFUSE));
    }

    private void column(Column column) {
        String role = field("role." + column.index());
        String rest = role.substring(role.indexOf(':') + 1);
        switch (role.substring(0, Math.max(0, role.indexOf(':')))) {
            case "case" -> caseColumn = Optional.of(new CaseColumn(column.name(), one(CaseColumn.Kind.class, rest)));
            case "time" -> {
                parts.put("time", column);
                timeKind = one(TimeColumn.Kind.class, rest);
            }
            case "trait" -> traits.put(one(Trait.class, rest), origin(column));
            case "var" ->
                variables.add(new VariableColumn(
                        column.name(), wave(column, rest), new VariableKey(rest), codes(column), special(column)));
            default -> {
                parts.put(role, column);
                if (role.equals("date")) {
                    waveDates.put(wave(column, ""), column.name());
                }
            }
        }
    }

    /** In a long file a column may be bound to a phase by a mapping that was not made here; that is kept. */
    private String wave(Column column, String variable) {
        if (perOccasion) {
            return Roles.variable(before, column.name())
                    .filter(same -> before.shape() instanceof Shape.RowPerOccasion
                            && same.variable().value().equals(variable))
                    .map(VariableColumn::wave)
                    .orElse("");
        }
        return Waves.find(field("wave." + column.index()), before)
                .map(Wave::key)
                .orElse(Wave.BEFORE.key());
    }

    private Origin origin(Column column) {
        return Origin.column(column.name(), codes(column));
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

    /** What the page says of the column's values; meanings chosen for another role than the column now has are dropped. */
    private Map<String, String> meanings(Column column) {
        int i = column.index();
        var meanings = new HashMap<String, String>();
        if (fields.containsKey("was." + i) && !field("was." + i).equals(field("role." + i))) {
            return meanings;
        }
        for (int j = 0; fields.containsKey("value." + i + "." + j); j++) {
            meanings.put(field("value." + i + "." + j), field("code." + i + "." + j));
        }
        if (!field("other." + i).isEmpty()) {
            meanings.put(field("other." + i), field("means." + i));
        }
        return meanings;
    }

    private Shape rowPerOccasion() {
        Column column = parts("time");
        Phase between = before.shape() instanceof Shape.RowPerOccasion(TimeColumn time) ? time.between() : Phase.DURING;
        var phases = new TreeMap<String, Phase>();
        codes(column).forEach((value, code) -> phases.put(value, one(Phase.class, code)));
        return new Shape.RowPerOccasion(new TimeColumn(column.name(), timeKind, phases, between, found("date")));
    }

    private Shape rowPerCase() {
        List<String> used =
                new ArrayList<>(variables.stream().map(VariableColumn::wave).toList());
        used.addAll(waveDates.keySet());
        List<Wave> waves = used.stream()
                .distinct()
                .flatMap(key -> Waves.find(key, before).stream())
                .map(wave -> new Wave(
                        wave.key(), wave.phase(), wave.months(), Optional.ofNullable(waveDates.get(wave.key()))))
                .sorted(Waves::inTime)
                .toList();
        return new Shape.RowPerCase(waves.isEmpty() ? List.of(Wave.BEFORE) : waves);
    }

    private boolean halfSupport() {
        for (int n = 0; n < MOST_SUPPORT; n++) {
            boolean any = parts.containsKey("support:" + n + ":kind") || parts.containsKey("support:" + n + ":stop");
            boolean started = parts.containsKey("support:" + n + ":start");
            if ((any && !started) || (started && kind(n).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private List<SupportColumns> support() {
        List<SupportColumns> all = new ArrayList<>();
        for (int n = 0; n < MOST_SUPPORT; n++) {
            Optional<Origin> kind = kind(n);
            Optional<String> start = found("support:" + n + ":start");
            if (kind.isPresent() && start.isPresent()) {
                all.add(new SupportColumns(kind.get(), start.get(), found("support:" + n + ":stop")));
            }
        }
        return all;
    }

    private Optional<Origin> kind(int n) {
        String constant = field("kind." + n);
        return Optional.ofNullable(parts.get("support:" + n + ":kind"))
                .map(this::origin)
                .or(() -> constant.isEmpty() ? Optional.empty() : Optional.of(Origin.constant(constant)));
    }

    private boolean goalParts() {
        return parts.keySet().stream().anyMatch(part -> part.startsWith("goal:"));
    }

    private Optional<GoalColumns> goal() {
        if (!goalParts()) {
            return Optional.empty();
        }
        Origin text = Optional.ofNullable(parts.get("goal:text"))
                .map(this::origin)
                .orElseGet(() -> Origin.constant(field("goalText").isEmpty() ? "–" : field("goalText")));
        return Optional.of(
                new GoalColumns(text, origin(parts("goal:step")), found("goal:level"), found("goal:date"), scale()));
    }

    /** Only the scale with six levels goes below −2. */
    private GasScale scale() {
        boolean six = Optional.ofNullable(parts.get("goal:level")).stream()
                .flatMap(column -> column.values().stream())
                .anyMatch(value -> value.matches("[-\u2212]3"));
        return six ? GasScale.SIX_LEVELS : before.goal().map(GoalColumns::scale).orElse(GasScale.FIVE_LEVELS);
    }

    private Optional<String> found(String part) {
        return Optional.ofNullable(parts.get(part)).map(Column::name);
    }

    private Column parts(String part) {
        return Optional.ofNullable(parts.get(part)).orElseThrow();
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
