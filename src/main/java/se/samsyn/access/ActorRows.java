package se.samsyn.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.samsyn.database.RowScope;
import se.samsyn.database.RowScopeSource;

/** The rows the one signed in may touch: those of the own unit, for the roles that have one. */
@Component
final class ActorRows implements RowScopeSource {

    private final ClosedAccounts closed;

    ActorRows(ClosedAccounts closed) {
        this.closed = closed;
    }

    @Override
    public Optional<RowScope> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                        && !closed.contains(signedIn.actor().id())
                ? Optional.of(scope(signedIn.actor()))
                : Optional.empty();
    }

    private static RowScope scope(Actor actor) {
        return new RowScope(
                actor.unit().map(Set::of).orElseGet(Set::of),
                Optional.empty(),
                actor.id().toString());
    }
}
