package se.samsyn.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Blank;
import se.samsyn.table.source.Category;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Direction;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Theme;
import se.samsyn.table.source.Variable;

/** Makes the tables out of whatever counts the reader may see. */
final class TableMaker {

    /** The built-in variable of age, whose bands are computed from the birth year. */
    static final String AGE = "age-band";

    private final Counts counts;
    private final Words words;

    TableMaker(Counts counts, Words words) {
        this.counts = counts;
        this.words = words;
    }

    /** The table of that name; empty when the data set has no such variable, place or year, or the kind does not fit. */
    Optional<Draft> make(TableKey key) {
        Snapshot snapshot = counts.snapshot();
        Integer place = snapshot.places().find(key.where());
        int period = snapshot.period(key.span());
        if (place == null || period < 0) {
            return Optional.empty();
        }
        Desk desk = new Desk(counts, words, key, place, period);
        Optional<Variable> variable = snapshot.data().variable(key.variable());
        return switch (key.kind()) {
            case DISTRIBUTION ->
                key.variable().equals(AGE)
                        ? Optional.of(ages(desk))
                        : variable.filter(v -> !v.kind().numeric()).map(v -> distribution(desk, v));
            case LEVEL -> variable.filter(v -> v.kind().numeric()).map(v -> level(desk, v));
            case CHANGE ->
                variable.filter(TableMaker::compared)
                        .filter(v -> v.direction() != Direction.NONE)
                        .map(v -> new ChangeTables(desk, v).change());
            case SCORE_CHANGE ->
                variable.filter(TableMaker::compared)
                        .filter(v -> v.kind().numeric())
                        .map(v -> new ChangeTables(desk, v).scoreChange());
            case TRANSITIONS ->
                variable.filter(TableMaker::compared)
                        .filter(v -> v.kind() == Kind.SINGLE && desk.allYears())
                        .map(v -> new ChangeTables(desk, v).transitions());
            case OCCASIONS ->
                variable.filter(TableMaker::compared)
                        .filter(_ -> desk.allYears())
                        .map(v -> new OccasionsTable(desk, v).draft());
            case STEPS -> Optional.of(new StepTables(desk).steps());
            case STEPS_BY_AGE -> desk.allYears() ? Optional.of(new StepTables(desk).stepsByAge()) : Optional.empty();
            case QUALITY -> Optional.of(quality(desk));
        };
    }

    /** Whether the same persons are compared before and later on this variable. */
    static boolean compared(Variable variable) {
        return variable.followed() && variable.kind() != Kind.MULTIPLE;
    }

