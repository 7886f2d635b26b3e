package se.samsyn.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samsyn.database.RowScope;
import se.samsyn.database.RowScope.Task;
import se.samsyn.database.RowScopeSource;

/**
 * The rows the one signed in may touch: those of the own unit, for the roles that have one. A caseworker writes cases; a unit's manager reads
 * them and writes what is said of keeping them.
 */
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
                task(actor.role()),
                Optional.empty(),
                actor.id().toString());
    }

    static Task task(Role role) {
        return switch (role) {
            case CASEWORKER -> Task.RECORD;
            case UNIT_MANAGER -> Task.KEEP;
            case QUALITY_DEVELOPER, REGIONAL_ANALYST, NATIONAL_ANALYST, AUDITOR, ADMINISTRATOR -> Task.READ;
        };
    }
}
