package se.samsyn.indicator;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.ActorId;
import se.samsyn.access.Purpose;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.table.Where;

/** The door for deliveries: all or nothing, held against what was there, so that every change of a value is known. */
@Service
public class IndicatorImports {

    private final IndicatorStore indicators;
    private final IncomingStore incoming;
    private final Organisations organisations;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;

    IndicatorImports(
            IndicatorStore indicators,
            IncomingStore incoming,
            Organisations organisations,
            Access access,
            AccessLog log,
            Clock clock) {
        this.indicators = indicators;
        this.incoming = incoming;
        this.organisations = organisations;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Demands that the one signed in may import, and logs it.
     *
     * @return who it is
     * @throws se.samsyn.access.NotFoundOrDenied when not
     */
    public Actor permit(String source) {
        access.requireAtHome(Action.IMPORT_INDICATORS);
        Actor actor = access.actor();
        log.record(actor, Action.IMPORT_INDICATORS.name(), Purpose.FOLLOW_UP, source, actor.place());
        return actor;
    }

    /**
     * Stores a delivery.
     *
     * @param by empty for the program's own commands
     * @throws Delivery.Refused when something of it cannot be taken; nothing is stored then
     */
    @Transactional
    public Arrived take(Delivery delivery, Optional<ActorId> by) {
        refuseUnknownSource(delivery);
        incoming.open();
        refuseOurs(delivery);
        Map<IndicatorKey, String> others = indicators.ofOthers(delivery.source());
        refuseOthers(delivery, others);
        indicators.put(delivery.indicators());
        Map<IndicatorKey, Integer> numbers = indicators.numbers();
        Set<IndicatorKey> ours = indicators.computed();
        numbers.keySet().removeAll(ours);
        numbers.keySet().removeAll(others.keySet());
        return store(delivery, new IncomingStore.Known(numbers, ours, others, indicators.groups(), places()), by);
    }

    /** Stores what was computed here, of an indicator that there is. */
    @Transactional
    Arrived keep(Delivery delivery, Optional<ActorId> by) {
        refuseUnknownSource(delivery);
        incoming.open();
        var known = new IncomingStore.Known(indicators.numbers(), Set.of(), Map.of(), indicators.groups(), places());
        return store(delivery, known, by);
    }

    private Arrived store(Delivery delivery, IncomingStore.Known known, Optional<ActorId> by) {
        IncomingStore.Came came = incoming.fill(known, delivery.feed());
        return incoming.settle(delivery, came, clock.instant(), by);
    }

    /** The places and units there are, read once: a delivery may have millions of values. */
    private Predicate<Where> places() {
        Set<Where> places = new HashSet<>(Set.of(new Where.Area(PlaceCode.NATION)));
        organisations.regions().forEach(region -> places.add(new Where.Area(region.code())));
        organisations.municipalities(PlaceCode.NATION).forEach(one -> places.add(new Where.Area(one.code())));
        organisations.units(PlaceCode.NATION).forEach(unit -> places.add(new Where.OneUnit(unit.id())));
        return places::contains;
    }

    private void refuseUnknownSource(Delivery delivery) {
        if (!indicators.hasSource(delivery.source())) {
            throw new Delivery.Refused("Källan " + delivery.source() + " finns inte. Lägg först upp den under Källor.");
        }
    }

    private void refuseOurs(Delivery delivery) {
        List<IndicatorKey> taken = indicators.oursAmong(
                delivery.indicators().stream().map(Indicator::key).toList());
        if (!taken.isEmpty()) {
            throw new Delivery.Refused(
                    "Namnet " + taken.getFirst() + " är redan en egen indikators. Byt namn i filen.");
        }
    }

    /** What one source tells is not told by another under the same name: its values would stand as the first one's. */
    private static void refuseOthers(Delivery delivery, Map<IndicatorKey, String> others) {
        delivery.indicators().stream()
                .map(Indicator::key)
                .filter(others::containsKey)
                .findFirst()
                .ifPresent(key -> {
                    throw new Delivery.Refused(otherSource(key, others.getOrDefault(key, "")));
                });
    }

    static String otherSource(IndicatorKey key, String source) {
        return "Indikatorn " + key + " kommer från källan " + source
                + ". Byt namn i filen, eller ange den källan om värdena är därifrån.";
    }

    /** The latest imports, newest first. */
    @Transactional(readOnly = true)
    public List<Arrived> latest() {
        return incoming.latest();
    }
}
