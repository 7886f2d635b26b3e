package se.samsyn.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.instrument.FormExamples.key;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Form FORM = FormExamples.everyType();

    @Test
    void asksOnlyTheQuestionsOfThePhaseUnderTheirHeadings() {
        assertThat(FORM.questions(Phase.AFTER))
                .extracting(question -> question.key().value())
                .containsExactly("h_behov", "behov", "mar", "kansla");
        assertThat(FORM.questions(Phase.DURING)).isEmpty();
    }

    @Test
    void givesEachRowOfAMatrixAsAVariable() {
        assertThat(FORM.variables(Phase.AFTER))
                .extracting(variable -> variable.key().value())
                .containsExactly("behov", "mar", "lugn", "orolig", "trott");
        assertThat(FORM.find(key("lugn")).orElseThrow().options()).hasSize(3);
        assertThat(FORM.find(key("kansla"))).isEmpty();
        assertThat(FORM.find(key("h_behov"))).isEmpty();
    }

    @Test
    void hidesWhatHangsOnAHiddenAnswer() {
        Answers answers = new Answers(Map.of(
                key("vag_in"), Answer.Chosen.of("egen"),
                key("anmalare"), new Answer.Text("skolan"),
                key("anmalare_ater"), Answer.Chosen.of("yes")));
        assertThat(asked(answers)).doesNotContain("anmalare", "anmalare_ater");
        assertThat(FORM.settled(Phase.BEFORE, answers).values()).containsOnlyKeys(key("vag_in"));
        assertThat(asked(answers.with(key("vag_in"), Answer.Chosen.of("anmalan"))))
                .contains("anmalare", "anmalare_ater");
    }

    @Test
    void faultsAnswersToSkippedQuestionsAndMissingRequiredOnes() {
        Answers answers = Answers.NONE.with(key("anmalare"), new Answer.Text("skolan"));
        assertThat(codes(FORM.check(Phase.BEFORE, answers, TODAY)))
                .containsExactly("vag_in instrument.fault.required", "anmalare instrument.fault.skipped");
        assertThat(FORM.checkDraft(Phase.BEFORE, answers, TODAY)).isEmpty();
    }

    @Test
    void takesAnAllowedSpecialAnswerInPlaceOfARequiredOne() {
        Answer unknown = new Answer.Special(SpecialAnswer.UNKNOWN);
        Answer declined = new Answer.Special(SpecialAnswer.DECLINED);
        assertThat(FORM.check(Phase.BEFORE, Answers.NONE.with(key("vag_in"), unknown), TODAY))
                .isEmpty();
        assertThat(codes(FORM.check(Phase.BEFORE, Answers.NONE.with(key("vag_in"), declined), TODAY)))
                .containsExactly("vag_in instrument.fault.special-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "nagot, unknown-variable",
        "lugn2, unknown-variable",
        "kansla, unknown-variable",
        "h_bakgrund, unknown-variable",
        "barn, unknown-option-for-number"
    })
    void faultsVariablesItDoesNotKnow(String variable, String expected) {
        List<Fault> faults =
                FORM.checkDraft(Phase.BEFORE, Answers.NONE.with(key(variable), Answer.Chosen.of("x")), TODAY);
        assertThat(faults)
                .singleElement()
                .extracting(Fault::code)
                .isEqualTo("instrument.fault." + (expected.equals("unknown-variable") ? expected : "wrong-kind"));
    }

    @ParameterizedTest
    @CsvSource({"16, out-of-range", "-1, out-of-range", "2.5, not-whole"})
    void faultsNumbersOutsideTheRange(BigDecimal number, String name) {
        List<Fault> faults =
                FORM.checkDraft(Phase.BEFORE, Answers.NONE.with(key("barn"), new Answer.Amount(number)), TODAY);
        assertThat(faults).singleElement().extracting(Fault::code).isEqualTo("instrument.fault." + name);
    }

    @Test
    void takesTheEndsOfARange() {
        Answers low = Answers.NONE
                .with(key("barn"), Answer.Amount.of(0))
                .with(key("vikt"), new Answer.Amount(new BigDecimal("0.5")));
        Answers high = Answers.NONE.with(key("barn"), Answer.Amount.of(15)).with(key("mar"), Answer.Amount.of(10));
        assertThat(FORM.checkDraft(Phase.BEFORE, low, TODAY)).isEmpty();
        assertThat(FORM.checkDraft(Phase.BEFORE, high, TODAY)).isEmpty();
    }

    @Test
    void faultsDaysInTheFutureUnlessTheQuestionTakesThem() {
        Answer tomorrow = new Answer.Day(TODAY.plusDays(1));
        assertThat(codes(FORM.checkDraft(Phase.BEFORE, Answers.NONE.with(key("start"), tomorrow), TODAY)))
                .containsExactly("start instrument.fault.in-the-future");
        assertThat(FORM.checkDraft(Phase.BEFORE, Answers.NONE.with(key("nasta"), tomorrow), TODAY))
                .isEmpty();
        assertThat(FORM.checkDraft(Phase.BEFORE, Answers.NONE.with(key("start"), new Answer.Day(TODAY)), TODAY))
                .isEmpty();
        assertThat(codes(FORM.checkDraft(
                        Phase.BEFORE, Answers.NONE.with(key("start"), new Answer.Day(LocalDate.of(202, 1, 1))), TODAY)))
                .containsExactly("start instrument.fault.before-1900");
    }

    @Test
    void faultsChoicesThatCannotStandTogether() {
        assertThat(codes(FORM.checkDraft(
                        Phase.BEFORE,
                        Answers.NONE
                                .with(key("vag_in"), new Answer.Chosen(List.of("egen", "anmalan")))
                                .with(key("behov"), new Answer.Chosen(List.of("bostad", "none")))
                                .with(key("mar"), Answer.Chosen.of("3")),
                        TODAY)))
                .containsExactly(
                        "vag_in instrument.fault.one-option-only",
                        "behov instrument.fault.none-stands-alone",
                        "mar instrument.fault.wrong-kind");
    }

    @Test
    void faultsAnswersToQuestionsOfAnotherPhaseAndTooLongTexts() {
        assertThat(codes(FORM.checkDraft(Phase.AFTER, Answers.NONE.with(key("barn"), Answer.Amount.of(1)), TODAY)))
                .containsExactly("barn instrument.fault.not-in-phase");
        assertThat(FORM.checkDraft(
                        Phase.BEFORE, Answers.NONE.with(key("anmalare"), new Answer.Text("x".repeat(21))), TODAY))
                .containsExactly(new Fault(key("anmalare"), "instrument.fault.too-long", List.of("20")));
    }

    @Test
    void neverWritesAnAnswerInItsTextForm() {
        Answers answers = Answers.NONE
                .with(key("anmalare"), new Answer.Text("hemligt"))
                .with(key("barn"), Answer.Amount.of(4711))
                .with(key("start"), new Answer.Day(TODAY))
                .with(key("behov"), Answer.Chosen.of("bostad"));
        assertThat(answers.toString() + answers.values().values() + FORM.check(Phase.BEFORE, answers, TODAY))
                .doesNotContain("hemligt", "4711", "2026", "bostad");
    }

    private static List<String> asked(Answers answers) {
        return FORM.asked(Phase.BEFORE, answers).stream()
                .map(question -> question.key().value())
                .toList();
    }

    private static List<String> codes(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.variable() + " " + fault.code())
                .toList();
    }
}
