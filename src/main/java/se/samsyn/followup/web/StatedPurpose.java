package se.samsyn.followup.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.Cases;
import se.samsyn.followup.Identity;

/**
 * Why the one signed in reads cases. A caseworker's reading is follow-up; a unit manager says why once per session. Whoever opens
 * the case of a protected person says why for that case alone, and again when half an hour has passed or another such case has been
 * opened in between. The session is asked for when needed: commands run without a web server.
 */
@Component
final class StatedPurpose {

    static final Duration LASTS = Duration.ofMinutes(30);

    private static final String USUAL = "purpose";
    private static final String OF_ONE = "purpose-of-one";

    private final Access access;
    private final Cases cases;
    private final ObjectProvider<HttpSession> session;
    private final Clock clock;

    StatedPurpose(Access access, Cases cases, ObjectProvider<HttpSession> session, Clock clock) {
        this.access = access;
        this.cases = cases;
        this.session = session;
        this.clock = clock;
    }

    /** The purpose a case may be read for now; empty where it has to be stated first. */
    Optional<Purpose> find(CaseId id) {
        if (cases.identity(id) == Identity.PROTECTED) {
            return session.getObject().getAttribute(OF_ONE) instanceof OfOne of && of.holds(id, clock.instant())
                    ? Optional.of(of.purpose())
                    : Optional.empty();
        }
        return access.actor().role() == Role.CASEWORKER
                ? Optional.of(Purpose.FOLLOW_UP)
                : Optional.ofNullable((Purpose) session.getObject().getAttribute(USUAL));
    }

    /** What may be stated for a case; a client's own right of access has a page of its own. */
    List<Purpose> choices(CaseId id) {
        return cases.purposes(id).stream()
                .filter(purpose -> purpose != Purpose.RIGHT_OF_ACCESS)
                .toList();
    }

    void state(CaseId id, Purpose purpose) {
        if (!choices(id).contains(purpose)) {
            throw new IllegalArgumentException("Not a purpose for reading cases");
        }
        if (cases.identity(id) == Identity.PROTECTED) {
            session.getObject()
                    .setAttribute(
                            OF_ONE,
                            new OfOne(id.value(), purpose, clock.instant().plus(LASTS)));
        } else {
            session.getObject().setAttribute(USUAL, purpose);
        }
    }

    private record OfOne(UUID of, Purpose purpose, Instant until) implements Serializable {

        private static final long serialVersionUID = 1;

        boolean holds(CaseId id, Instant now) {
            return of.equals(id.value()) && now.isBefore(until);
        }
    }
}
