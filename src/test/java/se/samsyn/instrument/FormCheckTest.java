package se.samsyn.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.kernel.PlaceCode;

class FormCheckTest {

    @Test
    void findsNothingInASoundForm() {
        assertThat(FormExamples.everyType().flaws()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule-not-before  | \"variable\": \"vag_in\"               | \"variable\": \"behov\"",
                "rule-not-before  | \"variable\": \"vag_in\"               | \"variable\": \"anmalare\"",
                "rule-senseless   | \"operator\": \"is\", \"answer\": \"anmalan\" | \"operator\": \"is\", \"answer\": \"annat\"",
                "rule-senseless   | \"operator\": \"is\", \"answer\": \"anmalan\" | \"operator\": \"greater\", \"answer\": \"1\"",
                "same-key         | \"key\": \"barn\"                       | \"key\": \"behov\"",
                "same-key         | \"key\": \"lugn\"                       | \"key\": \"behov\"",
                "same-key         | \"key\": \"oro\"                        | \"key\": \"barn\"",
                "foreign-key      | \"key\": \"barn\"                       | \"key\": \"x2080_barn\"",
                "foreign-question | \"key\": \"barn\"                       | \"owner\": \"20\", \"key\": \"x20_barn\"",
                "scale-item       | \"items\": [\"lugn\", \"orolig\", \"trott\"] | \"items\": [\"lugn\", \"orolig\", \"mar\"]",
                "scale-item       | \"items\": [\"lugn\", \"orolig\", \"trott\"] | \"items\": [\"lugn\", \"orolig\", \"ingen\"]"
            })
    void findsWhatIsWrong(String flaw, String from, String to) {
        assertThat(flaws(from, to)).contains("instrument.flaw." + flaw);
    }

    @Test
    void refusesARuleOnAQuestionOfAnotherPhase() {
        assertThat(
                        flaws(
                                "\"key\": \"anmalare\", \"type\": \"text\", \"theme\": \"meet\", \"phases\": [\"before\"]",
                                "\"key\": \"anmalare\", \"type\": \"text\", \"theme\": \"meet\", \"phases\": [\"before\", \"after\"]"))
                .containsOnly("instrument.flaw.rule-other-phase");
    }

    @Test
    void countsLocalVariablesAgainstTheLimit() {
        Form form = FormExamples.everyType().as(FormId.of("prov/2080/1"));
        Question own = form.find(FormExamples.key("barn")).orElseThrow();
        List<Question> three = List.of(local(own, "x2080_a"), local(own, "x2080_b"), local(own, "x2080_c"));
        assertThat(form.with(Stream.concat(
                                        form.questions().stream(),
                                        three.stream().limit(2))
                                .toList())
                        .flaws())
                .isEmpty();
        assertThat(form.with(Stream.concat(form.questions().stream(), three.stream())
                                .toList())
                        .flaws())
                .containsExactly(new Flaw("prov", "instrument.flaw.too-many-local", List.of("3", "2")));
    }

    private static Question local(Question like, String key) {
        return new Question(
                FormExamples.key(key),
                new PlaceCode("2080"),
                like.type(),
                like.theme(),
                like.phases(),
                like.text(),
                like.why(),
                like.help(),
                like.direction(),
                like.necessity(),
                like.special(),
                like.showIf());
    }

    private static List<String> flaws(String from, String to) {
        String changed =
                FormExamples.EVERY_TYPE.replaceFirst(Pattern.quote(from.strip()), Matcher.quoteReplacement(to.strip()));
        assertThat(changed).isNotEqualTo(FormExamples.EVERY_TYPE);
        return FormJson.read(changed).flaws().stream().map(Flaw::code).toList();
    }
}
