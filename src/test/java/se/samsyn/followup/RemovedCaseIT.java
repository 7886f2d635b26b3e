package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samsyn.followup.OpenedCases.goal;
import static se.samsyn.followup.OpenedCases.wish;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsyn.access.AccessLog;
import se.samsyn.access.LogLine;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.instrument.Phase;
import se.samsyn.kernel.InstrumentKey;

/** A case opened by mistake can be removed as long as it is empty; one for an instrument that is not there is never opened. */
class RemovedCaseIT extends SignedInCaseworker {

    @Autowired
    private AccessLog log;

    @Test
    void anEmptyCaseIsRemovedAndTheLogTells() {
        var of = opened("fel");

        assertThat(changes.remove(of.id())).isInstanceOf(Outcome.Done.class);

        assertThatThrownBy(() -> cases.read(of.id(), Purpose.FOLLOW_UP)).isInstanceOf(NotFoundOrDenied.class);
        assertThat(log.latest(unit.municipality(), 20))
                .extracting(LogLine::event)
                .contains("OPEN_CASE", "REMOVE_CASE");
    }

    @Test
    void aCaseWithADraftAGoalOrSupportStays() {
        var drafted = opened("a");
        occasions.begin(drafted.id(), Phase.BEFORE, today);
        var aimed = opened("b");
        support.set(aimed.id(), goal("Sova", GoalWeight.PART, today));
        var supported = opened("c");
        support.start(supported.id(), InterventionKind.SHELTER, today);

        for (var of : new Case[] {drafted, aimed, supported}) {
            assertThat(changes.remove(of.id())).isEqualTo(Outcome.Refused.because("remove", "followup.refused.remove"));
            assertThat(cases.read(of.id(), Purpose.FOLLOW_UP).of()).isEqualTo(of);
        }
    }

    @Test
    void anUnknownInstrumentOpensNothing() {
        var wish = wish(unit, "x", today);
        var forged = new OpenCase(
                wish.id(),
                wish.unit(),
                new InstrumentKey("finns-inte"),
                Optional.empty(),
                wish.sex(),
                wish.birthYear(),
                wish.identity(),
                wish.wayIn(),
                wish.opened());

        assertThatThrownBy(() -> cases.open(forged)).isInstanceOf(NotFoundOrDenied.class);
        assertThat(cases.list(unit.id(), CaseFilter.OPEN, 0).total()).isZero();
    }
}
