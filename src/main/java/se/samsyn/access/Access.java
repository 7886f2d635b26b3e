package se.samsyn.access;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import se.samsyn.access.AccessDecision.Denied;
import se.samsyn.access.AccessDecision.Granted;

/** The door: who is signed in, what they may do, and the log of what they did. */
@Service
public class Access {

    private final AccessLog log;
    private final ClosedAccounts closed;

    Access(AccessLog log, ClosedAccounts closed) {
        this.log = log;
        this.closed = closed;
    }

    /** The one signed in, if anybody is. */
    public Optional<Actor> findActor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                        && !closed.contains(signedIn.actor().id())
                ? Optional.of(signedIn.actor())
                : Optional.empty();
    }

    /** The one signed in; whoever asks without being signed in is denied. */
    public Actor actor() {
        return findActor().orElseThrow(NotFoundOrDenied::new);
    }

    /** Whether the one signed in may do this; not logged, so for showing or not showing a link. */
    public AccessDecision decide(Action action, Target target) {
        return findActor()
                .map(actor -> AccessRules.decide(actor, action, target))
                .orElseGet(() -> new Denied("nobody is signed in"));
    }

    /** Whether the one signed in may do this. */
    public boolean may(Action action, Target target) {
        return decide(action, target) instanceof Granted;
    }

    /**
     * Demands that the one signed in may do this.
     *
     * @throws NotFoundOrDenied when not; the attempt is logged
     */
    public void require(Action action, Target target) {
        if (decide(action, target) instanceof Denied) {
            findActor().ifPresent(actor -> log.denied(actor, action, object(target), target.place()));
            throw new NotFoundOrDenied();
        }
    }

    /** What to throw when an object cannot be found, which may be because it is another's; the attempt is logged. */
    public NotFoundOrDenied notFound(Action action, String object) {
        findActor().ifPresent(actor -> log.denied(actor, action, object, actor.place()));
        return new NotFoundOrDenied();
    }

    private static String object(Target target) {
        return switch (target) {
            case Target.OfUnit of -> of.unit().toString();
            case Target.OfPlace of -> of.place().toString();
        };
    }
}
