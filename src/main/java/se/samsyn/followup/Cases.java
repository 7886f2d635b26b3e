package se.samsyn.followup;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

/** The door to cases: opening, finding, reading and closing them. Every read is decided by role and logged with its purpose. */
@Service
@Transactional
public class Cases {

    private static final String READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Period LOOKED_BACK = Period.ofMonths(18);

    private final CaseStore cases;
    private final OccasionStore occasions;
    private final SupportStore support;
    private final GoalStore goals;
    private final Organisations organisations;
    private final Access access;
    private final AccessLog log;
    private final Pseudonyms pseudonyms;
    private final Clock clock;
    private final RandomGenerator chance = new SecureRandom();

    Cases(
            CaseStore cases,
            OccasionStore occasions,
            SupportStore support,
            GoalStore goals,
            Organisations organisations,
            Access access,
            AccessLog log,
            Pseudonyms pseudonyms,
            Clock clock) {
        this.cases = cases;
        this.occasions = occasions;
        this.support = support;
        this.goals = goals;
        this.organisations = organisations;
        this.access = access;
        this.log = log;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** What is due in a unit up to so far ahead, the most urgent first; what was due before today comes first. */
    public List<Due> due(UnitId unit, Period ahead) {
        var found = require(Action.READ_CASE, unit);
        log.record(access.actor(), "READ_DUE", Purpose.FOLLOW_UP, unit.toString(), found.municipality());
        var today = today();
        return Plan.due(cases.followed(unit, today.minus(LOOKED_BACK)).stream(), today, ahead);
    }

    /** The next follow-up of a case, if it needs one. */
    public Optional<Due> next(CaseFile file) {
        var held = file.occasions().stream()
                .map(each -> new CaseOverview.Done(each.phase(), each.date(), each.state()))
                .toList();
        return Plan.next(new CaseOverview(file.of(), held), today());
    }

    /** A page of a unit's cases, the latest opened first. */
    public CaseList list(UnitId unit, CaseFilter filter, int page) {
        var found = require(Action.READ_CASE, unit);
        log.record(access.actor(), "READ_LIST", Purpose.FOLLOW_UP, unit.toString(), found.municipality());
        var rows = cases.list(unit, filter, page * CaseList.SIZE, CaseList.SIZE);
        return new CaseList(rows, page, cases.count(unit, filter));
    }

    /**
     * All of a case, for a stated purpose.
     *
     * @throws NotFoundOrDenied when there is none, or none for the one who asks
     */
    public CaseFile read(CaseId id, Purpose purpose) {
        var of = permitted(id, Action.READ_CASE);
        log.record(access.actor(), of.readEvent(), purpose, id.toString(), of.municipality());
        return new CaseFile(of, occasions.of(id), support.of(id), goals.of(id));
    }

    /** Opens a case: {@link Outcome.Done} with the case, or {@link Outcome.Refused}. */
    public Outcome open(OpenCase wish) {
        var unit = require(Action.WRITE_CASE, wish.unit());
        var refusals = OpenCaseCheck.refusals(wish, today());
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        var pseudonym = wish.localId().map(id -> pseudonyms.of(id, unit.municipality()));
        var localId = (wish.identity() == Identity.PROTECTED ? pseudonym : wish.localId()).orElseGet(this::givenId);
        if (Stream.concat(Stream.of(localId), pseudonym.stream())
                .anyMatch(id -> cases.find(wish.unit(), wish.instrument(), id).isPresent())) {
            return Outcome.Refused.because("localId", "followup.refused.localid.taken");
        }
        var opened = opened(wish, unit.municipality(), localId);
        cases.add(opened);
        log.record(access.actor(), "OPEN_CASE", Purpose.FOLLOW_UP, opened.id().toString(), opened.municipality());
        return new Outcome.Done<>(opened);
    }

    /** Corrects what is known of a case; protection of identity takes birth year and the unit's own id away for good. */
    public Outcome correct(CaseId id, int revision, Facts facts) {
        var of = permitted(id, Action.WRITE_CASE);
        var birthYear = facts.identity() == Identity.PROTECTED ? OptionalInt.empty() : facts.birthYear();
        if (birthYear.isPresent() && !OpenCaseCheck.plausible(birthYear.getAsInt(), of.opened())) {
            return Outcome.Refused.because("birthYear", "followup.refused.birthyear");
        }
        var newlyProtected = facts.identity() == Identity.PROTECTED && of.identity() == Identity.OPEN;
        return store(
                of,
                new Case(
                        of.id(),
                        of.unit(),
                        of.municipality(),
                        of.instrument(),
                        newlyProtected ? pseudonyms.of(of.localId(), of.municipality()) : of.localId(),
                        facts.sex(),
                        birthYear,
                        facts.identity(),
                        facts.wayIn(),
                        of.opened(),
                        of.closure(),
                        revision),
                "WRITE_CASE");
    }

    /** What can be corrected in a case. */
    public record Facts(Sex sex, OptionalInt birthYear, Identity identity, WayIn wayIn) {}

    /** Closes a case. */
    public Outcome close(CaseId id, int revision, Closure closure) {
        var of = permitted(id, Action.WRITE_CASE);
        if (closure.date().isBefore(of.opened())) {
            return Outcome.Refused.because("closed", "followup.refused.closed.early");
        }
        if (closure.date().isAfter(today())) {
            return Outcome.Refused.because("closed", "followup.refused.future");
        }
        return change(of, revision, Optional.of(closure), "CLOSE_CASE");
    }

    /** Takes a closing back. */
    public Outcome reopen(CaseId id, int revision) {
        return change(permitted(id, Action.WRITE_CASE), revision, Optional.empty(), "WRITE_CASE");
    }

    Case permitted(CaseId id, Action action) {
        var of = cases.find(id).orElseThrow(() -> access.notFound(action, id.toString()));
        access.require(action, new Target.OfUnit(of.unit(), of.municipality()));
        return of;
    }

    private Outcome change(Case of, int revision, Optional<Closure> closure, String event) {
        var changed = new Case(
                of.id(),
                of.unit(),
                of.municipality(),
                of.instrument(),
                of.localId(),
                of.sex(),
                of.birthYear(),
                of.identity(),
                of.wayIn(),
                of.opened(),
                closure,
                revision);
        return store(of, changed, event);
    }

    private Outcome store(Case of, Case changed, String event) {
        if (!cases.change(changed)) {
            return new Outcome.Conflict();
        }
        log.record(access.actor(), event, Purpose.FOLLOW_UP, of.id().toString(), of.municipality());
        return new Outcome.Done<>(changed);
    }

    private Unit require(Action action, UnitId id) {
        var unit = organisations.find(id).orElseThrow(NotFoundOrDenied::new);
        access.require(action, new Target.OfUnit(id, unit.municipality()));
        return unit;
    }

    private static Case opened(OpenCase wish, PlaceCode municipality, LocalId localId) {
        var birthYear = wish.identity() == Identity.PROTECTED ? OptionalInt.empty() : wish.birthYear();
        return new Case(
                CaseId.fresh(),
                wish.unit(),
                municipality,
                wish.instrument(),
                localId,
                wish.sex(),
                birthYear,
                wish.identity(),
                wish.wayIn(),
                wish.opened(),
                Optional.empty(),
                1);
    }

    private LocalId givenId() {
        var text = new StringBuilder(String.valueOf(today().getYear() % 100)).append('-');
        for (int i = 0; i < 5; i++) {
            text.append(READABLE.charAt(chance.nextInt(READABLE.length())));
        }
        return new LocalId(text.toString());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
