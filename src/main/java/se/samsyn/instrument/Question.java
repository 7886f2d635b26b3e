package se.samsyn.instrument;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.instrument.QuestionType.Heading;
import se.samsyn.instrument.QuestionType.Matrix;
import se.samsyn.instrument.QuestionType.Multiple;
import se.samsyn.instrument.QuestionType.Single;
import se.samsyn.instrument.QuestionType.YesNo;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;

/**
 * One question of a form: a variable, or a matrix of them, or a heading.
 *
 * @param key the variable; for a matrix and a heading only a name, since their rows are the variables
 * @param owner the place the question belongs to: the nation for the common ones
 * @param phases when it is asked, at least once
 * @param text what is asked
 * @param why why it is asked, in words the client can be told; a heading has none
 * @param help how to answer, where the text needs it
 * @param direction which way is better, where a change over time means something
 * @param necessity whether an occasion can be completed without it; a special answer the question allows is enough
 * @param special the special answers it allows
 * @param showIf when it is asked
 */
public record Question(
        VariableKey key,
        PlaceCode owner,
        QuestionType type,
        Theme theme,
        Set<Phase> phases,
        Wording text,
        Optional<Wording> why,
        Optional<Wording> help,
        Direction direction,
        Necessity necessity,
        Set<SpecialAnswer> special,
        Rule showIf) {

    private static final List<Option> YES_OR_NO =
            List.of(new Option("no", new Wording("Nej", "No")), new Option("yes", new Wording("Ja", "Yes")));

    /** Whether an answer is needed. */
    public enum Necessity {
        REQUIRED,
        OPTIONAL
    }

    /** Copies the sets in their natural order and checks what belongs together. */
    public Question {
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("A question is asked in at least one phase: " + key);
        }
        if (why.isEmpty() && !(type instanceof Heading)) {
            throw new IllegalArgumentException("A question says why it is asked: " + key);
        }
        phases = Collections.unmodifiableSet(EnumSet.copyOf(phases));
        special = special.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(special));
    }

    /** The special answers of a question that does not name its own: all four, or none where an answer is required. */
    public static Set<SpecialAnswer> usualSpecial(Necessity necessity) {
        return switch (necessity) {
            case REQUIRED -> Set.of();
            case OPTIONAL -> EnumSet.allOf(SpecialAnswer.class);
        };
    }

    /** The options, where there are any to choose among; those of yes/no are {@code no} and {@code yes}, so that yes is the higher. */
    public List<Option> options() {
        return switch (type) {
            case Single single -> single.options();
            case Multiple multiple -> multiple.options();
            case Matrix matrix -> matrix.options();
            case YesNo _ -> YES_OR_NO;
            case Heading _, QuestionType.Scale _, QuestionType.Numeric _, QuestionType.Date _, QuestionType.Text _ ->
                List.of();
        };
    }

    /** The label of an option, if the question has it. */
    public Optional<Wording> label(String code) {
        return options().stream()
                .filter(option -> option.code().equals(code))
                .map(Option::label)
                .findFirst();
    }

    /** The numbers it takes, where it takes numbers. */
    public Optional<Range> range() {
        return switch (type) {
            case QuestionType.Numeric number -> Optional.of(number.range());
            case QuestionType.Scale scale -> Optional.of(Range.of(scale.low(), scale.high()));
            case Single _, Multiple _, Matrix _, YesNo _, Heading _, QuestionType.Date _, QuestionType.Text _ ->
                Optional.empty();
        };
    }

    /** Whether it is asked in the phase. */
    public boolean askedAt(Phase phase) {
        return phases.contains(phase);
    }

    /** Whether an answer is needed. */
    public boolean isRequired() {
        return necessity == Necessity.REQUIRED;
    }

    /**
     * The question as variables, each with one answer: itself; a single-choice question for each row of a matrix; none for a
     * heading.
     */
    public List<Question> variables() {
        return switch (type) {
            case Heading _ -> List.of();
            case Matrix matrix ->
                matrix.rows().stream().map(row -> row(row, matrix.options())).toList();
            case Single _, Multiple _, YesNo _, QuestionType.Scale _, QuestionType.Numeric _, QuestionType.Date _ ->
                List.of(this);
            case QuestionType.Text _ -> List.of(this);
        };
    }

    private Question row(QuestionType.Row row, List<Option> options) {
        return new Question(
                row.key(),
                owner,
                new Single(options),
                theme,
                phases,
                row.label(),
                why,
                help,
                direction,
                necessity,
                special,
                showIf);
    }
}
