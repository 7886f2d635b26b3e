package se.samsyn.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samsyn.exchange.person.NumberFinder;
import se.samsyn.exchange.person.PersonKeys;
import se.samsyn.followup.ImportedCase;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.VariableKey;
import se.samsyn.sheet.Cell;
import se.samsyn.sheet.Column;
import se.samsyn.sheet.DecimalMark;
import se.samsyn.sheet.Problems;
import se.samsyn.sheet.Row;
import se.samsyn.sheet.Sheet;

/**
 * Reads a sheet through a mapping: rows become drafts of cases, and drafts become cases. Everything that is wrong is noted and the
 * reading goes on, so that the user sees all of it at once.
 */
final class CaseReading {

    private final Mapping mapping;
    private final Sheet sheet;
    private final Problems problems = new Problems();
    private final Tally tally = new Tally();
    private final LocalDate today;
    private final AnswerReader answerReader;
    private final CaseFinish finish;
    private final Form form;
    private final Map<String, Integer> places;
    private final Map<String, CaseDraft> drafts = CaseDraft.byId();
    private final List<Bound> variables = new ArrayList<>();
    private final Map<Trait, Told> constants = new EnumMap<>(Trait.class);
    private final List<Column> unread;

    /** A column of the file with the question it answers. */
    private record Bound(int index, VariableColumn column, Question question, Optional<Wave> wave) {}

    CaseReading(
            Mapping mapping, Sheet sheet, Form form, Units units, PersonKeys keys, Meanings meanings, LocalDate today) {
        this.mapping = mapping;
        this.sheet = sheet;
        this.form = form;
        this.today = today;
        this.places = sheet.columns().stream().collect(Collectors.toMap(Column::name, Column::index));
        var cells = new CellReader(marks(), today, problems);
        var texts = new FreeText(cells, mapping.numbersInText());
        this.answerReader = new AnswerReader(cells, texts, tally);
        this.finish = new CaseFinish(mapping, form, units, keys, cells, texts, meanings, tally);
        this.unread = unread(mapping, sheet);
    }

    private static List<Column> unread(Mapping mapping, Sheet sheet) {
        Set<Integer> read = mapping.columns().stream()
                .flatMap(name -> sheet.find(name).stream())
                .map(Column::index)
                .collect(Collectors.toSet());
        return sheet.columns().stream()
                .filter(column -> !read.contains(column.index()))
                .toList();
    }

    /** In each column all numbers are expected to use the mark chosen for the file, else the one most of the column's use. */
    private Map<String, DecimalMark> marks() {
        Map<String, DecimalMark> marks = new HashMap<>();
        for (Column column : sheet.columns()) {
            mapping.reading().decimals().or(column::decimals).ifPresent(mark -> marks.put(column.name(), mark));
        }
        return marks;
    }

    ReadCases read() {
        new MappingCheck(mapping, sheet, form, problems).run();
        if (problems.stops() > 0) {
            return new ReadCases(List.of(), List.of(), problems, sheet.rowCount());
        }
        bind();
        sheet.forEach(this::row);
        List<ImportedCase> cases = new ArrayList<>();
        List<Told> openings = new ArrayList<>();
        for (CaseDraft draft : drafts.values()) {
            finish.finish(draft).ifPresent(one -> {
                cases.add(one);
                openings.add(opening(draft));
            });
        }
        tally.into(problems);
        return new ReadCases(cases, openings, problems, sheet.rowCount());
    }

    /** The cell that tells of the opening; of the case itself where one day holds for all rows. */
    private static Told opening(CaseDraft draft) {
        return draft.find(Trait.OPENED).filter(told -> told.row() > 0).orElse(draft.id());
    }

    private void bind() {
        Map<String, Wave> waves = mapping.shape() instanceof Shape.RowPerCase wide
                ? wide.waves().stream().collect(Collectors.toMap(Wave::key, Function.identity()))
                : Map.of();
        for (VariableColumn column : mapping.variables()) {
            variables.add(new Bound(
                    index(column.column()),
                    column,
                    form.find(column.variable()).orElseThrow(),
                    Optional.ofNullable(waves.get(column.wave()))));
        }
        mapping.traits()
                .forEach((trait, origin) -> origin.constant()
                        .ifPresent(constant -> constants.put(trait, new Told(Cell.text(constant), 0, ""))));
    }

    private int index(String column) {
        Integer place = places.get(column);
        return place != null ? place : sheet.find(column).orElseThrow().index();
    }

