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
import se.samsyn.organisation.Organisations;

/** The door to targets. Read by all who may read results; set by those who edit indicators, for their own place. */
@Service
@Transactional(readOnly = true)
public class Targets {

    private final TargetStore store;
    private final IndicatorStore indicators;
    private final Organisations organisations;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;

    Targets(
            TargetStore store,
            IndicatorStore indicators,
            Organisations organisations,
            Access access,
            AccessLog log,
            Clock clock) {
        this.store = store;
        this.indicators = indicators;
        this.organisations = organisations;
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
     * @throws NotFoundOrDenied when the place is another's, or there is no such indicator or no such unit in the place
     */
    @Transactional
    public void set(Target target) {
        Actor actor = permitted(target);
        if (!isThere(target)) {
            throw access.notFound(Action.EDIT_INDICATORS, target.indicator().value());
        }
        store.find(target.id()).ifPresent(before -> {
            permitted(before);
            store.remove(before.id());
        });
        store.put(target, clock.instant(), Optional.of(actor.id()));
    }

    /** The same for what comes with the program. */
    @Transactional
    public void provide(Target target) {
        store.put(target, clock.instant(), Optional.empty());
    }

    private boolean isThere(Target target) {
        boolean unit = target.unit().isEmpty()
                || organisations
                        .find(target.unit().get())
                        .filter(one -> target.place().contains(one.municipality()))
                        .isPresent();
        return unit && indicators.find(target.indicator()).isPresent();
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
