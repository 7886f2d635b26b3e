package se.samsyn.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
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
        var of = cases.held(id);
        if (date.isBefore(of.opened())) {
            return Outcome.Refused.because("date", "followup.refused.date.early");
        }
        if (date.isAfter(LocalDate.now(clock))) {
            return Outcome.Refused.because("date", "followup.refused.future");
        }
        if (phase == Phase.DURING
                && of.closure().filter(closed -> date.isAfter(closed.date())).isPresent()) {
            return Outcome.Refused.because("date", "followup.refused.during.closed");
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
        var of = cases.permitted(occasion.caseId(), Action.READ_CASE, purpose);
        log.record(access.actor(), of.readEvent(), purpose, of.id().toString(), of.municipality());
        return new Opened(of, occasion, instruments.version(occasion.form()));
    }

    /** The case of an occasion, for asking after a purpose before it is read; no read of the case. */
    public Case caseOf(OccasionId id) {
        return cases.permitted(found(id, Action.READ_CASE).caseId(), Action.READ_CASE);
    }

    /** An occasion that is being filled in, with its form: for reading what the writer has sent, so not a read of the case. */
    public Opened filling(OccasionId id) {
        var writable = writable(id);
        return new Opened(
                writable.of(),
                writable.occasion(),
                instruments.version(writable.occasion().form()));
    }

    /**
     * Keeps answers as they are; {@link Outcome.Kept}, or {@link Outcome.Conflict} where another page saved in between. The first save of a
     * page within each ten minutes of the clock is a line in the log, and the others are of the same change.
     */
    public Outcome keep(OccasionId id, Pen pen, Answers answers) {
        var writable = writable(id);
        if (!writable.occasion().draft()) {
            return new Outcome.Conflict();
        }
        var changed = with(writable.occasion(), answers, Occasion.State.DRAFT);
        var written = store.save(writable.of(), changed, own(pen));
        if (written.filter(OccasionStore.Written::first).isPresent()) {
            logChange(writable.of());
        }
        return outcome(written, changed);
    }

    /**
     * Keeps answers in place of those that somebody else has saved, once both have been seen; an occasion completed meanwhile is a draft again.
     * {@link Outcome.Conflict} where yet another save came in between.
     */
    public Outcome replace(OccasionId id, Pen pen, Answers answers) {
        var writable = writable(id);
        var outcome = save(writable.of(), with(writable.occasion(), answers, Occasion.State.DRAFT), pen);
        if (outcome instanceof Outcome.Kept) {
            logChange(writable.of());
        }
        return outcome;
    }

    private Outcome save(Case of, Occasion changed, Pen pen) {
        return outcome(store.save(of, changed, own(pen)), changed);
    }

    /** A page that goes on after another person has signed in is another writer. */
    private Pen own(Pen pen) {
        return pen.of(access.actor().id());
    }

    private static Outcome outcome(Optional<OccasionStore.Written> written, Occasion changed) {
        return written.<Outcome>map(kept -> new Outcome.Kept(kept.revision(), changed.savedAt()))
                .orElseGet(Outcome.Conflict::new);
    }

    /** Completes an occasion if nothing is wrong with its answers; otherwise keeps them as a draft and says what is. */
    public Outcome complete(OccasionId id, Pen pen, Answers answers) {
        var writable = writable(id);
        var occasion = writable.occasion();
        var form = instruments.version(occasion.form());
        var settled = form.settled(occasion.phase(), answers);
        if (!occasion.draft()) {
            return occasion.answers().equals(settled)
                    ? new Outcome.Kept(occasion.revision(), occasion.savedAt())
                    : new Outcome.Conflict();
        }
        var faults = form.check(occasion.phase(), settled, LocalDate.now(clock));
        var changed = faults.isEmpty()
                ? with(occasion, settled, Occasion.State.DONE)
                : with(occasion, answers, Occasion.State.DRAFT);
        var outcome = save(writable.of(), changed, pen);
        if (outcome instanceof Outcome.Kept(int revision, var _)) {
            logChange(writable.of());
            return faults.isEmpty() ? outcome : new Outcome.Faulty(faults, revision);
        }
        return outcome;
    }

    /** Opens a completed occasion for changes; a draft stays as it is. */
    public Outcome reopen(OccasionId id, int revision) {
        var writable = writable(id);
        var occasion = writable.occasion();
        if (occasion.draft()) {
            return new Outcome.Kept(occasion.revision(), occasion.savedAt());
        }
        logChange(writable.of());
        return save(writable.of(), with(occasion, occasion.answers(), Occasion.State.DRAFT), Pen.first(revision));
    }

    /** Throws a draft away. A completed occasion must be reopened first, and within a fortnight of being completed. */
    public Outcome discard(OccasionId id) {
        var writable = writable(id);
        var of = writable.of().id();
        if (!writable.occasion().draft()) {
            return new Outcome.Done<>(of);
        }
        if (!store.remove(id, Mistake.since(clock))) {
            return Outcome.Refused.because("date", "followup.refused.mistake");
        }
        logChange(writable.of());
        return new Outcome.Done<>(of);
    }

    private Writable writable(OccasionId id) {
        var occasion = found(id, Action.WRITE_CASE);
        return new Writable(cases.permitted(occasion.caseId(), Action.WRITE_CASE), occasion);
    }

    private Occasion found(OccasionId id, Action action) {
        return store.find(id).orElseThrow(() -> access.notFound(action, id.toString()));
    }

    private void logChange(Case of) {
        log.record(access.actor(), "WRITE_CASE", Purpose.FOLLOW_UP, of.id().toString(), of.municipality());
    }

    private Occasion fresh(Case of, Phase phase, LocalDate date, Form form) {
        var months = PlannedMonths.of(phase, of.opened(), date);
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

    private Occasion with(Occasion occasion, Answers answers, Occasion.State state) {
        return new Occasion(
                occasion.id(),
                occasion.caseId(),
                occasion.phase(),
                occasion.date(),
                occasion.months(),
                occasion.form(),
                answers,
                state,
                occasion.revision(),
                clock.instant());
    }

    private record Writable(Case of, Occasion occasion) {}

    /** An occasion with its case and the form it is filled in by. */
    public record Opened(Case of, Occasion occasion, Form form) {}
}
