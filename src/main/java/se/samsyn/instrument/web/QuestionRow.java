package se.samsyn.instrument.web;

import java.util.List;
import java.util.Locale;
import se.samsyn.instrument.Option;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.QuestionType;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;

/**
 * A question as a line of the pages about an instrument.
 *
 * @param type the type's name in messages
 * @param options labels of what can be chosen, rows of a matrix first
 * @param belongs {@code common}, {@code own} or {@code above}: whose question it is, seen from the reader's place
 */
record QuestionRow(
        String key,
        String type,
        String text,
        String why,
        List<String> options,
        List<Phase> phases,
        String theme,
        String belongs) {

    static QuestionRow of(Question question, PlaceCode place, Locale locale) {
        return new QuestionRow(
                question.key().value(),
                QuestionKind.of(question.type()).name(),
                question.text().in(locale),
                question.why().map(why -> why.in(locale)).orElse(""),
                labels(question).stream().map(label -> label.in(locale)).toList(),
                List.copyOf(question.phases()),
                question.theme().name(),
                belongs(question, place));
    }

    public boolean heading() {
        return type.equals(QuestionKind.HEADING.name());
    }

    public boolean own() {
        return belongs.equals("own");
    }

    private static List<Wording> labels(Question question) {
        return switch (question.type()) {
            case QuestionType.Matrix matrix ->
                matrix.rows().stream().map(QuestionType.Row::label).toList();
            case QuestionType.Scale scale -> List.of(scale.lowLabel(), scale.highLabel());
            case QuestionType.YesNo _ -> List.of();
            case QuestionType.Single _,
                    QuestionType.Multiple _,
                    QuestionType.Numeric _,
                    QuestionType.Date _,
                    QuestionType.Text _,
                    QuestionType.Heading _ ->
                question.options().stream().map(Option::label).toList();
        };
    }

    private static String belongs(Question question, PlaceCode place) {
        if (question.owner().equals(PlaceCode.NATION)) {
            return "common";
        }
        return question.owner().equals(place) ? "own" : "above";
    }
}
