package se.samsyn.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.table.source.Category;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Direction;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;

/** Makes the tables that compare the same persons before and later on a variable. */
record ChangeTables(Desk desk, Words words, Variable variable) {

    ChangeTables(Desk desk, Variable variable) {
        this(desk, desk.words(), variable);
    }

    /** Better, the same and worse, the same persons before and later. */
    Draft change() {
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
                        words.of("meaning", variable.question(), variable.definition())),
                desk.method("change"),
                desk.topics().answers(variable)));
    }

    /** Means before and later of the same persons, and of the lost. */
    Draft scoreChange() {
        Dataset data = desk.snapshot().data();
        Topic course = desk.topics().change(variable);
        Values before = Values.at(data, variable, Wave.BEFORE);
        Values latest = Values.at(data, variable, Wave.LATEST);
        Values change = Values.changes(data, variable);
        Sheet sheet = new Sheet(desk, words.of("score.of", variable.label()));
        sheet.groups(words.of("value"));
        sheet.mean("mean-before", course, Topics.PAIRS, before);
        sheet.mean("mean-latest", course, Topics.PAIRS, latest);
        sheet.mean("mean-change", course, Topics.PAIRS, change);
        sheet.line(
                "median-change",
                words.of("median-change"),
                Row.Role.STATISTIC,
                group -> desk.median(course, Topics.PAIRS, group, change));
        sheet.persons(course, Topics.PAIRS, words.of("pairs"), Row.Role.SUBTOTAL);
        sheet.persons(course, Topics.LOST, words.of("lost"), Row.Role.LOST);
        sheet.mean("mean-before-lost", course, Topics.LOST, before);
        return sheet.draft(new Sheet.Meaning(
                words.of("numerator.score"),
                words.of("denominator.pairs"),
                words.of("meaning", variable.question(), variable.definition()),
                desk.method("score"),
                desk.topics().answers(variable)));
    }

    /** From which category to which. */
    Draft transitions() {
        Topic course = desk.topics().course(variable);
        Topic categories = desk.topics().categories(variable);
        List<String> codes = variable.categories().stream().map(Category::code).toList();
        SexGroup total = SexGroup.ALL;
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
                words.of("meaning", variable.question(), variable.definition()),
                desk.method("transitions"),
                desk.topics().answers(variable)));
    }
}
