package se.samsyn.indicator;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.kernel.PlaceCode;

/** The door to targets. Read by all who may read results; set by those who edit indicators, for their own place. */
@Service
@Transactional(readOnly = true)
public class Targets {

    private final TargetStore store;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;

    Targets(TargetStore store, Access access, AccessLog log, Clock clock) {
        this.store = store;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** The targets of a place and its units, by indicator and the latest year first. */
    public List<Target> of(PlaceCode place) {
        return store.of(place);
    }

    /**
     * Sets a target for the own place; one for the same indicator, unit, year and sex is changed.
     *
     * @throws NotFoundOrDenied when the place is another's
     */
    @Transactional
    public void set(Target target) {
        Actor actor = permitted(target);
        store.put(target, clock.instant(), Optional.of(actor.id()));
    }

    /** The same for what comes with the program. */
    @Transactional
    public void provide(Target target) {
        store.put(target, clock.instant(), Optional.empty());
    }

    /** Takes a target away. */
    @Transactional
    public void remove(UUID id) {
        Target target = store.find(id).orElseThrow(NotFoundOrDenied::new);
        permitted(target);
        store.remove(id);
    }

    private Actor permitted(Target target) {
        access.require(Action.EDIT_INDICATORS, new se.samsyn.access.Target.OfPlace(target.place()));
        Actor actor = access.actor();
        log.record(actor, "SET_TARGET", Purpose.FOLLOW_UP, target.indicator().value(), target.place());
        return actor;
    }
}
