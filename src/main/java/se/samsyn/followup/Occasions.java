package se.samsyn.followup;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Purpose;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Instruments;
import se.samsyn.instrument.Phase;

/** The door to occasions: beginning one, keeping its answers as they are given, completing it, and taking that back. */
@Service
@Transactional
public class Occasions {

    private final Cases cases;
    private final OccasionStore store;
    private final Instruments instruments;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;

    Occasions(Cases cases, OccasionStore store, Instruments instruments, Access access, AccessLog log, Clock clock) {
        this.cases = cases;
        this.store = store;
        this.instruments = instruments;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Begins an occasion, or gives the one already begun for that phase and day, so that a repeated wish does not double.
     * {@link Outcome.Done} with the occasion, or {@link Outcome.Refused}.
     */
    public Outcome begin(CaseId id, Phase phase, LocalDate date) {
        var of = cases.permitted(id, Action.WRITE_CASE);
        if (date.isBefore(of.opened())) {
            return Outcome.Refused.because("date", "followup.refused.date.early");
        }
        if (date.isAfter(LocalDate.now(clock))) {
            return Outcome.Refused.because("date", "followup.refused.future");
        }
        if (phase == Phase.AFTER
                && of.closure().filter(closed -> !date.isBefore(closed.date())).isEmpty()) {
            return Outcome.Refused.because("date", "followup.refused.after.open");
        }
        var form = instruments.inUse(of.instrument(), of.municipality());
        store.add(of, fresh(of, phase, date, form));
        log.record(access.actor(), "WRITE_CASE", Purpose.FOLLOW_UP, id.toString(), of.municipality());
        return new Outcome.Done<>(store.find(id, phase, date).orElseThrow());
    }

    /** An occasion to be filled in or read; whoever may not write may read. */
    public Opened open(OccasionId id, Purpose purpose) {
        var occasion = found(id, Action.READ_CASE);
        var of = cases.permitted(occasion.caseId(), Action.READ_CASE);
        log.record(access.actor(), of.readEvent(), purpose, of.id().toString(), of.municipality());
        return new Opened(of, occasion, instruments.version(occasion.form()));
    }

    /** An occasion that is being filled in, with its form: for reading what the writer has sent, so not a read of the case. */
    public Opened filling(OccasionId id) {
        var occasion = writable(id);
        var of = cases.permitted(occasion.caseId(), Action.WRITE_CASE);
        return new Opened(of, occasion, instruments.version(occasion.form()));
    }

    /** Keeps answers as they are; {@link Outcome.Kept}, or {@link Outcome.Conflict} where somebody else saved in between. */
    public Outcome keep(OccasionId id, int revision, Answers answers) {
        var occasion = writable(id);
        return occasion.draft() ? save(occasion, revision, answers) : new Outcome.Conflict();
    }

    private Outcome save(Occasion occasion, int revision, Answers answers) {
        var saved = with(occasion, revision, answers, Occasion.State.DRAFT);
        return store.save(saved) ? new Outcome.Kept(revision + 1, saved.savedAt()) : new Outcome.Conflict();
    }

    /** Completes an occasion if nothing is wrong with its answers; otherwise keeps them as a draft and says what is. */
    public Outcome complete(OccasionId id, int revision, Answers answers) {
        var occasion = writable(id);
        if (!occasion.draft()) {
            return new Outcome.Conflict();
        }
        var form = instruments.version(occasion.form());
        var settled = form.settled(occasion.phase(), answers);
        var faults = form.check(occasion.phase(), settled, LocalDate.now(clock));
        var state = faults.isEmpty() ? Occasion.State.DONE : Occasion.State.DRAFT;
        var saved = with(occasion, revision, faults.isEmpty() ? settled : answers, state);
        if (!store.save(saved)) {
            return new Outcome.Conflict();
        }
        logChange(occasion);
        return faults.isEmpty()
                ? new Outcome.Kept(revision + 1, saved.savedAt())
                : new Outcome.Faulty(faults, revision + 1);
    }

    /** Opens a completed occasion for changes. */
    public Outcome reopen(OccasionId id, int revision) {
        var occasion = writable(id);
        logChange(occasion);
        return save(occasion, revision, occasion.answers());
    }

    /** Throws a draft away. A completed occasion must be reopened first. */
    public CaseId discard(OccasionId id) {
        var occasion = writable(id);
        if (occasion.draft()) {
            store.remove(id);
            logChange(occasion);
        }
        return occasion.caseId();
    }

    private Occasion writable(OccasionId id) {
        var occasion = found(id, Action.WRITE_CASE);
        cases.permitted(occasion.caseId(), Action.WRITE_CASE);
        return occasion;
    }

    private Occasion found(OccasionId id, Action action) {
        return store.find(id).orElseThrow(() -> access.notFound(action, id.toString()));
    }

    private void logChange(Occasion occasion) {
        var of = cases.permitted(occasion.caseId(), Action.WRITE_CASE);
        log.record(access.actor(), "WRITE_CASE", Purpose.FOLLOW_UP, of.id().toString(), of.municipality());
    }

    private Occasion fresh(Case of, Phase phase, LocalDate date, Form form) {
        var months = phase == Phase.DURING || phase == Phase.AFTER ? Plan.planned(of.opened(), date) : 0;
        return new Occasion(
                OccasionId.fresh(),
                of.id(),
                phase,
                date,
                months,
                form.id(),
                Answers.NONE,
                Occasion.State.DRAFT,
                1,
                clock.instant());
    }

    private Occasion with(Occasion occasion, int revision, Answers answers, Occasion.State state) {
        return new Occasion(
                occasion.id(),
                occasion.caseId(),
                occasion.phase(),
                occasion.date(),
                occasion.months(),
                occasion.form(),
                answers,
                state,
                revision,
                clock.instant());
    }

    /** An occasion with its case and the form it is filled in by. */
    public record Opened(Case of, Occasion occasion, Form form) {}
}
