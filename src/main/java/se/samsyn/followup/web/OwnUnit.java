package se.samsyn.followup.web;

import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.kernel.UnitId;

/** The unit of the one signed in; those without one have no cases. */
@Component
final class OwnUnit {

    private final Access access;

    OwnUnit(Access access) {
        this.access = access;
    }

    UnitId id() {
        return access.actor().unit().orElseThrow(NotFoundOrDenied::new);
    }
}
