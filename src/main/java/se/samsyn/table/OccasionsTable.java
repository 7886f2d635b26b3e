package se.samsyn.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Category;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;

/** Makes the table of a variable at each occasion: all who were met there, and how many of those opened were not. */
final class OccasionsTable {

    private final Desk desk;
    private final Words words;
    private final Variable variable;
    private final Topic course;
    private final Topic answers;
    private final SexGroup total;
    private final List<Wave> waves;

    OccasionsTable(Desk desk, Variable variable) {
        this.desk = desk;
        this.words = desk.words();
        this.variable = variable;
        this.course = desk.topics().course(variable);
        this.answers = desk.topics().answers(variable);
        this.total = SexGroup.ALL;
        this.waves = desk.snapshot().data().waves().stream()
                .filter(wave -> wave.equals(Wave.BEFORE)
                        || (wave.moment().later() && variable.asked().contains(wave.moment())))
                .toList();
    }

    Draft draft() {
        Sheet sheet = new Sheet(desk, words.of("occasions.of", variable.label()));
        boolean single = variable.kind() == Kind.SINGLE;
        for (Wave wave : waves) {
            sheet.column(
                    new Column(wave + "/count", name(wave), words.of(single ? "count" : "value"), Optional.empty()));
            if (single) {
                sheet.column(new Column(wave + "/share", name(wave), words.of("share"), Optional.empty()));
            }
        }
        if (single) {
            for (Category category : variable.categories()) {
                countAndShare(
                        sheet,
                        new Row(category.code(), category.label(), Row.Role.CATEGORY),
                        wave -> category(wave, category),
                        this::answered);
            }
        } else {
            means(sheet);
        }
        countAndShare(sheet, new Row("met", words.of("answered"), Row.Role.SUBTOTAL), this::answered, _ -> opened());
        countAndShare(sheet, new Row(Topics.LOST, words.of("not-met"), Row.Role.LOST), this::lost, _ -> opened());
        return sheet.draft(new Sheet.Meaning(
                words.of("numerator.category"),
                words.of("denominator.occasion"),
                words.of("meaning", variable.question(), variable.definition()),
                desk.method("occasions"),
                answers));
    }

    private void means(Sheet sheet) {
        Dataset data = desk.snapshot().data();
        List<Cell> line = new ArrayList<>();
        for (Wave wave : waves) {
            Topic topic = wave.equals(Wave.BEFORE) ? answers : course;
            line.add(desk.mean(topic, answeredPart(wave), total, Values.at(data, variable, wave)));
        }
        sheet.row(new Row("mean", words.of("mean"), Row.Role.STATISTIC), line);
    }

    private String answeredPart(Wave wave) {
        return wave.equals(Wave.BEFORE) ? Topics.ANSWERED : CourseTopics.at(wave, Topics.ANSWERED);
    }

    private long category(Wave wave, Category category) {
        return wave.equals(Wave.BEFORE)
                ? desk.count(desk.topics().categories(variable), category.code(), total)
                : desk.count(course, CourseTopics.at(wave, category.code()), total);
    }

    private long answered(Wave wave) {
        return desk.count(wave.equals(Wave.BEFORE) ? answers : course, answeredPart(wave), total);
    }

    private long opened() {
        return desk.count(desk.topics().base(), Topics.ALL, total);
    }

    private long lost(Wave wave) {
        return wave.equals(Wave.BEFORE)
                ? desk.count(answers, Topics.LOST, total)
                : desk.count(course, CourseTopics.at(wave, Topics.LOST), total);
    }

    private void countAndShare(Sheet sheet, Row row, Function<Wave, Long> part, Function<Wave, Long> whole) {
        List<Cell> line = new ArrayList<>();
        for (Wave wave : waves) {
            line.add(Desk.persons(part.apply(wave)));
            if (variable.kind() == Kind.SINGLE) {
                line.add(desk.share(part.apply(wave), whole.apply(wave)));
            }
        }
        sheet.row(row, line);
    }

    private Wording name(Wave wave) {
        return wave.months() == 0
                ? words.of("wave." + wave.moment().name())
                : words.of("wave.months." + wave.moment().name(), wave.months());
    }
}
