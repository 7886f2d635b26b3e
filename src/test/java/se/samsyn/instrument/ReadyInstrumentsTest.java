package se.samsyn.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samsyn.kernel.Wording;

class ReadyInstrumentsTest {

    static List<Form> forms() {
        return ReadyInstruments.all();
    }

    @Test
    void areTheFiveThatTheUsersNeed() {
        assertThat(forms())
                .extracting(form -> form.id().key().value())
                .containsExactly("allman", "barn", "boende", "missbruk", "vald");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void areSound(Form form) {
        assertThat(form.flaws()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void haveBetweenTwelveAndTwentyNineCommonVariablesAndRoomForTenLocalOnes(Form form) {
        assertThat(form.variables()).hasSizeBetween(12, 29);
        assertThat(form.localLimit()).isEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void saySwedishAndEnglishThroughout(Form form) {
        assertThat(wordings(form))
                .allSatisfy(wording -> assertThat(wording.en())
                        .as(wording.sv())
                        .isNotBlank()
                        .matches(text -> !text.equals(wording.sv()) || NAMES.contains(text)));
    }

    private static final List<String> NAMES = List.of("Partner", "Cannabis", "Pension", "Separation");

    @ParameterizedTest
    @MethodSource("forms")
    void sayWhyEachQuestionIsAsked(Form form) {
        assertThat(form.variables())
                .allSatisfy(variable -> assertThat(variable.why()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void canCompareKeyOutcomesBeforeAtClosureAndAfter(Form form) {
        assertThat(form.variables().stream()
                        .filter(variable -> variable.theme() == Theme.CHANGE
                                && variable.direction() != Direction.NONE
                                && variable.phases().containsAll(EnumSet.of(Phase.BEFORE, Phase.CLOSURE, Phase.AFTER))))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(form.scales()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void askTheClientsOpinionAtClosureAndAfterOnly(Form form) {
        assertThat(form.variables().stream().filter(variable -> variable.theme() == Theme.OPINION))
                .hasSizeBetween(4, 7)
                .allSatisfy(variable ->
                        assertThat(variable.phases()).containsExactlyInAnyOrder(Phase.CLOSURE, Phase.AFTER));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void leaveTheFactsOfTheCaseToTheCase(Form form) {
        assertThat(form.variables())
                .extracting(variable -> variable.key().value())
                .doesNotContain(
                        "kon", "fodelsear", "enhet", "oppnad", "avslutad", "avslutsorsak", "skyddade_uppgifter");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void writeDirectionsOnlyWhereValuesHaveAnOrder(Form form) {
        assertThat(form.variables().stream()
                        .filter(variable -> variable.direction() != Direction.NONE)
                        .map(Question::type))
                .noneMatch(type -> type instanceof QuestionType.Multiple || type instanceof QuestionType.Text);
    }

    private static List<Wording> wordings(Form form) {
        return Stream.of(
                        Stream.of(form.title(), form.description()),
                        form.questions().stream().map(Question::text),
                        form.questions().stream().flatMap(question -> question.why().stream()),
                        form.questions().stream().flatMap(question -> question.help().stream()),
                        form.variables().stream().map(Question::text),
                        form.questions().stream()
                                .flatMap(question -> question.options().stream())
                                .map(Option::label),
                        form.allScales().stream().map(Scale::title))
                .flatMap(wording -> wording)
                .filter(wording -> !wording.in(Locale.ENGLISH).isEmpty())
                .toList();
    }
}
