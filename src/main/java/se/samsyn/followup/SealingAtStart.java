package se.samsyn.followup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Seals what was written before there were seals, once after the upgrade, while Samsyn is in use; stopped on the way it goes on at the next start. */
@Component
@ConditionalOnWebApplication
final class SealingAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(SealingAtStart.class);

    private final SealingStore store;
    private final CaseTexts texts;

    SealingAtStart(SealingStore store, CaseTexts texts) {
        this.store = store;
        this.texts = texts;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!store.unsealed().isEmpty()) {
            Thread.ofPlatform().name("sealing").daemon().start(this::seal);
        }
    }

    /** Each municipality in turn; a fault in one leaves it for the next start, and is told by its kind alone. */
    void seal() {
        for (var place : store.unsealed()) {
            try {
                long sealed = texts.sealAnew(FreeText.ring(place));
                store.sealed(place);
                LOG.info("Texts of {} that were written before are sealed: {}", place, sealed);
            } catch (RuntimeException fault) {
                LOG.error(
                        "Texts of {} could not be sealed: {}",
                        place,
                        fault.getClass().getSimpleName());
                return;
            }
        }
    }
}
