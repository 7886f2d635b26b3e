package se.samsyn.followup.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.samsyn.followup.retention.Verdict.Question;
import se.samsyn.kernel.PlaceCode;

class RetentionClockTest {

    private static final PlaceCode FALUN = new PlaceCode("2080");
    private static final LocalDate DAY = LocalDate.of(2020, 3, 14);
    private static final Hold HOLD = new Hold(Hold.Why.COURT, "D 12", new UUID(0, 1), Instant.EPOCH);

    /** The Social Services Act: five years after the last note, done by the end of the calendar year after. */
    @Test
    void erasesAPersonalFileFiveYearsAfterTheLastNote() {
        var verdict = (Verdict.Erased) RetentionClock.verdict(Rule.PERSONAL_FILE, closed(FALUN, Born.ANOTHER_DAY));

        assertThat(verdict.arises()).isEqualTo(LocalDate.of(2025, 3, 14));
        assertThat(verdict.last()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(verdict.questions()).isEmpty();
        assertThat(verdict.due(LocalDate.of(2025, 3, 13))).isFalse();
        assertThat(verdict.ready(LocalDate.of(2025, 3, 14))).isTrue();
        assertThat(verdict.late(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(verdict.late(LocalDate.of(2027, 1, 1))).isTrue();
    }

    @Test
    void countsACompilationFromTheEndOfTheCircumstances() {
        var ended = DAY.plusMonths(8);
        var facts = new CaseFacts(
                FALUN, true, DAY, Optional.of(ended), Optional.of(KeptFor.NONE), Born.ANOTHER_DAY, Optional.empty());

        assertThat(RetentionClock.verdict(Rule.COMPILATION, facts))
                .isInstanceOfSatisfying(
                        Verdict.Erased.class,
                        verdict -> assertThat(verdict.arises()).isEqualTo(ended.plusYears(5)));
    }

    @Test
    void countsLeapDaysToTheEndOfFebruary() {
        var leap = LocalDate.of(2020, 2, 29);
        var facts = new CaseFacts(
                FALUN, true, leap, Optional.of(leap), Optional.of(KeptFor.NONE), Born.ANOTHER_DAY, Optional.empty());

        assertThat(RetentionClock.verdict(Rule.PERSONAL_FILE, facts))
                .isInstanceOfSatisfying(
                        Verdict.Erased.class,
                        verdict -> assertThat(verdict.arises()).isEqualTo(LocalDate.of(2025, 2, 28)));
    }

    /** Socialtjänstförordningen (2025:468) 13:1. */
    @ParameterizedTest
    @CsvSource({
        "0580,true",
        "0980,true",
        "2281,true",
        "1480,true",
        "1481,false",
        "2080,false",
        "0180,false",
        "1402,false"
    })
    void keepsAllForResearchInThreeCountiesAndGoteborg(String municipality, boolean kept) {
        var verdict = RetentionClock.verdict(Rule.COMPILATION, closed(new PlaceCode(municipality), Born.ANOTHER_DAY));

        assertThat(verdict instanceof Verdict.Kept).isEqualTo(kept);
    }

    @Test
    void keepsThoseBornOnTheFifthFifteenthAndTwentyFifthAndAsksWhereNobodyHasSaid() {
        for (int day = 1; day <= 31; day++) {
            var verdict = RetentionClock.verdict(Rule.COMPILATION, closed(FALUN, Born.on(day)));
            assertThat(verdict instanceof Verdict.Kept).as("%d", day).isEqualTo(day == 5 || day == 15 || day == 25);
        }
        var asked = (Verdict.Erased) RetentionClock.verdict(Rule.COMPILATION, closed(FALUN, Born.UNSAID));
        assertThat(asked.questions()).containsExactly(Question.BORN);
        assertThat(asked.ready(LocalDate.of(2090, 1, 1))).isFalse();
    }

    @Test
    void asksWhetherItIsAboutWhatIsNeverErased() {
        var facts =
                new CaseFacts(FALUN, true, DAY, Optional.of(DAY), Optional.empty(), Born.ANOTHER_DAY, Optional.empty());

        var asked = (Verdict.Erased) RetentionClock.verdict(Rule.COMPILATION, facts);

        assertThat(asked.questions()).containsExactly(Question.KEPT_FOR);
        assertThat(asked.ready(LocalDate.of(2090, 1, 1))).isFalse();
    }

    /** Nobody closes what everybody has forgotten: it is pointed out once it has been silent for as long as it may be kept. */
    @Test
    void pointsOutOpenCasesNobodyWritesIn() {
        var open = new CaseFacts(FALUN, false, DAY, Optional.empty(), Optional.empty(), Born.UNSAID, Optional.empty());
        var supported =
                new CaseFacts(FALUN, true, DAY, Optional.empty(), Optional.empty(), Born.UNSAID, Optional.empty());

        var silent = (Verdict.GoesOn) RetentionClock.verdict(Rule.COMPILATION, open);

        assertThat(silent.silent(DAY.plusYears(5).minusDays(1))).isFalse();
        assertThat(silent.silent(DAY.plusYears(5))).isTrue();
        assertThat(((Verdict.GoesOn) RetentionClock.verdict(Rule.COMPILATION, supported)).silent(DAY.plusYears(50)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = KeptFor.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void neverErasesWhatIsExcepted(KeptFor why) {
        var facts = new CaseFacts(
                FALUN, true, DAY, Optional.of(DAY), Optional.of(why), Born.ANOTHER_DAY, Optional.of(HOLD));

        assertThat(RetentionClock.verdict(Rule.PERSONAL_FILE, facts)).isInstanceOf(Verdict.Kept.class);
    }

    @Test
    void holdsByDecisionAndCountsNothingWhileAnythingGoesOn() {
        var held = new CaseFacts(
                FALUN, true, DAY, Optional.of(DAY), Optional.of(KeptFor.NONE), Born.ANOTHER_DAY, Optional.of(HOLD));
        var open = new CaseFacts(
                FALUN, false, DAY, Optional.empty(), Optional.of(KeptFor.NONE), Born.ANOTHER_DAY, Optional.empty());
        var supported = new CaseFacts(
                FALUN, true, DAY, Optional.empty(), Optional.of(KeptFor.NONE), Born.ANOTHER_DAY, Optional.empty());

        assertThat(RetentionClock.verdict(Rule.COMPILATION, held)).isInstanceOf(Verdict.Held.class);
        assertThat(RetentionClock.verdict(Rule.PERSONAL_FILE, open)).isInstanceOf(Verdict.GoesOn.class);
        assertThat(RetentionClock.verdict(Rule.COMPILATION, supported)).isInstanceOf(Verdict.GoesOn.class);
    }

    @Test
    void letsNobodyChangeTheYearsOfTheAct() {
        assertThatThrownBy(() -> new Rule(Basis.PERSONAL_FILE, 4, CountedFrom.LAST_NOTE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rule(Basis.COMPILATION, 5, CountedFrom.LAST_NOTE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rule(Basis.OWN_DECISION, 0, CountedFrom.LAST_NOTE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void isNeverDueBeforeTheYearsHavePassedAndAlwaysDoneWithinTwoCalendarYears(
            @ForAll @IntRange(min = 0, max = 20000) int days,
            @ForAll @IntRange(min = 1, max = Rule.MOST_YEARS) int years,
            @ForAll CountedFrom from,
            @ForAll @IntRange(min = 0, max = 4000) int later) {
        var note = LocalDate.of(1990, 1, 1).plusDays(days);
        var ended = note.plusDays(later);
        var rule = new Rule(Basis.OWN_DECISION, years, from);
        var facts = new CaseFacts(
                FALUN, true, note, Optional.of(ended), Optional.of(KeptFor.NONE), Born.ANOTHER_DAY, Optional.empty());
        var counted = from == CountedFrom.LAST_NOTE ? note : ended;

        var verdict = (Verdict.Erased) RetentionClock.verdict(rule, facts);

        assertThat(verdict.due(counted.plusYears(years).minusDays(1))).isFalse();
        assertThat(verdict.due(counted.plusYears(years))).isTrue();
        assertThat(verdict.last())
                .isAfter(verdict.arises())
                .isBefore(verdict.arises().plusYears(2));
        assertThat(verdict.last().getDayOfYear()).isEqualTo(verdict.last().lengthOfYear());
        assertThat(verdict.derivation()).hasSizeGreaterThan(2);
    }

    @Property
    void aLaterNoteNeverMakesTheDutyEarlier(
            @ForAll @IntRange(min = 0, max = 9000) int days, @ForAll @IntRange(min = 0, max = 900) int later) {
        var note = LocalDate.of(2000, 1, 1).plusDays(days);

        assertThat(arises(note.plusDays(later))).isAfterOrEqualTo(arises(note));
    }

    private static LocalDate arises(LocalDate note) {
        var facts = new CaseFacts(
                FALUN, true, note, Optional.of(note), Optional.of(KeptFor.NONE), Born.ANOTHER_DAY, Optional.empty());
        return ((Verdict.Erased) RetentionClock.verdict(Rule.PERSONAL_FILE, facts)).arises();
    }

    private static CaseFacts closed(PlaceCode place, Born born) {
        return new CaseFacts(place, true, DAY, Optional.of(DAY), Optional.of(KeptFor.NONE), born, Optional.empty());
    }
}
