package se.samsyn.followup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.Scale;
import se.samsyn.instrument.SpecialAnswer;
import se.samsyn.table.source.Blank;
import se.samsyn.table.source.Course;
import se.samsyn.table.source.DatasetBuilder;
import se.samsyn.table.source.PlaceMark;
import se.samsyn.table.source.Step;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;

/** Writes a case as one row: what it is, what was answered on each occasion, and what was given. */
final class RowWriter {

    private final DatasetBuilder builder;
    private final Codebook codebook;
    private final LocalDate today;

    RowWriter(DatasetBuilder builder, Codebook codebook, LocalDate today) {
        this.builder = builder;
        this.codebook = codebook;
        this.today = today;
    }

    void write(CaseFile file) {
        var of = file.of();
        var row = builder.row(new se.samsyn.table.source.Case(
                of.unit(),
                of.identity() == Identity.PROTECTED ? PlaceMark.PROTECTED : PlaceMark.OPEN,
                of.sex(),
                plausible(of.birthYear(), of.opened()),
                of.opened().getYear(),
                furthest(file),
                course(file)));
        row.numbered(of.id().value().getMostSignificantBits() ^ of.id().value().getLeastSignificantBits());
        ofCase(row, file);
        file.occasions().stream()
                .sorted(Comparator.comparing(Occasion::date))
                .forEach(occasion -> occasion(row, occasion));
    }

    private Course course(CaseFile file) {
        return file.of()
                .closure()
                .map(closure -> Plan.mayFollowAfter(closure.date(), today) ? Course.AWAITED : Course.ENDED)
                .orElse(Course.ONGOING);
    }

    private static OptionalInt plausible(OptionalInt birthYear, LocalDate opened) {
        return birthYear.stream().anyMatch(year -> Plausible.birthYear(year, opened)) ? birthYear : OptionalInt.empty();
    }

    private static Step furthest(CaseFile file) {
        var reached = EnumSet.of(Step.OPENED);
        var phases = file.occasions().stream().map(Occasion::phase).toList();
        if (phases.contains(Phase.BEFORE)) {
            reached.add(Step.DESCRIBED_BEFORE);
        }
        if (!file.interventions().isEmpty()) {
            reached.add(Step.GOT_SUPPORT);
        }
        if (phases.stream().anyMatch(phase -> phase != Phase.BEFORE)) {
            reached.add(Step.FOLLOWED_UP);
        }
        if (!file.of().open()) {
            reached.add(Step.CLOSED);
        }
        if (phases.contains(Phase.AFTER)) {
            reached.add(Step.FOLLOWED_AFTER);
        }
        return Step.furthest(reached);
    }

    private void ofCase(DatasetBuilder.Row row, CaseFile file) {
        var of = file.of();
        if (of.wayIn() == WayIn.UNKNOWN) {
            row.blank(CaseVariables.WAY_IN, Wave.CASE, Blank.UNKNOWN);
        } else {
            row.choose(CaseVariables.WAY_IN, Wave.CASE, of.wayIn().name());
        }
        row.chooseAll(
                CaseVariables.SUPPORT,
                Wave.CASE,
                file.interventions().stream().map(each -> each.kind().name()).toList());
        reason(row, of.closure());
        calendar(row, file);
        file.goals().stream()
                .filter(goal -> goal.weight() == GoalWeight.OVERALL)
                .flatMap(goal -> goal.latest().stream())
                .findFirst()
                .ifPresentOrElse(
                        rating -> row.choose(
                                CaseVariables.OVERALL_GOAL,
                                Wave.CASE,
                                rating.step().name()),
                        () -> row.blank(CaseVariables.OVERALL_GOAL, Wave.CASE, Blank.NOT_ANSWERED));
    }

    private void calendar(DatasetBuilder.Row row, CaseFile file) {
        List<String> years = CaseVariables.years(today);
        file.of()
                .closure()
                .map(closure -> String.valueOf(closure.date().getYear()))
                .filter(years::contains)
                .ifPresentOrElse(
                        year -> row.choose(CaseVariables.YEAR_CLOSED, Wave.CASE, year),
                        () -> row.blank(CaseVariables.YEAR_CLOSED, Wave.CASE, Blank.NOT_RELEVANT));
        row.chooseAll(
                CaseVariables.YEARS_OF_SUPPORT,
                Wave.CASE,
                years.stream()
                        .filter(year -> file.interventions().stream().anyMatch(one -> ran(one, year, file)))
                        .toList());
    }

