package se.samsyn.access;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsyn.keys.RingTurned;

/** Writes in the log that keys have been turned: an operator's work that everybody who reviews should see. */
@Component
class TurnedKeys {

    private final AccessLog log;

    TurnedKeys(AccessLog log) {
        this.log = log;
    }

    @EventListener
    void turned(RingTurned event) {
        log.program("TURN_KEYS", event.ring().toString());
    }
}
