package se.samsyn.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Step;

/** Makes the tables of who is lost on the way. */
record StepTables(Desk desk, Words words) {

    StepTables(Desk desk) {
        this(desk, desk.words());
    }

    /** Those who reach each step, stop before it, or are still on their way. */
    Draft steps() {
        Topic path = desk.topics().path();
        Sheet sheet = new Sheet(desk, words.of("steps"));
        for (SexGroup group : desk.groups()) {
            sheet.column(desk.column(group, "count", words.of("reached")));
            sheet.column(desk.column(group, "share", words.of("share")));
            sheet.column(desk.column(group, "lost", words.of("stopped")));
            sheet.column(desk.column(group, "ongoing", words.of("ongoing")));
        }
        for (Step step : Step.values()) {
            List<Cell> cells = new ArrayList<>();
            for (SexGroup group : desk.groups()) {
                long reached = desk.count(path, Topics.reached(step), group);
                boolean first = step == Step.OPENED;
                cells.add(Desk.persons(reached));
                cells.add(desk.share(reached, desk.count(path, Topics.reached(Step.OPENED), group)));
                cells.add(first ? new Cell.NotApplicable() : desk.persons(path, Topics.lost(step), group));
                cells.add(first ? new Cell.NotApplicable() : desk.persons(path, Topics.ongoing(step), group));
            }
            sheet.row(new Row(step.name(), words.of("step." + step.name()), Row.Role.CATEGORY), cells);
        }
        return sheet.draft(meaning());
    }

    private Sheet.Meaning meaning() {
        return new Sheet.Meaning(
                words.of("numerator.step"),
                words.of("denominator.opened"),
                words.of("steps.meaning"),
                desk.method("wilson"),
                desk.topics().base());
    }

    /** Those who reach each step, by age. */
    Draft stepsByAge() {
        Topic path = desk.topics().stepsByAge();
        List<Row> bands = IntStream.range(0, Ages.bands())
                .mapToObj(band -> new Row(Topics.band(band), Ages.label(band, words), Row.Role.CATEGORY))
                .toList();
        SexGroup total = SexGroup.ALL;
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
        return sheet.draft(meaning());
    }
}
