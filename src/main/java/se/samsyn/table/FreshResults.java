package se.samsyn.table;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compiles results behind the readers' backs: soon after the start, and then whenever they have grown old. */
@Component
@ConditionalOnWebApplication
class FreshResults {

    private static final Logger LOG = LoggerFactory.getLogger(FreshResults.class);

    private final Results results;

    FreshResults(Results results) {
        this.results = results;
    }

    @Scheduled(initialDelayString = "${samsyn.results.first:PT2S}", fixedDelayString = "${samsyn.results.look:PT5M}")
    void refresh() {
        results.gatherings().forEach(this::refresh);
    }

    private void refresh(Gathering gathering) {
        try {
            results.refresh(gathering.set());
        } catch (RuntimeException failed) { // one set in bad order must not keep the others old
            LOG.error("The data set {} could not be read; readers keep what there is", gathering.set(), failed);
        }
    }
}
