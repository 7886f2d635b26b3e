package se.samsyn.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;

class FormJsonTest {

    @Test
    void readsWhatItWrote() {
        Form form = FormExamples.everyType();
        assertThat(FormJson.read(FormJson.write(form))).isEqualTo(form);
        assertThat(FormJson.write(FormJson.read(FormJson.write(form)))).isEqualTo(FormJson.write(form));
    }

    @Test
    void fillsInTheDocumentedDefaults() {
        Form form = FormExamples.everyType();
        assertThat(form.id()).isEqualTo(FormId.of("prov/SE/1"));
        assertThat(form.find(FormExamples.key("barn")).orElseThrow().special()).hasSize(4);
        assertThat(form.find(FormExamples.key("barn")).orElseThrow().owner()).isEqualTo(PlaceCode.NATION);
        assertThat(form.questions().getFirst().phases()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "instrument/1\"      | instrument/2\"          | samsyn: only instrument/1 can be read",
                "\"type\": \"single\" | \"type\": \"choice\"     | questions[1].type: one of heading",
                "\"code\": \"egen\"  | \"kod\": \"egen\"         | questions[1].options[0].kod: not a known property",
                "\"code\": \"egen\"  | \"code\": \"Egen!\"       | questions[1].options[0]: Not an option code",
                "\"theme\": \"meet\", \"phases\": [\"before\"], \"required\" | \"phases\": [\"before\"], \"required\" | questions[1].theme: missing",
                "\"phases\": [\"before\"], \"required\" | \"required\" | questions[1]: A question is asked in at least one phase",
                "\"high\": 15        | \"high\": -15             | questions[6]: The low end",
                "\"high\": 15        | \"high\": \"15\"          | questions[6].high: a number is needed",
                "\"high\": 15        | \"high\": 1e99          | questions[6].high: a number of at most",
                "\"high\": 15        | \"high\": 1e9999999991  | the text: a number is too large",
                "\"operator\": \"is\" | \"operator\": \"equals\" | questions[2].showIf.all[0].operator: one of is,",
                "\"method\": \"sum\" | \"method\": \"total\"     | scales[0].method: one of sum, mean",
                "{\"sv\": \"Väg in\" | {\"sv\": \" \"            | questions[1].text: A wording needs a Swedish text",
                "\"key\": \"vag_in\" | \"key\": \"Väg in\"       | questions[1].key: Not a variable key",
                "\"scales\": [       | \"scales\": [ ,           | the text: not JSON from line"
            })
    void namesThePlaceThatIsWrong(String from, String to, String message) {
        String broken =
                FormExamples.EVERY_TYPE.replaceFirst(Pattern.quote(from.strip()), Matcher.quoteReplacement(to.strip()));
        assertThatThrownBy(() -> FormJson.read(broken))
                .isInstanceOf(MalformedForm.class)
                .hasMessageStartingWith(message.strip());
    }

    @Property(tries = 200)
    void readsAnyAnswersItWrote(@ForAll("answers") Answers answers) {
        assertThat(AnswersJson.read(AnswersJson.write(answers))).isEqualTo(answers);
    }

    @Property(tries = 200)
    void readsAnyQuestionItWrote(@ForAll("questions") List<Question> questions) {
        Form form = FormExamples.everyType().with(questions);
        assertThat(FormJson.read(FormJson.write(form))).isEqualTo(form);
    }

