package se.samsyn.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Blank;
import se.samsyn.table.source.Category;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Direction;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Step;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;

/** Makes the tables, each in its own method, out of whatever counts the reader may see. */
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
                        .map(v -> change(desk, v));
            case SCORE_CHANGE ->
                variable.filter(TableMaker::compared)
                        .filter(v -> v.kind().numeric())
                        .map(v -> scoreChange(desk, v));
            case TRANSITIONS ->
                variable.filter(TableMaker::compared)
                        .filter(v -> v.kind() == Kind.SINGLE && desk.allYears())
                        .map(v -> transitions(desk, v));
            case OCCASIONS ->
                variable.filter(TableMaker::compared)
                        .filter(_ -> desk.allYears())
                        .map(v -> new OccasionsTable(desk, v).draft());
            case STEPS -> Optional.of(steps(desk));
            case STEPS_BY_AGE -> desk.allYears() ? Optional.of(stepsByAge(desk)) : Optional.empty();
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
            rows.add(new Row(Topics.band(band), age(band), Row.Role.CATEGORY));
        }
        Wording label = words.of("age");
        Sheet sheet = new Sheet(desk, label);
        sheet.countsAndShares(topic, rows, parts, topic, Optional.empty());
        return sheet.draft(new Sheet.Meaning(
                words.of("numerator.category"),
                words.of("denominator.answered"),
                words.of("age.meaning"),
                words.of("method.wilson"),
                topic));
    }

    private Wording age(int band) {
        return Ages.to(band).isPresent()
                ? words.of("age.band", Ages.from(band), Ages.to(band).getAsInt())
                : words.of("age.from", Ages.from(band));
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
                words.of("method.wilson"),
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
        IntToDoubleFunction value = row -> data.number(row, variable, Topics.wave(variable));
        Sheet sheet = new Sheet(desk, variable.label());
        sheet.groups(answers, List.of(Topics.ANSWERED, Topics.BLANK), words.of("value"));
        sheet.line(
                "mean",
                words.of("mean"),
                Row.Role.STATISTIC,
                group -> desk.mean(answers, Topics.ANSWERED, group, Measure.VALUE, value));
        sheet.line(
                "median",
                words.of("median"),
                Row.Role.STATISTIC,
                group -> desk.median(answers, Topics.ANSWERED, group, Measure.VALUE, value));
        sheet.persons(answers, Topics.ANSWERED, words.of("answered"), Row.Role.SUBTOTAL);
        sheet.persons(answers, Topics.BLANK, words.of("missing"), Row.Role.MISSING);
        return sheet.draft(new Sheet.Meaning(
                words.of("numerator.value"),
                words.of("denominator.answered"),
                meaning(variable),
                words.of("method.mean"),
                answers));
    }

    private Draft change(Desk desk, Variable variable) {
        Topic course = desk.topics().change(variable);
        List<Row> rows = List.of(
                new Row(Topics.IMPROVED, words.of("improved"), Row.Role.IMPROVED),
                new Row(Topics.SAME, words.of("same"), Row.Role.SAME),
                new Row(Topics.WORSE, words.of("worse"), Row.Role.WORSE));
        Sheet sheet = new Sheet(desk, words.of("change.of", variable.label()));
        sheet.changes(course, rows, desk.topics().answers(variable));
        return sheet.draft(new Sheet.Meaning(
                words.of("numerator.change"),
                words.of("denominator.pairs"),
                words.of(
                        variable.direction() == Direction.HIGHER_IS_BETTER ? "meaning.higher" : "meaning.lower",
                        meaning(variable)),
                words.of("method.change"),
                desk.topics().answers(variable)));
    }

    private Draft scoreChange(Desk desk, Variable variable) {
        Dataset data = desk.snapshot().data();
        Topic course = desk.topics().change(variable);
        IntToDoubleFunction before = row -> data.number(row, variable, Wave.BEFORE);
        IntToDoubleFunction latest = row -> data.number(row, variable, Wave.LATEST);
        IntToDoubleFunction change = row -> desk.topics().difference(row, variable);
        Sheet sheet = new Sheet(desk, words.of("score.of", variable.label()));
        sheet.groups(course, List.of(Topics.PAIRS, Topics.LOST), words.of("value"));
        sheet.mean("mean-before", course, Topics.PAIRS, Measure.VALUE, before);
        sheet.mean("mean-latest", course, Topics.PAIRS, Measure.VALUE, latest);
        sheet.mean("mean-change", course, Topics.PAIRS, Measure.CHANGE, change);
        sheet.line(
                "median-change",
                words.of("median-change"),
                Row.Role.STATISTIC,
                group -> desk.median(course, Topics.PAIRS, group, Measure.CHANGE, change));
        sheet.persons(course, Topics.PAIRS, words.of("pairs"), Row.Role.SUBTOTAL);
        sheet.persons(course, Topics.LOST, words.of("lost"), Row.Role.LOST);
        sheet.mean("mean-before-lost", course, Topics.LOST, Measure.VALUE, before);
        return sheet.draft(new Sheet.Meaning(
                words.of("numerator.score"),
                words.of("denominator.pairs"),
                meaning(variable),
                words.of("method.score"),
                desk.topics().answers(variable)));
    }

    private Draft transitions(Desk desk, Variable variable) {
        Topic course = desk.topics().course(variable);
        Topic categories = desk.topics().categories(variable);
        List<String> codes = variable.categories().stream().map(Category::code).toList();
        List<String> parts = codes.stream()
                .flatMap(from -> Stream.concat(codes.stream(), Stream.of(Topics.LOST))
                        .map(to -> CourseTopics.transition(from, to)))
                .toList();
        SexGroup total = desk.total(course, parts);
        Sheet sheet = new Sheet(desk, words.of("transitions.of", variable.label()));
        for (Category to : variable.categories()) {
            sheet.column(new Column(to.code(), words.of("latest"), to.label(), Optional.of(total)));
        }
        sheet.column(new Column(Topics.LOST, words.of("no-later"), words.of("lost.short"), Optional.of(total)));
        sheet.column(new Column("before", words.of("before"), words.of("count"), Optional.of(total)));
        for (Category from : variable.categories()) {
            List<Cell> cells = new ArrayList<>();
            for (String to : codes) {
                cells.add(desk.persons(course, CourseTopics.transition(from.code(), to), total));
            }
            cells.add(desk.persons(course, CourseTopics.transition(from.code(), Topics.LOST), total));
            cells.add(desk.persons(categories, from.code(), total));
            sheet.row(new Row(from.code(), from.label(), Row.Role.CATEGORY), cells);
        }
        return sheet.draft(new Sheet.Meaning(
                words.of("numerator.transition"),
                words.of("denominator.before"),
                meaning(variable),
                words.of("method.transitions"),
                desk.topics().answers(variable)));
    }

    private Draft steps(Desk desk) {
        Topic path = desk.topics().path();
        Sheet sheet = new Sheet(desk, words.of("steps"));
        List<String> parts = Stream.of(Step.values()).map(Topics::reached).toList();
        for (SexGroup group : desk.groups(path, parts)) {
            sheet.column(desk.column(group, "count", words.of("reached")));
            sheet.column(desk.column(group, "share", words.of("share")));
            sheet.column(desk.column(group, "lost", words.of("stopped")));
            sheet.column(desk.column(group, "ongoing", words.of("ongoing")));
        }
        for (Step step : Step.values()) {
            List<Cell> cells = new ArrayList<>();
            for (SexGroup group : desk.groups(path, parts)) {
                long reached = desk.count(path, Topics.reached(step), group);
                boolean first = step == Step.OPENED;
                cells.add(Desk.persons(reached));
                cells.add(desk.share(reached, desk.count(path, Topics.reached(Step.OPENED), group)));
                cells.add(first ? new Cell.NotApplicable() : desk.persons(path, Topics.lost(step), group));
                cells.add(first ? new Cell.NotApplicable() : desk.persons(path, Topics.ongoing(step), group));
            }
            sheet.row(new Row(step.name(), words.of("step." + step.name()), Row.Role.CATEGORY), cells);
        }
        return sheet.draft(stepsMeaning(desk));
    }

    private Sheet.Meaning stepsMeaning(Desk desk) {
        return new Sheet.Meaning(
                words.of("numerator.step"),
                words.of("denominator.opened"),
                words.of("steps.meaning"),
                words.of("method.wilson"),
                desk.topics().base());
    }

    private Draft stepsByAge(Desk desk) {
        Topic path = desk.topics().stepsByAge();
        List<Row> bands = IntStream.range(0, Ages.bands())
                .mapToObj(band -> new Row(Topics.band(band), age(band), Row.Role.CATEGORY))
                .toList();
        List<String> parts = bands.stream()
                .flatMap(band -> Stream.of(Step.values()).map(step -> Topics.reached(step) + "-" + band.key()))
                .toList();
        SexGroup total = desk.total(path, parts);
        Sheet sheet = new Sheet(desk, words.of("steps.age"));
        for (Step step : Step.values()) {
            Wording name = words.of("step." + step.name());
            sheet.column(new Column(step.name() + "/count", name, words.of("count"), Optional.of(total)));
            if (step != Step.OPENED) {
                sheet.column(new Column(step.name() + "/share", name, words.of("share"), Optional.of(total)));
            }
        }
        for (Row band : bands) {
            List<Cell> cells = new ArrayList<>();
            long opened = desk.count(path, Topics.reached(Step.OPENED) + "-" + band.key(), total);
            for (Step step : Step.values()) {
                long reached = desk.count(path, Topics.reached(step) + "-" + band.key(), total);
                cells.add(Desk.persons(reached));
                if (step != Step.OPENED) {
                    cells.add(desk.share(reached, opened));
                }
            }
            sheet.row(band, cells);
        }
        return sheet.draft(stepsMeaning(desk));
    }

    private Draft quality(Desk desk) {
        Sheet sheet = new Sheet(desk, words.of("quality"));
        List<Blank> kinds = List.of(Blank.NOT_ANSWERED, Blank.UNKNOWN, Blank.NOT_ASKED, Blank.DECLINED);
        SexGroup total = desk.total(desk.topics().base(), List.of());
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
        for (Variable variable : desk.snapshot().data().variables()) {
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
                words.of("method.wilson"),
                desk.topics().base()));
    }
}
