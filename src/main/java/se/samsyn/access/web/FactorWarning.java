package se.samsyn.access.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsyn.access.SignInRule;

/** Says at every start that passwords alone let people in, where they do. */
@Component
@ConditionalOnWebApplication
final class FactorWarning {

    private static final Logger LOG = LoggerFactory.getLogger(FactorWarning.class);

    private final SignInRule rule;

    FactorWarning(SignInRule rule) {
        this.rule = rule;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (rule.isWithoutSecondFactor()) {
            LOG.warn("Two-step sign-in is turned off (SAMSYN_SECOND_FACTOR=off): a password alone lets people in");
        }
    }
}
