package se.samsyn.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Option;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.QuestionType;
import se.samsyn.sheet.Problem;
import se.samsyn.sheet.Problems;
import se.samsyn.sheet.Sheet;

/** Whether a mapping fits a sheet and a form: before any row is read. */
final class MappingCheck {

    private final Mapping mapping;
    private final Sheet sheet;
    private final Form form;
    private final Problems problems;

    MappingCheck(Mapping mapping, Sheet sheet, Form form, Problems problems) {
        this.mapping = mapping;
        this.sheet = sheet;
        this.form = form;
        this.problems = problems;
    }

    void run() {
        mapping.columns().stream()
                .filter(column -> sheet.find(column).isEmpty())
                .forEach(column -> problems.add(
                        Problem.ofCell(ImportFault.MISSING_COLUMN, sheet.seen().headerRow(), column, column)));
        mapping.variables().forEach(this::variable);
        twice();
        if (mapping.find(Trait.OPENED).isEmpty()) {
            problems.add(Problem.ofFile(ImportFault.MISSING_ORIGIN, Trait.OPENED.key()));
        }
        if (mapping.find(Trait.UNIT).isEmpty()) {
            problems.add(Problem.ofFile(ImportFault.MISSING_ORIGIN, Trait.UNIT.key()));
        }
    }

    private void variable(VariableColumn column) {
        Optional<Question> question = form.find(column.variable());
        if (question.isEmpty()) {
            problems.add(Problem.ofCell(
                    ImportFault.UNKNOWN_VARIABLE,
                    sheet.seen().headerRow(),
                    column.column(),
                    column.variable().value()));
            return;
        }
        if (mapping.shape() instanceof Shape.RowPerCase wide
                && wide.waves().stream().noneMatch(wave -> wave.key().equals(column.wave()))) {
            problems.add(
                    Problem.ofCell(ImportFault.UNKNOWN_WAVE, sheet.seen().headerRow(), column.column(), column.wave()));
        }
        codes(column, question.get());
    }

    /** Two columns with the answer to one question at one occasion: the second would silently take the place of the first. */
    private void twice() {
        Map<List<String>, VariableColumn> first = new HashMap<>();
        for (VariableColumn column : mapping.variables()) {
            VariableColumn other = first.putIfAbsent(List.of(column.variable().value(), column.wave()), column);
            if (other != null) {
                problems.add(Problem.ofCell(
                        ImportFault.SAME_QUESTION_TWICE,
                        sheet.seen().headerRow(),
                        column.column(),
                        other.column(),
                        column.column()));
            }
        }
    }

    private void codes(VariableColumn column, Question question) {
        boolean numeric =
                question.type() instanceof QuestionType.Numeric || question.type() instanceof QuestionType.Scale;
        Set<String> known = question.options().stream().map(Option::code).collect(Collectors.toSet());
        column.codes().values().stream()
                .distinct()
                .filter(code -> numeric ? !code.matches("-?\\d{1,9}(\\.\\d{1,6})?") : !known.contains(code))
                .forEach(code -> problems.add(Problem.ofCell(
                        ImportFault.UNKNOWN_OPTION_IN_MAPPING,
                        sheet.seen().headerRow(),
                        column.column(),
                        code,
                        column.variable().value())));
    }
}
