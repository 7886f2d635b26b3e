package se.samsyn.followup;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.kernel.UnitId;

/**
 * What the modules nested in this one need of cases: when they began and ended, all of one for handing out, and erasing. The caller has
 * decided who may, has set the row scope, and writes the log.
 */
@Service
public class KeptCases {

    private final MomentStore moments;
    private final CaseStore cases;
    private final OccasionStore occasions;
    private final SupportStore support;
    private final GoalStore goals;

    KeptCases(MomentStore moments, CaseStore cases, OccasionStore occasions, SupportStore support, GoalStore goals) {
        this.moments = moments;
        this.cases = cases;
        this.occasions = occasions;
        this.support = support;
        this.goals = goals;
    }

    /** The moments of every case in the scope, one by one. */
    @Transactional(readOnly = true)
    public void moments(Consumer<CaseMoments> reader) {
        moments.all(reader);
    }

    /** The moments of a unit's cases, those with the earliest last note first. */
    @Transactional(readOnly = true)
    public List<CaseMoments> moments(UnitId unit) {
        return moments.of(unit);
    }

    /** The moments of these cases, as many of them as there are. */
    @Transactional(readOnly = true)
    public List<CaseMoments> moments(Collection<CaseId> ids) {
        return moments.of(ids);
    }

    /** The moments of these cases, which nobody changes before the transaction around is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CaseMoments> held(Collection<CaseId> ids) {
        moments.hold(ids);
        return moments.of(ids);
    }

    /** All of these cases, to be handed out. */
    @Transactional(readOnly = true)
    public void files(Collection<CaseId> ids, Consumer<CaseFile> reader) {
        for (var id : ids) {
            cases.find(id)
                    .ifPresent(of -> reader.accept(new CaseFile(of, occasions.of(id), support.of(id), goals.of(id))));
        }
    }

    /** Erases these cases with all that belongs to them; gives how many there were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(Collection<CaseId> ids) {
        return moments.erase(ids);
    }
}