    /** Whether support was given on some day of a year; what has not been stopped ends with its case, or goes on. */
    private boolean ran(Intervention support, String year, CaseFile file) {
        LocalDate end = support.stopped()
                .or(() -> file.of()
                        .closure()
                        .filter(_ -> support.afterClosing().isEmpty())
                        .map(Closure::date))
                .orElse(today);
        int wanted = Integer.parseInt(year);
        return support.started().getYear() <= wanted && wanted <= end.getYear();
    }

    private static void reason(DatasetBuilder.Row row, Optional<Closure> closure) {
        if (closure.isEmpty()) {
            row.blank(CaseVariables.CLOSE_REASON, Wave.CASE, Blank.NOT_RELEVANT);
        } else if (closure.get().reason() == CloseReason.UNKNOWN) {
            row.blank(CaseVariables.CLOSE_REASON, Wave.CASE, Blank.UNKNOWN);
        } else {
            row.choose(
                    CaseVariables.CLOSE_REASON,
                    Wave.CASE,
                    closure.get().reason().name());
        }
    }

    private void occasion(DatasetBuilder.Row row, Occasion occasion) {
        var wave = wave(occasion);
        row.held(wave);
        var layout = codebook.layout(occasion.form(), occasion.phase());
        layout.ifPresent(form -> {
            form.skipped(occasion.answers()).forEach(key -> row.blank(key.value(), wave, Blank.NOT_RELEVANT));
            form.foreign().forEach(key -> row.blank(key, wave, Blank.NOT_RELEVANT));
        });
        occasion.answers()
                .values()
                .forEach((key, answer) -> codebook.find(key.value())
                        .filter(variable -> variable.asked().contains(wave.moment()))
                        .ifPresent(variable -> answer(row, variable, wave, answer)));
        layout.ifPresent(form -> scores(row, form, occasion.answers(), wave));
    }

    private static void answer(DatasetBuilder.Row row, Variable variable, Wave wave, Answer answer) {
        switch (answer) {
            case Answer.Chosen chosen -> chosen(row, variable, wave, chosen);
            case Answer.Amount amount
            when variable.kind().numeric() ->
                row.number(variable.key(), wave, amount.value().doubleValue());
            case Answer.Special special -> row.blank(variable.key(), wave, blank(special.value()));
            case Answer.Amount _, Answer.Day _, Answer.Text _ -> row.blank(variable.key(), wave, Blank.NOT_ANSWERED);
        }
    }

    private static void chosen(DatasetBuilder.Row row, Variable variable, Wave wave, Answer.Chosen chosen) {
        var known = chosen.codes().stream()
                .filter(code -> variable.position(code) >= 0)
                .toList();
        switch (variable.kind()) {
            case SINGLE ->
                known.stream()
                        .findFirst()
                        .ifPresentOrElse(
                                code -> row.choose(variable.key(), wave, code),
                                () -> row.blank(variable.key(), wave, Blank.NOT_ANSWERED));
            case MULTIPLE -> row.chooseAll(variable.key(), wave, known);
            case NUMBER, SCALE -> row.blank(variable.key(), wave, Blank.NOT_ANSWERED);
        }
    }

    private static void scores(DatasetBuilder.Row row, Layout form, Answers answers, Wave wave) {
        for (Scale scale : form.scales()) {
            String key = scale.key().value();
            scale.score(answers)
                    .value()
                    .ifPresentOrElse(
                            value -> row.number(key, wave, value), () -> row.blank(key, wave, Blank.NOT_ANSWERED));
        }
    }

    private static Blank blank(SpecialAnswer special) {
        return switch (special) {
            case UNKNOWN -> Blank.UNKNOWN;
            case NOT_ASKED -> Blank.NOT_ASKED;
            case NOT_RELEVANT -> Blank.NOT_RELEVANT;
            case DECLINED -> Blank.DECLINED;
        };
    }

    private static Wave wave(Occasion occasion) {
        return switch (occasion.phase()) {
            case BEFORE -> Wave.BEFORE;
            case CLOSURE -> Wave.CLOSURE;
            case DURING -> Wave.during(occasion.months());
            case AFTER -> Wave.after(occasion.months());
        };
    }
}
