package se.samsyn.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessDecision.Granted;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

/** The door to cases: opening, finding and reading them. Every read is decided by role and logged with its purpose. */
@Service
@Transactional
public class Cases {

    private static final Period LOOKED_BACK = Period.ofMonths(18);

    private final CaseStore cases;
    private final OccasionStore occasions;
    private final SupportStore support;
    private final GoalStore goals;
    private final GivenIds ids;
    private final Organisations organisations;
    private final Instruments instruments;
    private final Access access;
    private final AccessLog log;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    Cases(
            CaseStore cases,
            OccasionStore occasions,
            SupportStore support,
            GoalStore goals,
            GivenIds ids,
            Organisations organisations,
            Instruments instruments,
            Access access,
            AccessLog log,
            Pseudonyms pseudonyms,
            Clock clock) {
        this.cases = cases;
        this.occasions = occasions;
        this.support = support;
        this.goals = goals;
        this.ids = ids;
        this.organisations = organisations;
        this.instruments = instruments;
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
        return new CaseList(rows, page, total(unit, filter, page, rows.size()));
    }

    /** A page that is not full is the last one, and tells how many there are without counting. */
    private long total(UnitId unit, CaseFilter filter, int page, int shown) {
        return shown < CaseList.SIZE && (shown > 0 || page == 0)
                ? (long) page * CaseList.SIZE + shown
                : cases.count(unit, filter);
    }

    /**
     * All of a case, for a stated purpose.
     *
     * @throws NotFoundOrDenied when there is none, or none for the one who asks
     */
    public CaseFile read(CaseId id, Purpose purpose) {
        var of = permitted(id, Action.READ_CASE, purpose);
        log.record(access.actor(), of.readEvent(), purpose, id.toString(), of.municipality());
        return new CaseFile(of, occasions.of(id), support.of(id), goals.of(id));
    }

    /** The purposes the one signed in may state for reading a case, the usual first. */
    public List<Purpose> purposes(CaseId id) {
        var of = permitted(id, Action.READ_CASE);
        return Action.READ_CASE.purposes().stream()
                .filter(purpose -> access.decide(Action.READ_CASE, purpose, target(of)) instanceof Granted)
                .toList();
    }

    /** Whether a case is that of a protected person, so that a purpose must be stated for it alone; no read of the case. */
    public Identity identity(CaseId id) {
        return permitted(id, Action.READ_CASE).identity();
    }

    /**
     * Opens a case: {@link Outcome.Done} with the case, or {@link Outcome.Refused}. The same wish sent twice opens one case, whatever
     * id it got; two who wish for one local id at once get one case and one refusal.
     *
     * @throws NotFoundOrDenied when there is no such unit or instrument for the one who asks
     */
    public Outcome open(OpenCase wish) {
        var unit = require(Action.WRITE_CASE, wish.unit());
        instruments.inUse(wish.instrument(), unit.municipality());
        var refusals = OpenCaseCheck.refusals(wish, today());
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        if (otherForm(wish, unit.municipality())
                .flatMap(id -> cases.find(wish.unit(), wish.instrument(), id))
                .isPresent()) {
            return Outcome.Refused.because("localId", "followup.refused.localid.taken");
        }
        var opened = Case.opened(wish, unit.municipality(), localId(wish, unit.municipality()));
        if (!cases.add(opened)) {
            return cases.find(wish.id())
                    .map(found -> again(found, opened, wish))
                    .orElseGet(() -> Outcome.Refused.because("localId", "followup.refused.localid.taken"));
        }
        log.record(access.actor(), "OPEN_CASE", Purpose.FOLLOW_UP, opened.id().toString(), opened.municipality());
        return new Outcome.Done<>(opened);
    }

    /** The id the case is stored under: for a protected person a pseudonym of the one wished for. */
    private LocalId localId(OpenCase wish, PlaceCode municipality) {
        return (wish.identity() == Identity.PROTECTED ? pseudonym(wish, municipality) : wish.localId())
                .orElseGet(ids::fresh);
    }

    /** The form of the wished id that the same person's case would have, were it protected or open instead. */
    private Optional<LocalId> otherForm(OpenCase wish, PlaceCode municipality) {
        return wish.identity() == Identity.PROTECTED ? wish.localId() : pseudonym(wish, municipality);
    }

    private Optional<LocalId> pseudonym(OpenCase wish, PlaceCode municipality) {
        return wish.localId().map(id -> pseudonyms.of(id, municipality));
    }

    private static Outcome again(Case found, Case opened, OpenCase wish) {
        return found.sameAs(wish.localId().isPresent() ? opened : opened.with(found.localId()))
                ? new Outcome.Done<>(found)
                : Outcome.Refused.because("id", "followup.refused.open.again");
    }

    Case permitted(CaseId id, Action action) {
        return permitted(id, action, action.usual());
    }

    Case permitted(CaseId id, Action action, Purpose purpose) {
        var of = cases.find(id).orElseThrow(() -> access.notFound(action, id.toString()));
        access.require(action, purpose, target(of));
        return of;
    }

    private static Target target(Case of) {
        return new Target.OfUnit(of.unit(), of.municipality());
    }

    /** A case to be changed, which nobody else changes meanwhile. */
    Case held(CaseId id) {
        permitted(id, Action.WRITE_CASE);
        return cases.hold(id).orElseThrow(NotFoundOrDenied::new);
    }

    private Unit require(Action action, UnitId id) {
        var unit = organisations.find(id).orElseThrow(NotFoundOrDenied::new);
        access.require(action, new Target.OfUnit(id, unit.municipality()));
        return unit;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
