package se.samsyn.followup.retention;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/**
 * The door to rules of keeping. A municipality's own rule counts, else its region's, else the nation's, else the ready one: a
 * compilation.
 */
@Service
public class Rules {

    private final RuleStore store;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;

    Rules(RuleStore store, Access access, AccessLog log, Clock clock) {
        this.store = store;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** Sets the rule of a place for an instrument; cases are judged by it from now on. */
    @Transactional
    public void set(PlaceCode place, InstrumentKey instrument, Rule rule) {
        access.require(Action.SET_RETENTION, new Target.OfPlace(place));
        store.add(place, instrument, rule, access.actor().id(), clock.instant());
        log.record(access.actor(), "SET_RETENTION", Purpose.OPERATION, place + "/" + instrument, place);
    }

    /** All rules that count, to be asked for many cases. */
    public InForce inForce() {
        return new InForce(store.latest().stream()
                .collect(Collectors.toMap(set -> new Of(set.place(), set.instrument()), Function.identity())));
    }

    private record Of(PlaceCode place, InstrumentKey instrument) {}

    /** The rules as they stood when asked for. */
    public static final class InForce {

        private final Map<Of, SetRule> set;

        private InForce(Map<Of, SetRule> set) {
            this.set = set;
        }

        /** The rule for an instrument at a place. */
        public Rule of(PlaceCode place, InstrumentKey instrument) {
            return from(place, instrument).map(SetRule::rule).orElse(Rule.COMPILATION);
        }

        /** The rule that some place has set and that counts here; empty where the ready one does. */
        public Optional<SetRule> from(PlaceCode place, InstrumentKey instrument) {
            return upwards(place).stream()
                    .flatMap(each -> Optional.ofNullable(set.get(new Of(each, instrument))).stream())
                    .findFirst();
        }

        private static List<PlaceCode> upwards(PlaceCode place) {
            return place.level() == Level.NATION ? List.of(place) : List.of(place, place.region(), PlaceCode.NATION);
        }
    }
}