    private Told told(Row row, String column) {
        int index = index(column);
        return new Told(
                row.cell(index), row.number(), sheet.columns().get(index).name());
    }

    private void row(Row row) {
        unread(row);
        Told id = told(row, mapping.caseColumn().column());
        if (id.isEmpty()) {
            problems.add(id.problem(ImportFault.NO_ID));
            return;
        }
        CaseDraft before = drafts.get(id.text());
        if (before != null && mapping.shape() instanceof Shape.RowPerCase) {
            problems.add(id.problem(
                    ImportFault.DUPLICATE_CASE, String.valueOf(before.id().row())));
            return;
        }
        CaseDraft draft = drafts.computeIfAbsent(id.text(), _ -> new CaseDraft(id));
        traits(row, draft);
        occasions(row, draft);
        support(row, draft);
        goal(row, draft);
    }

    private void traits(Row row, CaseDraft draft) {
        mapping.traits().forEach((trait, origin) -> {
            Told told = origin.column().isPresent()
                    ? translated(told(row, origin.column().get()), origin)
                    : constants.getOrDefault(trait, new Told(Cell.EMPTY, 0, ""));
            draft.tell(trait, told)
                    .ifPresent(other ->
                            problems.add(told.problem(ImportFault.CONFLICTING_ROWS, String.valueOf(other.row()))));
        });
    }

    private Told translated(Told told, Origin origin) {
        String code = origin.codes().get(told.text());
        return code == null ? told : new Told(Cell.text(code), told.row(), told.column());
    }

    private void occasions(Row row, CaseDraft draft) {
        switch (mapping.shape()) {
            case Shape.RowPerCase wide -> {
                for (Wave wave : wide.waves()) {
                    draft.occasions()
                            .add(new CaseDraft.OccasionDraft(
                                    row.number(),
                                    Optional.of(wave),
                                    Optional.empty(),
                                    wave.dateColumn().map(column -> told(row, column)),
                                    answers(row, wave)));
                }
            }
            case Shape.RowPerOccasion(TimeColumn time) ->
                draft.occasions()
                        .add(new CaseDraft.OccasionDraft(
                                row.number(),
                                Optional.empty(),
                                Optional.of(told(row, time.column())),
                                time.dateColumn().map(column -> told(row, column)),
                                answers(row, null)));
        }
    }

    private Map<VariableKey, CaseDraft.Answered> answers(Row row, @Nullable Wave wave) {
        var answers = CaseDraft.answers();
        for (Bound bound : variables) {
            if (wave == null || bound.wave().filter(wave::equals).isPresent()) {
                Told told = new Told(
                        row.cell(bound.index()),
                        row.number(),
                        sheet.columns().get(bound.index()).name());
                answerReader
                        .read(bound.column(), bound.question(), told)
                        .ifPresent(answer -> answers.put(
                                bound.column().variable(),
                                new CaseDraft.Answered(answer, row.number(), bound.column())));
            }
        }
        return answers;
    }

    private void support(Row row, CaseDraft draft) {
        for (SupportColumns columns : mapping.support()) {
            Told start = told(row, columns.startColumn());
            if (!start.isEmpty()) {
                draft.support()
                        .add(new CaseDraft.SupportDraft(
                                told(row, columns.kind()),
                                start,
                                columns.stopColumn().map(column -> told(row, column))));
            }
        }
    }

    private void goal(Row row, CaseDraft draft) {
        mapping.goal()
                .ifPresent(columns -> draft.goals()
                        .add(new CaseDraft.GoalDraft(
                                told(row, columns.text()),
                                told(row, columns.step()),
                                columns.levelColumn().map(column -> told(row, column)),
                                columns.dateColumn().map(column -> told(row, column)))));
    }

    private Told told(Row row, Origin origin) {
        return origin.column()
                .map(column -> translated(told(row, column), origin))
                .orElseGet(() -> new Told(Cell.text(origin.constant().orElseThrow()), row.number(), ""));
    }

    /** Personal numbers in columns that the mapping leaves aside: nothing of them is stored, but they should not be in the file. */
    private void unread(Row row) {
        for (Column column : unread) {
            String text = row.cell(column.index()).text();
            if (NumberFinder.holdsNumber(text, today)) {
                tally.count(ImportFault.NUMBER_IN_COLUMN, row.number(), column.name(), "");
            }
        }
    }
}
