package se.samsyn.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.kernel.PlaceCode;

/** A place's own variables in a draft. */
final class LocalVariables {

    private static final int LONGEST_NAME = 40;

    private LocalVariables() {}

    /** The draft with a variable replaced, or added last. */
    static Form put(Form draft, Question variable) {
        List<Question> questions = new ArrayList<>(draft.questions());
        int place = place(questions, variable.key());
        if (place < 0) {
            questions.add(variable);
        } else {
            questions.set(place, variable);
        }
        return draft.with(questions);
    }

    /** The draft without a variable. */
    static Form remove(Form draft, VariableKey variable) {
        return draft.with(draft.questions().stream()
                .filter(question -> !question.key().equals(variable))
                .toList());
    }

    /** The draft with a variable one step up among the place's own. */
    static Form up(Form draft, VariableKey variable) {
        List<Question> questions = new ArrayList<>(draft.questions());
        int place = place(questions, variable);
        if (place > 0
                && questions.get(place - 1).owner().equals(questions.get(place).owner())) {
            questions.add(place - 1, questions.remove(place));
        }
        return draft.with(questions);
    }

    /** A place's own variables put on top of a form of the place above it. */
    static Form onto(Form base, Form own, PlaceCode owner) {
        return base.with(Stream.concat(
                        base.questions().stream(),
                        own.questions().stream()
                                .filter(question -> question.owner().equals(owner)))
                .toList());
    }

    /** Variables that now have another type than when they were used, so that their answers could not be read together. */
    static List<Flaw> changedTypes(Form draft, Collection<Form> used) {
        return draft.localVariables().stream()
                .filter(variable -> used.stream()
                        .map(form -> form.find(variable.key()))
                        .flatMap(Optional::stream)
                        .anyMatch(earlier -> !earlier.type()
                                .getClass()
                                .equals(variable.type().getClass())))
                .map(variable -> Flaw.of(
                        variable.key().value(), "type-changed", variable.text().sv()))
                .toList();
    }

    /** A key made from a text, not among those taken: the text's letters and digits after the place's prefix. */
    static VariableKey freshKey(PlaceCode owner, String text, Set<VariableKey> taken) {
        String name = VariableKey.prefix(owner) + PlainName.of(text, LONGEST_NAME, "fraga");
        return new VariableKey(PlainName.fresh(name, made -> taken.contains(new VariableKey(made))));
    }

    static Set<VariableKey> keys(Collection<Form> forms) {
        return forms.stream()
                .flatMap(form -> Stream.concat(form.questions().stream(), form.variables().stream()))
                .map(Question::key)
                .collect(Collectors.toSet());
    }

    private static int place(List<Question> questions, VariableKey variable) {
        return questions.stream().map(Question::key).toList().indexOf(variable);
    }
}
