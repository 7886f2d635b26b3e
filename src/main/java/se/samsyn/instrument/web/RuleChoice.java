package se.samsyn.instrument.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.QuestionType;
import se.samsyn.instrument.Rule;
import se.samsyn.instrument.Rule.Condition;
import se.samsyn.instrument.Rule.Match;
import se.samsyn.instrument.Rule.Operator;
import se.samsyn.instrument.VariableKey;

/**
 * An answer a question can hang on, to choose in one list without any script.
 *
 * @param value variable, operator and answer, joined by bars
 * @param label the answer's label; empty for "has been answered"
 */
record RuleChoice(String value, String label) {

    /** The answers of one variable. */
    record Group(String question, List<RuleChoice> choices) {
        Group {
            choices = List.copyOf(choices);
        }
    }

    /** What a question can hang on: the variables before it. */
    static List<Group> groups(Form form, String variable, Locale locale) {
        return form.variables().stream()
                .takeWhile(question -> !question.key().value().equals(variable))
                .map(question -> new Group(question.text().in(locale), choices(question, locale)))
                .toList();
    }

    private static List<RuleChoice> choices(Question question, Locale locale) {
        Operator operator = question.type() instanceof QuestionType.Multiple ? Operator.CONTAINS : Operator.IS;
        List<RuleChoice> choices = new ArrayList<>();
        question.options()
                .forEach(option -> choices.add(new RuleChoice(
                        value(new Condition(question.key(), operator, option.code())),
                        option.label().in(locale))));
        choices.add(new RuleChoice(value(new Condition(question.key(), Operator.ANSWERED, "")), ""));
        return choices;
    }

    static String value(Condition condition) {
        return condition.variable() + "|" + condition.operator() + "|" + condition.answer();
    }

    static Rule rule(String value) {
        String[] parts = value.split("\\|", -1);
        if (parts.length != 3) {
            return Rule.ALWAYS;
        }
        return new Rule(
                Match.ALL, List.of(new Condition(new VariableKey(parts[0]), Operator.valueOf(parts[1]), parts[2])));
    }
}
