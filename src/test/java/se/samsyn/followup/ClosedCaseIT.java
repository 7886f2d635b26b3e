package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.followup.OpenedCases.closing;
import static se.samsyn.followup.OpenedCases.done;
import static se.samsyn.followup.OpenedCases.goal;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsyn.access.AccessLog;
import se.samsyn.access.LogLine;
import se.samsyn.access.Purpose;
import se.samsyn.instrument.Phase;

class ClosedCaseIT extends SignedInCaseworker {

    @Autowired
    private AccessLog log;

    @Test
    void supportAndGoalsStandStillUntilTheCaseIsOpenedAgain() {
        var of = opened("a");
        Goal goal = done(Goal.class, support.set(of.id(), goal("Sova", GoalWeight.PART, today)));
        Intervention shelter = done(Intervention.class, support.start(of.id(), InterventionKind.SHELTER, today));
        support.stop(of.id(), shelter.id(), today);
        changes.close(of.id(), 1, closing(today));

        var rating = new Goal.Rating(today, GoalStep.PARTLY_REACHED, Optional.empty());
        var closed = Outcome.Refused.because("closed", "followup.refused.closed");
        assertThat(support.start(of.id(), InterventionKind.TREATMENT, today)).isEqualTo(closed);
        assertThat(support.remove(of.id(), shelter.id())).isEqualTo(closed);
        assertThat(support.set(of.id(), goal("Äta", GoalWeight.PART, today))).isEqualTo(closed);
        assertThat(support.rate(of.id(), goal.id(), rating)).isEqualTo(closed);
        assertThat(support.remove(of.id(), goal.id())).isEqualTo(closed);

        changes.reopen(of.id(), 2);
        assertThat(support.rate(of.id(), goal.id(), rating)).isInstanceOf(Outcome.Done.class);
        assertThat(log.latest(unit.municipality(), 20))
                .extracting(LogLine::event)
                .contains("REOPEN_CASE");
    }

    @Test
    void whoeverClosesSaysWhatBecomesOfSupportThatGoesOn() {
        var of = opened("b");
        Intervention shelter =
                done(Intervention.class, support.start(of.id(), InterventionKind.SHELTER, today.minusDays(9)));
        Intervention money = done(
                Intervention.class, support.start(of.id(), InterventionKind.FINANCIAL_SUPPORT, today.minusDays(9)));

        assertThat(changes.close(of.id(), 1, closing(today, Map.of(shelter.id(), AfterClosing.STOPPED))))
                .isEqualTo(Outcome.Refused.because("ongoing", "followup.refused.closed.ongoing"));
        var all = Map.of(shelter.id(), AfterClosing.STOPPED, money.id(), AfterClosing.TAKEN_OVER);
        assertThat(changes.close(of.id(), 1, closing(today.minusDays(10), all)))
                .isEqualTo(Outcome.Refused.because("ongoing", "followup.refused.stopped.early"));
        assertThat(changes.close(of.id(), 1, closing(today, all))).isInstanceOf(Outcome.Done.class);

        assertThat(cases.read(of.id(), Purpose.FOLLOW_UP).interventions())
                .satisfiesExactlyInAnyOrder(
                        each -> assertThat(each.stopped()).contains(today),
                        each -> assertThat(each.afterClosing()).contains(AfterClosing.TAKEN_OVER));
        changes.reopen(of.id(), 2);
        assertThat(cases.read(of.id(), Purpose.FOLLOW_UP).interventions())
                .allSatisfy(each -> assertThat(each.afterClosing()).isEmpty());
    }

    @Test
    void aCaseIsNotClosedBeforeItsFollowUps() {
        var of = opened("f");
        occasions.begin(of.id(), Phase.DURING, today.minusDays(2));

        assertThat(changes.close(of.id(), 1, closing(today.minusDays(3))))
                .isEqualTo(Outcome.Refused.because("closed", "followup.refused.closed.before"));
        assertThat(changes.close(of.id(), 1, closing(today.minusDays(2)))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whoeverReopensTooLateChangesNothingOfWhatWasSaid() {
        var of = opened("e");
        Intervention money = done(
                Intervention.class, support.start(of.id(), InterventionKind.FINANCIAL_SUPPORT, today.minusDays(9)));
        changes.close(of.id(), 1, closing(today, Map.of(money.id(), AfterClosing.DECIDED)));

        assertThat(changes.reopen(of.id(), 1)).isInstanceOf(Outcome.Conflict.class);

        assertThat(cases.read(of.id(), Purpose.FOLLOW_UP).interventions())
                .singleElement()
                .satisfies(each -> assertThat(each.afterClosing()).contains(AfterClosing.DECIDED));
    }

    @Test
    void aRatingMayNotSayTwoThings() {
        var of = opened("c");
        Goal goal = done(Goal.class, support.set(of.id(), goal("Sova", GoalWeight.PART, today)));

        for (var wrong : Map.of(GoalStep.FULLY_REACHED, -2, GoalStep.NOT_REACHED, 1, GoalStep.PARTLY_REACHED, 2)
                .entrySet()) {
            assertThat(support.rate(
                            of.id(), goal.id(), new Goal.Rating(today, wrong.getKey(), Optional.of(wrong.getValue()))))
                    .isEqualTo(Outcome.Refused.because("level", "followup.refused.goal.contradiction"));
        }
    }

    @Test
    void noFollowUpDuringSupportAfterTheClosing() {
        var of = opened("d");
        changes.close(of.id(), 1, closing(today.minusDays(3)));

        assertThat(occasions.begin(of.id(), Phase.DURING, today))
                .isEqualTo(Outcome.Refused.because("date", "followup.refused.during.closed"));
    }
}
