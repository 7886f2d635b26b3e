package se.samsyn.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samsyn.database.RowScope;
import se.samsyn.database.RowScopeSource;

/** The rows the one signed in may touch: those of the own unit, for the roles that have one. */
@Component
final class ActorRows implements RowScopeSource {

    private final Session session;

    ActorRows(Session session) {
        this.session = session;
    }

    @Override
    public Optional<RowScope> current() {
        return session.find().map(SignedIn::actor).map(ActorRows::scope);
    }

    private static RowScope scope(Actor actor) {
        return new RowScope(
                actor.unit().map(Set::of).orElseGet(Set::of),
                Optional.empty(),
                actor.id().toString());
    }
}
