package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsyn.access.Purpose;
import se.samsyn.database.RowScope;
import se.samsyn.instrument.Phase;

/** What is wrong is taken away soon; nobody empties a case of its record alone, part by part. */
class MistakeIT extends SignedInCaseworker {

    @Autowired
    private JdbcClient sql;

    @Test
    void takesAwayWhatWasWrittenOfLate() {
        var of = opened("M-1");
        occasions.begin(of.id(), Phase.BEFORE, today);
        support.start(of.id(), InterventionKind.SHELTER, today);
        var goal = OpenedCases.goal("Sova lugnt", GoalWeight.OVERALL, today);
        support.set(of.id(), goal);

        var file = cases.read(of.id(), Purpose.FOLLOW_UP);
        assertThat(occasions.discard(file.occasions().getFirst().id())).isInstanceOf(Outcome.Done.class);
        assertThat(support.remove(of.id(), file.interventions().getFirst().id()))
                .isInstanceOf(Outcome.Done.class);
        assertThat(support.remove(of.id(), goal.id())).isInstanceOf(Outcome.Done.class);
        assertThat(support.remove(of.id(), goal.id())).isInstanceOf(Outcome.Done.class);
        assertThat(changes.remove(of.id())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void leavesWhatHasBeenThereForAFortnightToTwoPersons() {
        var of = opened("M-2");
        occasions.begin(of.id(), Phase.BEFORE, today);
        support.start(of.id(), InterventionKind.SHELTER, today);
        var goal = OpenedCases.goal("Sova lugnt", GoalWeight.OVERALL, today);
        support.set(of.id(), goal);
        var file = cases.read(of.id(), Purpose.FOLLOW_UP);
        var occasion = file.occasions().getFirst();
        age(
                "update followup_occasion set state = 'DONE', saved_at = now() - interval '15 days' where case_id = :case",
                of);
        age("update followup_intervention set registered = now() - interval '15 days' where case_id = :case", of);
        age("update followup_goal set registered = now() - interval '15 days' where case_id = :case", of);

        assertThat(occasions.reopen(occasion.id(), occasion.revision())).isInstanceOf(Outcome.Kept.class);

        assertThat(occasions.discard(occasion.id())).isInstanceOf(Outcome.Refused.class);
        assertThat(support.remove(of.id(), file.interventions().getFirst().id()))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(support.remove(of.id(), goal.id())).isInstanceOf(Outcome.Refused.class);
        assertThat(changes.remove(of.id())).isInstanceOf(Outcome.Refused.class);
        var left = cases.read(of.id(), Purpose.FOLLOW_UP);
        assertThat(left.occasions()).hasSize(1);
        assertThat(left.interventions()).hasSize(1);
        assertThat(left.goals()).hasSize(1);
    }

    private void age(String statement, Case of) {
        RowScope.working(
                Set.of(unit.id()),
                "test",
                () -> sql.sql(statement).param("case", of.id().value()).update());
    }
}
