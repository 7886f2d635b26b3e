package se.samsyn.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.instrument.Rule.Condition;

/**
 * Whether a form is fit for use. Rules may only look back at variables asked in the same phases; a rule can therefore be answered
 * in one pass, and cycles cannot exist.
 */
final class FormCheck {

    private final Form form;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<VariableKey, Question> before = new HashMap<>();

    FormCheck(Form form) {
        this.form = form;
    }

    List<Flaw> flaws() {
        checkQuestions();
        checkLimit();
        checkScales();
        return List.copyOf(flaws);
    }

    private void checkQuestions() {
        Set<VariableKey> names = new HashSet<>();
        for (Question question : form.questions()) {
            checkName(question, question.key(), names);
            if (question.type() instanceof QuestionType.Matrix matrix) {
                matrix.rows().forEach(row -> checkName(question, row.key(), names));
            }
            question.showIf().conditions().forEach(condition -> checkCondition(question, condition));
            question.variables().forEach(variable -> before.put(variable.key(), variable));
        }
    }

    private void checkName(Question question, VariableKey name, Set<VariableKey> names) {
        if (!names.add(name)) {
            flaw(name, "same-key", name.value());
        }
        if (!name.fits(question.owner())) {
            flaw(name, "foreign-key", name.value(), question.owner().value());
        }
        if (!question.owner().contains(form.id().owner())) {
            flaw(name, "foreign-question", name.value(), form.id().owner().value());
        }
    }

    private void checkCondition(Question question, Condition condition) {
        Question asked = before.get(condition.variable());
        if (asked == null) {
            flaw(
                    question.key(),
                    "rule-not-before",
                    question.key().value(),
                    condition.variable().value());
            return;
        }
        if (!asked.phases().containsAll(question.phases())) {
            flaw(
                    question.key(),
                    "rule-other-phase",
                    question.key().value(),
                    condition.variable().value());
        }
        if (!ConditionCheck.makesSense(asked, condition)) {
            flaw(
                    question.key(),
                    "rule-senseless",
                    question.key().value(),
                    condition.variable().value());
        }
    }

    private void checkLimit() {
        int local = form.localVariables().size();
        if (local > form.localLimit()) {
            flaws.add(Flaw.of(
                    form.id().key().value(),
                    "too-many-local",
                    Integer.toString(local),
                    Integer.toString(form.localLimit())));
        }
    }

    private void checkScales() {
        Set<VariableKey> names = new HashSet<>(before.keySet());
        for (Scale scale : form.allScales()) {
            if (!names.add(scale.key())) {
                flaw(scale.key(), "same-key", scale.key().value());
            }
            for (VariableKey item : scale.items()) {
                if (!countable(Optional.ofNullable(before.get(item)), scale.itemRange())) {
                    flaw(scale.key(), "scale-item", scale.key().value(), item.value());
                }
            }
        }
    }

    private static boolean countable(Optional<Question> item, Range range) {
        return item.filter(question -> switch (question.type()) {
                    case QuestionType.Scale scale ->
                        Range.of(scale.low(), scale.high()).equals(range);
                    case QuestionType.Numeric number -> number.range().equals(range);
                    case QuestionType.Single single ->
                        single.options().stream()
                                .allMatch(option -> option.code().matches("\\d{1,6}")
                                        && range.contains(new BigDecimal(option.code())));
                    case QuestionType.Multiple _,
                            QuestionType.YesNo _,
                            QuestionType.Date _,
                            QuestionType.Text _,
                            QuestionType.Matrix _,
                            QuestionType.Heading _ -> false;
                })
                .isPresent();
    }

    private void flaw(VariableKey where, String name, String... args) {
        flaws.add(Flaw.of(where.value(), name, args));
    }
}
