package se.samsyn.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Purpose;

/**
 * The door to changing a case: correcting what is known of it, closing it, and taking that back. A change sent twice is made once,
 * and the second wish is answered like the first.
 */
@Service
@Transactional
public class CaseChanges {

    private final Cases cases;
    private final CaseStore store;
    private final SupportStore support;
    private final OccasionStore occasions;
    private final GoalStore goals;
    private final Pseudonyms pseudonyms;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;

    CaseChanges(
            Cases cases,
            CaseStore store,
            SupportStore support,
            OccasionStore occasions,
            GoalStore goals,
            Pseudonyms pseudonyms,
            Access access,
            AccessLog log,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.support = support;
        this.occasions = occasions;
        this.goals = goals;
        this.pseudonyms = pseudonyms;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** Whether a case to be changed is that of a protected person, so that a purpose must be stated first; no read of it. */
    public Identity identity(CaseId id) {
        return cases.permitted(id, Action.WRITE_CASE).identity();
    }

    /**
     * Corrects what is known of a case, for the purpose it is read for. Protection of identity takes birth year and the unit's own
     * id away for good; to set or lift it is an event of its own in the log.
     */
    public Outcome correct(CaseId id, int revision, Facts facts, Purpose purpose) {
        var of = cases.held(id);
        var birthYear = facts.identity() == Identity.PROTECTED ? OptionalInt.empty() : facts.birthYear();
        if (birthYear.isPresent() && !Plausible.birthYear(birthYear.getAsInt(), of.opened())) {
            return Outcome.Refused.because("birthYear", "followup.refused.birthyear");
        }
        var newlyProtected = facts.identity() == Identity.PROTECTED && of.identity() == Identity.OPEN;
        var known = new Facts(facts.sex(), birthYear, facts.identity(), facts.wayIn());
        var corrected = of.with(newlyProtected ? pseudonyms.of(of.localId(), of.municipality()) : of.localId())
                .with(known);
        return write(corrected, revision, event(of.identity(), facts.identity()), purpose);
    }

    private static String event(Identity before, Identity after) {
        if (before == after) {
            return "WRITE_CASE";
        }
        return after == Identity.PROTECTED ? "PROTECT_IDENTITY" : "UNPROTECT_IDENTITY";
    }

    /** Closes a case. Whoever closes says what becomes of support that still goes on. */
    public Outcome close(CaseId id, int revision, CloseCase wish) {
        var of = cases.held(id);
        if (!of.open()) {
            return of.closure().equals(Optional.of(wish.closure())) ? new Outcome.Done<>(of) : new Outcome.Conflict();
        }
        var ongoing =
                support.of(id).stream().filter(each -> each.stopped().isEmpty()).toList();
        var refusals = CloseCaseCheck.refusals(of, wish, ongoing, occasions.of(id), LocalDate.now(clock));
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        var outcome = write(of.with(Optional.of(wish.closure())), revision, "CLOSE_CASE", Purpose.FOLLOW_UP);
        if (outcome instanceof Outcome.Done<?>) {
            settle(ongoing, wish);
        }
        return outcome;
    }

    /** Takes a closing back, so that support and goals can be changed again. */
    public Outcome reopen(CaseId id, int revision) {
        var of = cases.held(id);
        if (of.open()) {
            return new Outcome.Done<>(of);
        }
        var outcome = write(of.with(Optional.empty()), revision, "REOPEN_CASE", Purpose.FOLLOW_UP);
        if (outcome instanceof Outcome.Done<?>) {
            support.forgetClosing(id);
        }
        return outcome;
    }

    /** Removes a case that was opened by mistake: one in which nothing has been registered. */
    public Outcome remove(CaseId id) {
        var of = cases.held(id);
        if (!new CaseFile(of, occasions.of(id), support.of(id), goals.of(id)).empty()) {
            return Outcome.Refused.because("remove", "followup.refused.remove");
        }
        store.remove(id);
        log.record(access.actor(), "REMOVE_CASE", Purpose.FOLLOW_UP, id.toString(), of.municipality());
        return new Outcome.Done<>(of);
    }

    private void settle(List<Intervention> ongoing, CloseCase wish) {
        for (var each : ongoing) {
            switch (wish.of(each.id())) {
                case STOPPED -> support.stop(each, wish.closure().date());
                case TAKEN_OVER -> support.goesOn(each, AfterClosing.TAKEN_OVER);
                case DECIDED -> support.goesOn(each, AfterClosing.DECIDED);
            }
        }
    }

    private Outcome write(Case changed, int revision, String event, Purpose purpose) {
        if (store.change(changed, revision)) {
            log.record(access.actor(), event, purpose, changed.id().toString(), changed.municipality());
            return new Outcome.Done<>(changed);
        }
        return store.find(changed.id())
                .filter(changed::sameAs)
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(Outcome.Conflict::new);
    }
}
