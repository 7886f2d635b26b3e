package se.samsyn.followup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.FormId;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.QuestionType;
import se.samsyn.instrument.Scale;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Category;
import se.samsyn.table.source.Direction;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Moment;
import se.samsyn.table.source.Theme;
import se.samsyn.table.source.Variable;

/**
 * The variables of an instrument as tables know them: each question with one answer, and each scale. A variable that several
 * versions have keeps the definition of the first form given, and gains the moments and categories the others add, each in its place. Days and free
 * texts are left out: they are never counted.
 */
final class Codebook {

    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<FormId, Form> forms = new LinkedHashMap<>();
    private final Map<FormPhase, Layout> layouts = new HashMap<>();

    private record FormPhase(FormId form, Phase phase) {}

    private Codebook() {}

    static Codebook of(List<Form> forms) {
        var codebook = new Codebook();
        forms.forEach(codebook::add);
        return codebook;
    }

    List<Variable> variables() {
        return List.copyOf(variables.values());
    }

    Optional<Variable> find(String key) {
        return Optional.ofNullable(variables.get(key));
    }

    /** What a form asks in a phase; empty for a form that is not among those given. */
    Optional<Layout> layout(FormId id, Phase phase) {
        return Optional.ofNullable(forms.get(id))
                .map(form -> layouts.computeIfAbsent(
                        new FormPhase(id, phase), _ -> new Layout(form, phase, List.copyOf(variables.values()))));
    }

    private void add(Form form) {
        forms.put(form.id(), form);
        form.variables().forEach(question -> variable(question).ifPresent(this::merge));
        form.allScales().forEach(scale -> merge(variable(form, scale)));
    }

    private void merge(Variable variable) {
        variables.merge(variable.key(), variable, (here, other) -> {
            var asked = new HashSet<>(here.asked());
            asked.addAll(other.asked());
            return new Variable(
                    here.key(),
                    here.label(),
                    here.question(),
                    here.kind(),
                    here.theme(),
                    here.direction(),
                    together(here.categories(), other.categories()),
                    asked,
                    here.definition());
        });
    }

    /** All categories in one order, since change goes by it: one that only the other version has keeps its place after its neighbour. */
    private static List<Category> together(List<Category> here, List<Category> other) {
        var all = new ArrayList<>(here);
        int after = -1;
        for (Category each : other) {
            int at = position(all, each);
            if (at < 0) {
                all.add(++after, each);
            } else {
                after = at;
            }
        }
        return all;
    }

    private static int position(List<Category> among, Category wanted) {
        return among.stream().map(Category::code).toList().indexOf(wanted.code());
    }

    /** Whether a question's answers can be counted: days and free texts cannot. */
    static boolean counted(Question question) {
        return variable(question).isPresent();
    }

    private static Optional<Variable> variable(Question question) {
        return switch (question.type()) {
            case QuestionType.Single _, QuestionType.YesNo _ -> Optional.of(variable(question, Kind.SINGLE));
            case QuestionType.Multiple _ -> Optional.of(variable(question, Kind.MULTIPLE));
            case QuestionType.Scale _, QuestionType.Numeric _ -> Optional.of(variable(question, Kind.NUMBER));
            case QuestionType.Heading _, QuestionType.Matrix _, QuestionType.Date _, QuestionType.Text _ ->
                Optional.empty();
        };
    }

    private static Variable variable(Question question, Kind kind) {
        return new Variable(
                question.key().value(),
                question.text(),
                question.text(),
                kind,
                theme(question.theme()),
                direction(question.direction()),
                question.options().stream()
                        .map(option -> new Category(option.code(), option.label()))
                        .toList(),
                moments(question.phases()),
                question.why().orElse(question.text()));
    }

    private static Variable variable(Form form, Scale scale) {
        var items =
                scale.items().stream().flatMap(item -> form.find(item).stream()).toList();
        var phases = items.stream().flatMap(item -> item.phases().stream()).collect(Collectors.toSet());
        var theme = items.stream().map(Question::theme).findFirst().orElseThrow();
        return new Variable(
                scale.key().value(),
                scale.title(),
                scale.title(),
                Kind.SCALE,
                theme(theme),
                direction(scale.direction()),
                List.of(),
                moments(phases),
                range(scale));
    }

    private static Wording range(Scale scale) {
        var low = number(scale.min());
        var high = number(scale.max());
        return new Wording(
                scale.title().sv() + ", " + low + "–" + high, scale.title().en() + ", " + low + "–" + high);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static Set<Moment> moments(Set<Phase> phases) {
        return phases.stream().map(Codebook::moment).collect(Collectors.toSet());
    }

    private static Theme theme(se.samsyn.instrument.Theme theme) {
        return switch (theme) {
            case MEET -> Theme.MEET;
            case NEED -> Theme.NEED;
            case SUPPORT -> Theme.SUPPORT;
            case CHANGE -> Theme.CHANGE;
            case OPINION -> Theme.OPINION;
        };
    }

    private static Direction direction(se.samsyn.instrument.Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> Direction.HIGHER_IS_BETTER;
            case LOWER_IS_BETTER -> Direction.LOWER_IS_BETTER;
            case NONE -> Direction.NONE;
        };
    }

    static Moment moment(Phase phase) {
        return switch (phase) {
            case BEFORE -> Moment.BEFORE;
            case DURING -> Moment.DURING;
            case CLOSURE -> Moment.CLOSURE;
            case AFTER -> Moment.AFTER;
        };
    }
}
