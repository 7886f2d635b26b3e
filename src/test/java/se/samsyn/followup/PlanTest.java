package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.followup.CaseExamples.OPENED;
import static se.samsyn.followup.CaseExamples.closed;
import static se.samsyn.followup.CaseExamples.done;
import static se.samsyn.followup.CaseExamples.draft;
import static se.samsyn.followup.CaseExamples.open;
import static se.samsyn.followup.CaseExamples.overview;

import java.time.LocalDate;
import java.time.Period;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samsyn.instrument.Phase;

class PlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Test
    void asksForTheDescriptionBeforeWithinTwoWeeks() {
        var due = Plan.next(overview(open(OPENED)), OPENED).orElseThrow();

        assertThat(due.phase()).isEqualTo(Phase.BEFORE);
        assertThat(due.date()).isEqualTo(OPENED.plusDays(14));
    }

    @Test
    void asksAgainHalfAYearAfterTheLastOccasion() {
        var due = Plan.next(overview(open(OPENED), done(Phase.BEFORE, OPENED.plusDays(3))), TODAY)
                .orElseThrow();

        assertThat(due.phase()).isEqualTo(Phase.DURING);
        assertThat(due.date()).isEqualTo(OPENED.plusDays(3).plusMonths(6));
    }

    @Test
    void keepsADraftDueUntilItIsCompleted() {
        var begun = overview(open(OPENED), done(Phase.BEFORE, OPENED), draft(Phase.DURING, LocalDate.of(2026, 8, 1)));

        var due = Plan.next(begun, TODAY).orElseThrow();

        assertThat(due.draft()).isEqualTo(Due.Progress.BEGUN);
        assertThat(due.date()).isEqualTo(LocalDate.of(2026, 8, 1));
    }

    @Test
    void asksForClosureAndThenForAfter() {
        var ended = LocalDate.of(2026, 8, 20);
        var before = done(Phase.BEFORE, OPENED);

        assertThat(Plan.next(overview(closed(OPENED, ended), before), TODAY)
                        .orElseThrow()
                        .phase())
                .isEqualTo(Phase.CLOSURE);
        assertThat(Plan.next(overview(closed(OPENED, ended), before, done(Phase.CLOSURE, ended)), TODAY)
                        .orElseThrow()
                        .date())
                .isEqualTo(ended.plusMonths(6));
    }

    @Test
    void givesUpWhatIsHalfAYearLateSoThatTheListStaysTrue() {
        var ended = LocalDate.of(2025, 1, 20);
        var over = overview(closed(OPENED.minusYears(2), ended), done(Phase.BEFORE, OPENED.minusYears(2)));

        assertThat(Plan.next(over, TODAY)).isEmpty();
    }

    @Test
    void listsTheMostUrgentFirstAndNothingFurtherAheadThanAsked() {
        var late = overview(open(TODAY.minusDays(30)));
        var soon = overview(open(TODAY.minusDays(10)));
        var far = overview(open(TODAY), done(Phase.BEFORE, TODAY));

        var due = Plan.due(Stream.of(far, soon, late), TODAY, Period.ofWeeks(4));

        assertThat(due).extracting(Due::of).containsExactly(late, soon);
    }
}