    private Draft ages(Desk desk) {
        Topic topic = desk.topics().age();
        List<String> parts = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int band = 0; band < Ages.bands(); band++) {
            parts.add(Topics.band(band));
            rows.add(new Row(Topics.band(band), Ages.label(band, words), Row.Role.CATEGORY));
        }
        Wording label = words.of("age");
        Sheet sheet = new Sheet(desk, label);
        sheet.countsAndShares(topic, rows, parts, topic, Optional.empty());
        return sheet.draft(new Sheet.Meaning(
                words.of("numerator.category"),
                words.of("denominator.answered"),
                words.of("age.meaning"),
                desk.method("wilson"),
                topic));
    }

    private Draft distribution(Desk desk, Variable variable) {
        Topic answers = desk.topics().answers(variable);
        Sheet sheet = new Sheet(desk, variable.label());
        List<Row> rows = rows(variable);
        if (variable.kind() == Kind.SINGLE) {
            Topic topic = desk.topics().categories(variable);
            List<String> parts =
                    variable.categories().stream().map(Category::code).toList();
            sheet.countsAndShares(topic, rows, parts, answers, Optional.of(Topics.NOT_RELEVANT));
        } else {
            List<Topic> options = IntStream.range(0, rows.size())
                    .mapToObj(k -> desk.topics().option(variable, k))
                    .toList();
            sheet.optionsAndShares(options, rows, answers);
        }
        return sheet.draft(new Sheet.Meaning(
                words.of(variable.kind() == Kind.SINGLE ? "numerator.category" : "numerator.option"),
                words.of("denominator.answered"),
                meaning(variable),
                desk.method("wilson"),
                answers));
    }

    private static List<Row> rows(Variable variable) {
        return variable.categories().stream()
                .map(category -> new Row(category.code(), category.label(), Row.Role.CATEGORY))
                .toList();
    }

    private Wording meaning(Variable variable) {
        return words.of("meaning", variable.question(), variable.definition());
    }

    private Draft level(Desk desk, Variable variable) {
        Dataset data = desk.snapshot().data();
        Topic answers = desk.topics().answers(variable);
        Values values = Values.at(data, variable, Topics.wave(variable));
        Sheet sheet = new Sheet(desk, variable.label());
        sheet.groups(words.of("value"));
        sheet.line(
                "mean",
                words.of("mean"),
                Row.Role.STATISTIC,
                group -> desk.mean(answers, Topics.ANSWERED, group, values));
        sheet.line(
                "median",
                words.of("median"),
                Row.Role.STATISTIC,
                group -> desk.median(answers, Topics.ANSWERED, group, values));
        sheet.persons(answers, Topics.ANSWERED, words.of("answered"), Row.Role.SUBTOTAL);
        sheet.persons(answers, Topics.BLANK, words.of("missing"), Row.Role.MISSING);
        return sheet.draft(new Sheet.Meaning(
                words.of("numerator.value"),
                words.of("denominator.answered"),
                meaning(variable),
                desk.method("mean"),
                answers));
    }

    private Draft quality(Desk desk) {
        Sheet sheet = new Sheet(desk, words.of("quality"));
        List<Blank> kinds = List.of(Blank.NOT_ANSWERED, Blank.UNKNOWN, Blank.NOT_ASKED, Blank.DECLINED);
        SexGroup total = SexGroup.ALL;
        Column asked = new Column("asked", words.of("quality.answers"), words.of("quality.asked"), Optional.of(total));
        sheet.column(asked);
        sheet.column(
                new Column("answered", words.of("quality.answers"), words.of("answered.short"), Optional.of(total)));
        sheet.column(new Column("share", words.of("quality.answers"), words.of("share"), Optional.of(total)));
        for (Blank kind : kinds) {
            sheet.column(new Column(
                    kind.name(), words.of("quality.missing"), words.of("blank." + kind.name()), Optional.of(total)));
        }
        sheet.column(new Column(
                Topics.NOT_RELEVANT, words.of("quality.other"), words.of("blank.NOT_RELEVANT"), Optional.of(total)));
        List<Variable> questions = desk.snapshot().data().variables().stream()
                .filter(variable -> variable.theme() != Theme.CALENDAR)
                .toList();
        for (Variable variable : questions) {
            Topic answers = desk.topics().answers(variable);
            Topic blanks = desk.topics().blanks(variable);
            long answered = desk.count(answers, Topics.ANSWERED, total);
            long missing = desk.count(answers, Topics.BLANK, total);
            long both = Sheet.sum(answered, missing);
            List<Cell> cells = new ArrayList<>();
            cells.add(Desk.persons(both));
            cells.add(Desk.persons(answered));
            cells.add(desk.share(answered, both));
            kinds.forEach(kind -> cells.add(desk.persons(blanks, kind.name(), total)));
            cells.add(desk.persons(answers, Topics.NOT_RELEVANT, total));
            sheet.row(new Row(variable.key(), variable.label(), Row.Role.CATEGORY), cells);
        }
        return sheet.draft(new Sheet.Meaning(
                words.of("numerator.answered"),
                words.of("denominator.asked"),
                words.of("quality.meaning"),
                desk.method("wilson"),
                desk.topics().base()));
    }
}
