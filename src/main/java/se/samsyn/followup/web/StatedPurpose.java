package se.samsyn.followup.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;

/** Why the one signed in reads cases: follow-up for a caseworker; a unit manager says why, once per session. */
@Component
final class StatedPurpose {

    static final List<Purpose> CHOICES = List.of(Purpose.FOLLOW_UP, Purpose.SELF_AUDIT, Purpose.SUPERVISION);

    private static final String KEY = "purpose";

    private final Access access;

    StatedPurpose(Access access) {
        this.access = access;
    }

    Optional<Purpose> find(HttpSession session) {
        if (access.actor().role() == Role.CASEWORKER) {
            return Optional.of(Purpose.FOLLOW_UP);
        }
        return Optional.ofNullable((Purpose) session.getAttribute(KEY));
    }

    void state(HttpSession session, Purpose purpose) {
        if (!CHOICES.contains(purpose)) {
            throw new IllegalArgumentException("Not a purpose for reading cases");
        }
        session.setAttribute(KEY, purpose);
    }
}
