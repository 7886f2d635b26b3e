package se.samsyn.followup.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.database.RowScope;
import se.samsyn.database.RowScope.Task;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.KeptCases;
import se.samsyn.followup.retention.Erasure.Line;
import se.samsyn.followup.retention.Erasure.Signature;
import se.samsyn.followup.retention.Erasure.State;
import se.samsyn.followup.retention.ErasureOutcome.Why;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;

/**
 * The door to erasing: the unit's manager proposes, another person decides, and all of the batch is erased or nothing. Nobody else's
 * batch is met here, and nobody decides their own.
 */
@Service
public class Erasures {

    /** The most cases of a batch. */
    public static final int MOST = 500;

    private static final int LISTED = 200;

    /** Others' are among those of a place, and not listed. */
    private static final int LOOKED_THROUGH = 1_000;

    private final KeptCases cases;
    private final KeepingStore keepings;
    private final ErasureStore store;
    private final Eraser eraser;
    private final Rules rules;
    private final Organisations organisations;
    private final Access access;
    private final AccessLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Erasures(
            KeptCases cases,
            KeepingStore keepings,
            ErasureStore store,
            Eraser eraser,
            Rules rules,
            Organisations organisations,
            Access access,
            AccessLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.keepings = keepings;
        this.store = store;
        this.eraser = eraser;
        this.rules = rules;
        this.organisations = organisations;
        this.access = access;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What has been proposed and erased where the one signed in answers for it, the latest first. */
    public List<Erasure> latest() {
        var actor = access.actor();
        access.requireAtHome(Action.READ_RETENTION);
        var there = actor.unit().isPresent()
                ? store.latest(LISTED)
                : RowScope.compiling(actor.place(), () -> store.latest(LOOKED_THROUGH));
        return there.stream()
                .filter(each -> access.may(Action.READ_RETENTION, target(each)))
                .limit(LISTED)
                .toList();
    }

    /** One of them. */
    public Erasure find(UUID id) {
        var actor = access.actor();
        var found = RowScope.compiling(actor.place(), () -> store.find(id))
                .orElseThrow(() -> access.notFound(Action.READ_RETENTION, id.toString()));
        access.require(Action.READ_RETENTION, target(found));
        return found;
    }

    /** Proposes that cases of a unit be erased; all of them must be due, with nothing left to ask. */
    public ErasureOutcome propose(UnitId unit, Collection<CaseId> chosen) {
        var municipality =
                organisations.find(unit).orElseThrow(NotFoundOrDenied::new).municipality();
        access.require(Action.PROPOSE_ERASURE, new Target.OfUnit(unit, municipality));
        var ids = Set.copyOf(chosen);
        if (ids.isEmpty()) {
            return new ErasureOutcome.Refused(Why.NOTHING_CHOSEN);
        }
        if (ids.size() > MOST) {
            return new ErasureOutcome.Refused(Why.TOO_MANY);
        }
        var actor = access.actor();
        return within(unit, Task.KEEP, actor, () -> {
            var lines = lines(unit, ids);
            if (lines.size() != ids.size()) {
                return new ErasureOutcome.Refused(Why.NOT_DUE);
            }
            var proposed = new Erasure(
                    UUID.randomUUID(),
                    unit,
                    municipality,
                    State.PROPOSED,
                    lines,
                    signature(actor),
                    Optional.empty(),
                    Optional.empty());
            store.add(proposed);
            log.record(
                    actor, "PROPOSE_ERASURE", Purpose.RETENTION, proposed.id().toString(), municipality);
            return new ErasureOutcome.Done(proposed.id());
        });
    }

    /** The lines of those among the cases that are the unit's own and due today with nothing left to ask. */
    private List<Line> lines(UnitId unit, Set<CaseId> ids) {
        var today = LocalDate.now(clock);
        return DueCases.judged(cases.held(ids), keepings.of(ids), rules.inForce()).stream()
                .filter(each -> each.of().unit().equals(unit))
                .flatMap(each -> each.verdict() instanceof Verdict.Erased erased && erased.ready(today)
                        ? List.of(line(each, erased)).stream()
                        : List.<Line>of().stream())
                .toList();
    }

    private static Line line(JudgedCase judged, Verdict.Erased verdict) {
        return new Line(
                judged.of().id(),
                judged.of().instrument(),
                judged.of().opened().getYear(),
                judged.rule(),
                verdict.arises(),
                verdict.last());
    }

    /** Takes a proposal back, by the unit's manager. */
    public ErasureOutcome withdraw(UUID id) {
        var proposed = find(id);
        access.require(Action.PROPOSE_ERASURE, target(proposed));
        return end(proposed, State.WITHDRAWN);
    }

    /** Declines a proposal, by the second person. */
    public ErasureOutcome decline(UUID id) {
        var proposed = find(id);
        access.require(Action.DECIDE_ERASURE, target(proposed));
        return proposed.proposal().by().equals(access.actor().id())
                ? new ErasureOutcome.Refused(Why.SAME_PERSON)
                : end(proposed, State.DECLINED);
    }

    private ErasureOutcome end(Erasure proposed, State state) {
        var actor = access.actor();
        return within(proposed.unit(), Task.KEEP, actor, () -> {
            var held = store.hold(proposed.id()).orElseThrow(NotFoundOrDenied::new);
            if (held.state() != State.PROPOSED) {
                return new ErasureOutcome.Refused(Why.DECIDED);
            }
            store.settle(decided(held, state, actor));
            log.record(actor, state + "_ERASURE", Purpose.RETENTION, held.id().toString(), held.municipality());
            return new ErasureOutcome.Done(held.id());
        });
    }

    /**
     * Decides that a proposal be carried out, by another than who proposed it. The protected figures of the years concerned are frozen
     * first; then all cases are erased, or none if one of them is no longer due.
     */
    public ErasureOutcome erase(UUID id) {
        var proposed = find(id);
        access.require(Action.DECIDE_ERASURE, target(proposed));
        var actor = access.actor();
        if (proposed.proposal().by().equals(actor.id())) {
            return new ErasureOutcome.Refused(Why.SAME_PERSON);
        }
        if (proposed.state() != State.PROPOSED) {
            return new ErasureOutcome.Refused(Why.DECIDED);
        }
        eraser.freeze(proposed);
        var outcome = within(proposed.unit(), Task.ERASE, actor, () -> erase(proposed, actor));
        if (outcome instanceof ErasureOutcome.Done) {
            eraser.forget(proposed);
        }
        return outcome;
    }

    /** What is answered to somebody who may erase, but has not said that the list has been gone through. */
    public ErasureOutcome unconfirmed(UUID id) {
        access.require(Action.DECIDE_ERASURE, target(find(id)));
        return new ErasureOutcome.Refused(Why.NOT_CONFIRMED);
    }

    private ErasureOutcome erase(Erasure proposed, Actor actor) {
        var held = store.hold(proposed.id()).orElseThrow(NotFoundOrDenied::new);
        if (held.state() != State.PROPOSED) {
            return new ErasureOutcome.Refused(Why.DECIDED);
        }
        var ids = held.lines().stream().map(Line::of).collect(Collectors.toSet());
        var still = new HashMap<CaseId, Line>();
        lines(held.unit(), ids).forEach(line -> still.put(line.of(), line));
        if (!held.lines().stream().allMatch(line -> line.equals(still.get(line.of())))) {
            return new ErasureOutcome.Refused(Why.NOT_DUE);
        }
        var erased = eraser.erase(decided(held, State.ERASED, actor));
        log.record(
                actor,
                "ERASE_CASE",
                Purpose.RETENTION,
                erased.lines().stream().map(line -> line.of().toString()).toList(),
                erased.municipality());
        log.record(actor, "DECIDE_ERASURE", Purpose.RETENTION, erased.id().toString(), erased.municipality());
        return new ErasureOutcome.Done(erased.id());
    }

    private Erasure decided(Erasure held, State state, Actor actor) {
        return new Erasure(
                held.id(),
                held.unit(),
                held.municipality(),
                state,
                held.lines(),
                held.proposal(),
                Optional.of(signature(actor)),
                Optional.empty());
    }

    private Signature signature(Actor actor) {
        return new Signature(actor.id(), actor.name(), clock.instant());
    }

    private <T> T within(UnitId unit, Task task, Actor actor, Supplier<T> work) {
        return RowScope.working(Set.of(unit), task, actor.id().toString(), () -> transaction.execute(_ -> work.get()));
    }

    private static Target target(Erasure of) {
        return new Target.OfUnit(of.unit(), of.municipality());
    }
}
