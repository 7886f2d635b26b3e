package se.samsyn.access;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions that another process has ended, such as a command on the machine: of accounts that were closed, changed or got another
 * password or factor. Once a minute, in two statements.
 */
@Component
class StaleSessions {

    private final Sessions sessions;
    private final AccountStore store;
    private final EndedSessions ended;

    StaleSessions(Sessions sessions, AccountStore store, EndedSessions ended) {
        this.sessions = sessions;
        this.store = store;
        this.ended = ended;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void end() {
        if (sessions.people().isEmpty()) {
            return;
        }
        store.sessionsFrom(ids(sessions.people())).forEach(ended::end);
        var people = sessions.people();
        var ids = ids(people);
        var known =
                store.inUse(ids).stream().map(Account::actor).collect(Collectors.toMap(Actor::id, Function.identity()));
        for (var person : people) {
            var now = known.get(person.id());
            if (now == null || !mayTheSame(person, now)) {
                ended.end(person.id());
            }
        }
    }

    private static Set<ActorId> ids(Set<Actor> people) {
        return people.stream().map(Actor::id).collect(Collectors.toSet());
    }

    private static boolean mayTheSame(Actor one, Actor other) {
        return one.role() == other.role()
                && one.place().equals(other.place())
                && one.unit().equals(other.unit());
    }
}
