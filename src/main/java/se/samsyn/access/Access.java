package se.samsyn.access;

import java.util.Optional;
import org.springframework.stereotype.Service;
import se.samsyn.access.AccessDecision.Denied;
import se.samsyn.access.AccessDecision.Granted;
import se.samsyn.database.Apart;

/** The door: who is signed in, what they may do, and the log of what they did. */
@Service
public class Access {

    private final AccessRules rules;
    private final AccessLog log;
    private final Session session;

    Access(AccessRules rules, AccessLog log, Session session) {
        this.rules = rules;
        this.log = log;
        this.session = session;
    }

    /** The one signed in, if anybody is. */
    public Optional<Actor> findActor() {
        return session.find().map(SignedIn::actor);
    }

    /** Whether the one signed in came in by a one-time password, and must choose another before anything else. */
    public boolean passwordIsTemporary() {
        return session.find().filter(SignedIn::temporary).isPresent();
    }

    /** What the one signed in must do before anything else is granted. */
    public Owed owed() {
        return session.find().map(SignedIn::owed).orElse(Owed.NOTHING);
    }

    /** The one signed in; whoever asks without being signed in is denied. */
    public Actor actor() {
        return findActor().orElseThrow(NotFoundOrDenied::new);
    }

    /** Whether the one signed in may do this for its usual purpose; not logged, so for showing or not showing a link. */
    public AccessDecision decide(Action action, Target target) {
        return decide(action, action.usual(), target);
    }

    /** Whether the one signed in may do this for that purpose; not logged, so for showing or not showing a choice. */
    public AccessDecision decide(Action action, Purpose purpose, Target target) {
        if (owed() != Owed.NOTHING) {
            return new Denied("something else comes first: " + owed());
        }
        return findActor()
                .map(actor -> rules.decide(actor, action, purpose, target))
                .orElseGet(() -> new Denied("nobody is signed in"));
    }

    /** Whether the one signed in may do this. */
    public boolean may(Action action, Target target) {
        return decide(action, target) instanceof Granted;
    }

    /** Whether the one signed in may do this in the own unit, or in the own place where the role has no unit. */
    public boolean mayAtHome(Action action) {
        return findActor().filter(actor -> may(action, home(actor))).isPresent();
    }

    /**
     * Demands that the one signed in may do this in the own unit or place.
     *
     * @throws NotFoundOrDenied when not; the attempt is logged
     */
    public void requireAtHome(Action action) {
        require(action, home(actor()));
    }

    private static Target home(Actor actor) {
        return actor.unit()
                .<Target>map(unit -> new Target.OfUnit(unit, actor.place()))
                .orElseGet(() -> new Target.OfPlace(actor.place()));
    }

    /**
     * Demands that the one signed in may do this for its usual purpose.
     *
     * @throws NotFoundOrDenied when not; the attempt is logged
     */
    public void require(Action action, Target target) {
        require(action, action.usual(), target);
    }

    /**
     * Demands that the one signed in may do this for that purpose.
     *
     * @throws NotFoundOrDenied when not; the attempt is logged
     */
    public void require(Action action, Purpose purpose, Target target) {
        if (decide(action, purpose, target) instanceof Denied) {
            findActor()
                    .ifPresent(actor ->
                            Apart.run(() -> log.denied(actor, action, purpose, object(target), target.place())));
            throw NotFoundOrDenied.inLog();
        }
    }

    /** What to throw when an object cannot be found, which may be because it is another's; the attempt is logged. */
    public NotFoundOrDenied notFound(Action action, String object) {
        findActor()
                .ifPresent(actor -> Apart.run(() -> log.denied(actor, action, action.usual(), object, actor.place())));
        return NotFoundOrDenied.inLog();
    }

    /** Sees to it that a refusal is in the log, whoever made it. */
    public void answered(NotFoundOrDenied refusal) {
        if (!refusal.isLogged()) {
            findActor().ifPresent(log::refused);
        }
    }

    private static String object(Target target) {
        return switch (target) {
            case Target.OfUnit of -> of.unit().toString();
            case Target.OfPlace of -> of.place().toString();
        };
    }
}
