package se.samsyn.access;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in on this thread, unless that session has been ended from elsewhere. */
@Component
final class Session {

    private final EndedSessions ended;

    Session(EndedSessions ended) {
        this.ended = ended;
    }

    Optional<SignedIn> find() {
        return begun().filter(signedIn -> !ended.contains(signedIn));
    }

    /** Who was signed in on this thread when its work began, though what it has done since may have ended the session. */
    Optional<SignedIn> begun() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                        && signedIn.owed() != Owed.CODE
                ? Optional.of(signedIn)
                : Optional.empty();
    }
}
