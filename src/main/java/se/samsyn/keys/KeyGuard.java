package se.samsyn.keys;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Lets the web application start only with the keys that its data was sealed with. Commands start without them, so that {@code keys check}
 * can say what is wrong; what they need a key for, they fail at.
 */
@Component
@ConditionalOnWebApplication
final class KeyGuard implements SmartInitializingSingleton {

    private final Rings rings;
    private final Secrets secrets;

    KeyGuard(Rings rings, Secrets secrets) {
        this.rings = rings;
        this.secrets = secrets;
    }

    @Override
    public void afterSingletonsInstantiated() {
        rings.faults().values().stream().findFirst().ifPresent(KeyGuard::refuse);
        secrets.faults().values().stream().findFirst().ifPresent(KeyGuard::refuse);
    }

    private static void refuse(KeyFault fault) {
        throw fault;
    }
}