    @Test
    void writesAnswersInTheDocumentedForm() {
        Answers answers = new Answers(Map.of(
                FormExamples.key("a"), new Answer.Chosen(List.of("x", "y")),
                FormExamples.key("b"), new Answer.Amount(new BigDecimal("7.50")),
                FormExamples.key("c"), new Answer.Day(LocalDate.of(2026, 1, 31)),
                FormExamples.key("d"), new Answer.Text(" hej "),
                FormExamples.key("e"), new Answer.Special(SpecialAnswer.NOT_ASKED)));
        assertThat(AnswersJson.write(answers)).isEqualTo("""
                {"a":["x","y"],"b":7.5,"c":{"day":"2026-01-31"},"d":{"text":"hej"},"e":{"special":"not-asked"}}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\": []}| a: Nothing chosen is no answer",
                "{\"a\": {\"day\":\"2026-02-30\"}}| a.day: a day as 2026-01-31 is needed",
                "{\"a\": {\"special\":\"maybe\"}}| a.special: one of",
                "{\"a\": true}| a: an object is needed",
                "[]| the text: an object",
                "{\"a\": {}}| a: one of day, text, special is needed",
                "{\"A b\": 1}| A b: Not a variable key"
            })
    void refusesAnswersOfAnotherForm(String json, String message) {
        assertThatThrownBy(() -> AnswersJson.read(json))
                .isInstanceOf(MalformedForm.class)
                .hasMessageStartingWith(message.strip());
    }

    @Provide
    Arbitrary<Answers> answers() {
        return Arbitraries.maps(keys(), answer()).ofMaxSize(12).map(Answers::new);
    }

    private static Arbitrary<VariableKey> keys() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(8)
                .map(VariableKey::new);
    }

    private static Arbitrary<Answer> answer() {
        return Arbitraries.oneOf(
                codes().list().ofMinSize(1).ofMaxSize(4).uniqueElements().map(Answer.Chosen::new),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal(-1000000), new BigDecimal(1000000))
                        .ofScale(4)
                        .map(Answer.Amount::new),
                Arbitraries.integers()
                        .between(-30000, 30000)
                        .map(days -> new Answer.Day(LocalDate.of(2000, 1, 1).plusDays(days))),
                Arbitraries.strings()
                        .ofMinLength(1)
                        .ofMaxLength(30)
                        .filter(text -> !text.isBlank())
                        .map(Answer.Text::new),
                Arbitraries.of(SpecialAnswer.class).map(Answer.Special::new));
    }

    private static Arbitrary<String> codes() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(6);
    }

    @Provide
    Arbitrary<List<Question>> questions() {
        return Combinators.combine(
                        keys(),
                        type(),
                        Arbitraries.of(Theme.class),
                        Arbitraries.of(Phase.class).set().ofMinSize(1),
                        wording(),
                        wording().optional(),
                        Arbitraries.of(Direction.class),
                        rule())
                .as((key, type, theme, phases, text, help, direction, rule) -> new Question(
                        key,
                        PlaceCode.NATION,
                        type,
                        theme,
                        phases,
                        text,
                        Optional.of(text),
                        help,
                        direction,
                        Question.Necessity.OPTIONAL,
                        Set.of(SpecialAnswer.DECLINED),
                        rule))
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<Wording> wording() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(text -> !text.isBlank())
                .tuple2()
                .map(pair -> new Wording(pair.get1(), pair.get2()));
    }

    private static Arbitrary<QuestionType> type() {
        Arbitrary<List<Option>> options = Combinators.combine(
                        codes().list().ofMinSize(2).ofMaxSize(5).uniqueElements(), wording())
                .as((codes, label) ->
                        codes.stream().map(code -> new Option(code, label)).toList());
        return Arbitraries.oneOf(
                Arbitraries.just(new QuestionType.YesNo()),
                options.map(QuestionType.Single::new),
                options.map(QuestionType.Multiple::new),
                Combinators.combine(keys(), wording(), options)
                        .as((key, label, list) ->
                                new QuestionType.Matrix(List.of(new QuestionType.Row(key, label)), list)),
                Combinators.combine(
                                Arbitraries.integers().between(-5, 5),
                                Arbitraries.integers().between(1, 20),
                                wording())
                        .as((low, steps, label) -> new QuestionType.Scale(low, low + steps, label, label)),
                Combinators.combine(
                                Arbitraries.integers().between(-500, 500),
                                Arbitraries.integers().between(0, 6),
                                wording().optional())
                        .as((low, decimals, unit) -> new QuestionType.Numeric(Range.of(low, low + 7L), decimals, unit)),
                Arbitraries.of(QuestionType.Days.class).map(QuestionType.Date::new),
                Arbitraries.integers().between(1, 4000).map(QuestionType.Text::new));
    }

    private static Arbitrary<Rule> rule() {
        return Combinators.combine(
                        Arbitraries.of(Rule.Match.class),
                        Combinators.combine(keys(), Arbitraries.of(Rule.Operator.class), codes())
                                .as(Rule.Condition::new)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as(Rule::new);
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        for (var bomb : List.of("[".repeat(200_000), "{\"a\":".repeat(200_000), "{\"title\":" + "[".repeat(200_000))) {
            assertThatThrownBy(() -> FormJson.read(bomb)).isInstanceOf(MalformedForm.class);
        }
    }
}
