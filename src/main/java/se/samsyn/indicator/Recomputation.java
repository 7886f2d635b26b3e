package se.samsyn.indicator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Computes own indicators anew each night, so that they follow what has been gathered. */
@Component
@ConditionalOnWebApplication
class Recomputation {

    private static final Logger LOG = LoggerFactory.getLogger(Recomputation.class);

    private final Definitions definitions;

    Recomputation(Definitions definitions) {
        this.definitions = definitions;
    }

    @Scheduled(cron = "${samsyn.indicator.night:0 40 3 * * *}")
    void recompute() {
        definitions.computed().forEach(this::recompute);
    }

    private void recompute(IndicatorKey key) {
        try {
            definitions.compute(key);
        } catch (RuntimeException failed) { // one definition in bad order must not keep the others old
            LOG.error("The indicator {} could not be computed; readers keep what there is", key, failed);
        }
    }
}
