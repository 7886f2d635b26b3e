package se.samsyn.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * The sessions under way: how long each may last and idle, how many somebody has, and the ending of them by the person or by an
 * administrator. Kept in memory, as what they hold is: starting Samsyn anew ends them all.
 */
@Service
public class Sessions {

    private final Session session;
    private final EndedSessions ended;
    private final SignInRule rule;
    private final AccessLog log;
    private final Clock clock;
    private final Map<SessionId, Live> live = new ConcurrentHashMap<>();

    Sessions(Session session, EndedSessions ended, SignInRule rule, AccessLog log, Clock clock) {
        this.session = session;
        this.ended = ended;
        this.rule = rule;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Sees the session of the one signed in at work.
     *
     * @param from the network address that asks
     * @return whether it may go on; one that has been idle or gone on for too long is ended
     */
    public boolean goesOn(String from) {
        var found = session.find();
        if (found.isEmpty()) {
            return true;
        }
        var now = clock.instant();
        var before = live.get(found.get().id());
        if (isOver(before == null ? new Live(found.get(), now, from) : before, now)) {
            end(found.get().id());
            return false;
        }
        live.put(found.get().id(), new Live(found.get(), now, from));
        if (before == null) {
            sweep(now);
            endOldest(found.get().actor().id());
        }
        return true;
    }

    private boolean isOver(Live one, Instant now) {
        return one.last().plus(rule.idle(one.who().actor().role())).isBefore(now)
                || one.who().since().plus(rule.longest()).isBefore(now);
    }

    private void sweep(Instant now) {
        live.values().removeIf(one -> isOver(one, now) || ended.contains(one.who()));
    }

    private void endOldest(ActorId id) {
        of(id).stream().skip(rule.sessions()).map(Open::id).forEach(this::end);
    }

    private void end(SessionId id) {
        ended.end(id);
        live.remove(id);
    }

    /** The sessions of the one signed in, the latest begun first. */
    public List<Open> mine() {
        return of(me().actor().id());
    }

    /** Ends one of the own sessions. */
    public void endMine(SessionId id) {
        if (mine().stream().noneMatch(open -> open.id().equals(id))) {
            throw new NotFoundOrDenied();
        }
        log.session(me().actor(), "END_OWN_SESSION");
        end(id);
    }

    /** Ends the own sessions but this one. */
    public void endMyOthers() {
        var me = me();
        mine().stream().filter(open -> !open.here()).forEach(open -> end(open.id()));
        log.session(me.actor(), "END_OWN_SESSION");
    }

    /** Ends all sessions of somebody. Whoever calls has asked whether it is allowed. */
    public void endAll(Actor of) {
        ended.end(of.id());
        live.values().removeIf(one -> one.who().actor().id().equals(of.id()));
        log.account(session.find().map(SignedIn::actor), "END_SESSIONS", of);
    }

    /** Those who have sessions that have not been ended, as they were when they signed in. */
    Set<Actor> people() {
        return live.values().stream()
                .map(Live::who)
                .filter(who -> !ended.contains(who))
                .map(SignedIn::actor)
                .collect(Collectors.toSet());
    }

    /** How many sessions each person has. */
    public Map<ActorId, Long> counts() {
        sweep(clock.instant());
        return live.values().stream()
                .collect(Collectors.groupingBy(one -> one.who().actor().id(), Collectors.counting()));
    }

    private List<Open> of(ActorId id) {
        var here = session.find().map(SignedIn::id);
        return live.values().stream()
                .filter(one -> one.who().actor().id().equals(id)
                        && !isOver(one, clock.instant())
                        && !ended.contains(one.who()))
                .sorted(Comparator.comparing((Live one) -> one.who().since()).reversed())
                .map(one -> new Open(
                        one.who().id(),
                        one.who().since(),
                        one.last(),
                        one.from(),
                        here.filter(one.who().id()::equals).isPresent()))
                .toList();
    }

    private SignedIn me() {
        return session.find().orElseThrow(NotFoundOrDenied::new);
    }

    private record Live(SignedIn who, Instant last, String from) {}

    /**
     * A session under way.
     *
     * @param last when it was last used
     * @param from the network address it was last used from
     * @param here whether it is the one that asks
     */
    public record Open(SessionId id, Instant since, Instant last, String from, boolean here) {}
}
