package se.samsyn.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.samsyn.kernel.Wording;

/** A table while it is written: columns first, then rows. */
final class Sheet {

    /** What only the maker of a table knows of its definition; the answers tell of missing ones. */
    record Meaning(Wording numerator, Wording denominator, Wording meaning, Wording method, Topic answers) {}

    private final Desk desk;
    private final Words words;
    private final Wording what;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<List<Cell>> cells = new ArrayList<>();
    private List<SexGroup> groups = List.of();

    Sheet(Desk desk, Wording what) {
        this.desk = desk;
        this.words = desk.words();
        this.what = what;
    }

    void column(Column column) {
        columns.add(column);
    }

    void row(Row row, List<Cell> line) {
        rows.add(row);
        cells.add(line);
    }

    /** A column for each group by sex. */
    void groups(Wording heading) {
        groups = desk.groups();
        groups.forEach(group -> column(desk.column(group, "value", heading)));
    }

    /** A row with one cell for each group. */
    void line(String key, Wording label, Row.Role role, Function<SexGroup, Cell> cell) {
        row(new Row(key, label, role), groups.stream().map(cell).toList());
    }

    void mean(String key, Topic topic, String part, Values values) {
        line(key, words.of(key), Row.Role.STATISTIC, group -> desk.mean(topic, part, group, values));
    }

    void persons(Topic topic, String part, Wording label, Row.Role role) {
        line(part, label, role, group -> desk.persons(topic, part, group));
    }

    /** Counts and shares of categories, then answered, missing and not relevant. */
    void countsAndShares(
            Topic topic, List<Row> categories, List<String> parts, Topic answers, Optional<String> notRelevant) {
        pairs();
        for (int i = 0; i < categories.size(); i++) {
            String part = parts.get(i);
            countAndShare(categories.get(i), group -> desk.count(topic, part, group), answered(answers));
        }
        closing(answers, notRelevant);
    }

    /** Counts and shares of options, of which a person may have several. */
    void optionsAndShares(List<Topic> options, List<Row> labels, Topic answers) {
        pairs();
        for (int i = 0; i < labels.size(); i++) {
            Topic option = options.get(i);
            countAndShare(labels.get(i), group -> desk.count(option, "yes", group), answered(answers));
        }
        closing(answers, Optional.of(Topics.NOT_RELEVANT));
    }

    /** Counts and shares of changes among pairs, then the pairs and the lost. */
    void changes(Topic course, List<Row> changes, Topic answers) {
        pairs();
        for (Row change : changes) {
            countAndShare(
                    change,
                    group -> desk.count(course, change.key(), group),
                    group -> desk.count(course, Topics.PAIRS, group));
        }
        countAndShare(
                new Row(Topics.PAIRS, words.of("pairs"), Row.Role.SUBTOTAL),
                group -> desk.count(course, Topics.PAIRS, group),
                answered(answers));
        countAndShare(
                new Row(Topics.LOST, words.of("lost"), Row.Role.LOST),
                group -> desk.count(course, Topics.LOST, group),
                answered(answers));
    }

    private Function<SexGroup, Long> answered(Topic answers) {
        return group -> desk.count(answers, Topics.ANSWERED, group);
    }

    private void pairs() {
        groups = desk.groups();
        for (SexGroup group : groups) {
            column(desk.column(group, "count", words.of("count")));
            column(desk.column(group, "share", words.of("share")));
        }
    }

    private void countAndShare(Row row, Function<SexGroup, Long> part, Function<SexGroup, Long> whole) {
        List<Cell> line = new ArrayList<>();
        for (SexGroup group : groups) {
            line.add(Desk.persons(part.apply(group)));
            line.add(desk.share(part.apply(group), whole.apply(group)));
        }
        row(row, line);
    }

    private void closing(Topic answers, Optional<String> notRelevant) {
        List<Cell> line = new ArrayList<>();
        for (SexGroup group : groups) {
            line.add(desk.persons(answers, Topics.ANSWERED, group));
            line.add(new Cell.NotApplicable());
        }
        row(new Row(Topics.ANSWERED, words.of("answered"), Row.Role.SUBTOTAL), line);
        Function<SexGroup, Long> missing = group -> desk.count(answers, Topics.BLANK, group);
        countAndShare(
                new Row(Topics.BLANK, words.of("missing"), Row.Role.MISSING),
                missing,
                group -> sum(missing.apply(group), desk.count(answers, Topics.ANSWERED, group)));
        notRelevant.ifPresent(part -> {
            if (groups.stream().anyMatch(group -> desk.count(answers, part, group) != 0)) {
                List<Cell> rest = new ArrayList<>();
                for (SexGroup group : groups) {
                    rest.add(desk.persons(answers, part, group));
                    rest.add(new Cell.NotApplicable());
                }
                row(new Row(part, words.of("blank.NOT_RELEVANT"), Row.Role.MISSING), rest);
            }
        });
    }

    /** The sum of two counts, secret where either is. */
    static long sum(long one, long other) {
        return one == Counts.SECRET || other == Counts.SECRET ? Counts.SECRET : one + other;
    }

    Draft draft(Meaning meaning) {
        Topic base = desk.topics().base();
        boolean ofAll = meaning.answers() == base;
        SexGroup total = SexGroup.ALL;
        long answered =
                ofAll ? desk.count(base, Topics.ALL, total) : desk.count(meaning.answers(), Topics.ANSWERED, total);
        long missing = ofAll ? 0 : desk.count(meaning.answers(), Topics.BLANK, total);
        Definition definition = new Definition(
                Desk.persons(answered),
                meaning.numerator(),
                meaning.denominator(),
                desk.period(),
                words.of("selection", desk.place(), desk.group(total)),
                Desk.persons(missing),
                desk.share(missing, sum(missing, answered)),
                desk.snapshot().data().source(),
                meaning.meaning(),
                meaning.method(),
                desk.snapshot().data().asOf(),
                desk.protection());
        Wording title = words.of("title", what, desk.place(), desk.period());
        return new Draft(desk.key(), what, title, columns, rows, cells, definition);
    }
}
