package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samsyn.followup.OpenedCases.closing;
import static se.samsyn.followup.OpenedCases.done;
import static se.samsyn.followup.OpenedCases.goal;
import static se.samsyn.followup.OpenedCases.wish;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.SignedInAs;
import se.samsyn.access.Purpose;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.Phase;
import se.samsyn.kernel.Sex;

/** A double click, a retry and two people at once: nothing is doubled, nobody gets an error without words. */
class SentTwiceIT extends SignedInCaseworker {

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void theSameWishOpensOneCaseAlsoWithoutAnIdOfTheUnits() {
        var wish = wish(unit, "x", today);
        var unnamed = new OpenCase(
                wish.id(),
                wish.unit(),
                wish.instrument(),
                Optional.empty(),
                Sex.MAN,
                OptionalInt.empty(),
                Identity.OPEN,
                WayIn.UNKNOWN,
                today);

        Case first = done(Case.class, cases.open(unnamed));
        Case second = done(Case.class, cases.open(unnamed));

        assertThat(second).isEqualTo(first);
        assertThat(cases.list(unit.id(), CaseFilter.OPEN, 0).total()).isOne();
    }

    @Test
    void aFormSentAgainWithOtherFactsSaysSo() {
        var wish = wish(unit, "a", today);
        cases.open(wish);
        var other = new OpenCase(
                wish.id(),
                wish.unit(),
                wish.instrument(),
                wish.localId(),
                Sex.MAN,
                wish.birthYear(),
                wish.identity(),
                wish.wayIn(),
                wish.opened());

        assertThat(cases.open(other)).isEqualTo(Outcome.Refused.because("id", "followup.refused.open.again"));
    }

    @Test
    void twoWhoWishForOneIdAtOnceGetACaseAndARefusal() throws Exception {
        var outcomes =
                atOnce(() -> cases.open(wish(unit, "samma", today)), () -> cases.open(wish(unit, "samma", today)));

        assertThat(outcomes)
                .hasAtLeastOneElementOfType(Outcome.Done.class)
                .contains(Outcome.Refused.because("localId", "followup.refused.localid.taken"));
    }

    @Test
    void twoOverallGoalsAtOnceBecomeOne() throws Exception {
        var of = opened("mal");

        var outcomes = atOnce(
                () -> support.set(of.id(), goal("Sova", GoalWeight.OVERALL, today)),
                () -> support.set(of.id(), goal("Äta", GoalWeight.OVERALL, today)));

        assertThat(outcomes)
                .hasAtLeastOneElementOfType(Outcome.Done.class)
                .contains(Outcome.Refused.because("weight", "followup.refused.goal.overall"));
    }

    @Test
    void aPartGoalAndSupportSentTwiceStandOnce() throws Exception {
        var of = opened("b");
        var goal = goal("Läsa", GoalWeight.PART, today);

        atOnce(() -> support.set(of.id(), goal), () -> support.set(of.id(), goal));
        atOnce(
                () -> support.start(of.id(), InterventionKind.SHELTER, today),
                () -> support.start(of.id(), InterventionKind.SHELTER, today));

        var file = cases.read(of.id(), Purpose.FOLLOW_UP);
        assertThat(file.goals()).hasSize(1);
        assertThat(file.interventions()).hasSize(1);
    }

    @Test
    void supportThatHasStoppedIsNotSilentlyLeftOutWhenStartedAgainTheSameDay() {
        var of = opened("c");
        Intervention first = done(Intervention.class, support.start(of.id(), InterventionKind.SHELTER, today));
        support.stop(of.id(), first.id(), today);

        assertThat(support.start(of.id(), InterventionKind.SHELTER, today))
                .isEqualTo(Outcome.Refused.because("started", "followup.refused.support.same"));
    }

    @Test
    void aSecondClickOnCloseCompleteOrCorrectIsAnsweredLikeTheFirst() {
        var of = opened("d");
        Occasion begun = done(Occasion.class, occasions.begin(of.id(), Phase.DURING, today));
        var facts = new Facts(Sex.OTHER, OptionalInt.of(1991), Identity.PROTECTED, WayIn.REPORT);
        var pen = Pen.first(1);

        assertThat(List.of(
                        changes.correct(of.id(), 1, facts, Purpose.FOLLOW_UP),
                        changes.correct(of.id(), 1, facts, Purpose.FOLLOW_UP),
                        changes.close(of.id(), 2, closing(today)),
                        changes.close(of.id(), 2, closing(today)),
                        changes.reopen(of.id(), 3),
                        changes.reopen(of.id(), 3)))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
        assertThat(occasions.keep(begun.id(), pen, Answers.NONE)).isInstanceOf(Outcome.Kept.class);
        assertThat(changes.close(of.id(), 1, closing(today, Map.of()))).isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void noSupportStartsInACaseThatIsJustBeingClosed() throws Exception {
        var of = opened("e");
        try (var other = Executors.newSingleThreadExecutor()) {
            var transaction = new TransactionTemplate(transactions);
            Future<Outcome> started = transaction.execute(_ -> {
                changes.close(of.id(), 1, closing(today));
                var wish = other.submit(() ->
                        signedIn(new CyclicBarrier(1), () -> support.start(of.id(), InterventionKind.SHELTER, today)));
                assertThatThrownBy(() -> wish.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return wish;
            });

            assertThat(Objects.requireNonNull(started).get())
                    .isEqualTo(Outcome.Refused.because("closed", "followup.refused.closed"));
        }
    }

    private List<Outcome> atOnce(Callable<Outcome> one, Callable<Outcome> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var people = Executors.newFixedThreadPool(2)) {
            Future<Outcome> first = people.submit(() -> signedIn(start, one));
            Future<Outcome> second = people.submit(() -> signedIn(start, other));
            return List.of(first.get(), second.get());
        }
    }

    private Outcome signedIn(CyclicBarrier start, Callable<Outcome> wish) throws Exception {
        SignedInAs.thread(caseworker);
        start.await();
        return wish.call();
    }
}
