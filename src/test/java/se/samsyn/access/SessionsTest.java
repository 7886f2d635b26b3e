package se.samsyn.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samsyn.SignedInAs;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

class SessionsTest {

    private static final PlaceCode FALUN = new PlaceCode("2080");

    private final Hands clock = new Hands();
    private final EndedSessions ended = new EndedSessions((_, _) -> {}, clock);
    private final SignInRule rule =
            new SignInRule(SignInRule.SecondFactor.OFFER, false, "", Duration.ofMinutes(60), Duration.ofMinutes(30), 3);
    private final Session session = new Session(ended);

    private final Sessions sessions = new Sessions(session, ended, rule, unwritten(), clock);

    @SuppressWarnings("NullAway") // nothing here is logged
    private AccessLog unwritten() {
        return new AccessLog(new Unwritten(), new LogMarks(null), clock);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({"CASEWORKER, 30, true", "CASEWORKER, 31, false", "AUDITOR, 60, true", "AUDITOR, 61, false"})
    void lastsAsLongAsSomethingIsDone(Role role, int minutes, boolean goesOn) {
        enter(one(role, new ActorId(UUID.randomUUID())));
        clock.pass(Duration.ofMinutes(minutes));

        assertThat(sessions.goesOn("192.0.2.1")).isEqualTo(goesOn);
        assertThat(session.find().isPresent()).isEqualTo(goesOn);
    }

    @Test
    void endsAfterTwelveHoursHoweverBusy() {
        enter(one(Role.AUDITOR, new ActorId(UUID.randomUUID())));
        for (int i = 0; i < 24; i++) {
            clock.pass(Duration.ofMinutes(30));
            assertThat(sessions.goesOn("192.0.2.1")).isTrue();
        }
        clock.pass(Duration.ofMinutes(1));

        assertThat(sessions.goesOn("192.0.2.1")).isFalse();
    }

    @Test
    void endsTheOldestWhereSomebodyHasTooMany() {
        var who = new ActorId(UUID.randomUUID());
        var first = one(Role.AUDITOR, who);
        enter(first);
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofMinutes(1));
            enter(one(Role.AUDITOR, who));
        }

        assertThat(ended.contains(first)).isTrue();
        assertThat(sessions.mine()).hasSize(3);
        assertThat(sessions.counts()).containsEntry(who, 3L);
        assertThat(sessions.mine().getFirst().here()).isTrue();
    }

    @Test
    void letsNobodyEndAnothersSession() {
        var other = one(Role.AUDITOR, new ActorId(UUID.randomUUID()));
        enter(other);
        enter(one(Role.AUDITOR, new ActorId(UUID.randomUUID())));

        assertThatThrownBy(() -> sessions.endMine(other.id())).isInstanceOf(NotFoundOrDenied.class);
        assertThat(ended.contains(other)).isFalse();
    }

    private void enter(SignedIn who) {
        SignedInAs.thread(who);
        assertThat(sessions.goesOn("192.0.2.1")).isTrue();
    }

    private SignedIn one(Role role, ActorId id) {
        var unit = role.boundToUnit() ? Optional.of(new UnitId(UUID.randomUUID())) : Optional.<UnitId>empty();
        var actor = new Actor(id, "Prov", role, FALUN, unit);
        return new SignedIn(actor, "prov", null, new SignedIn.Way.Password(false, false, false), clock.instant());
    }

    /** A log that nothing is written to, since nothing that is logged happens here. */
    private static final class Unwritten extends AccessLogStore {

        @SuppressWarnings("NullAway") // never reaches the database
        Unwritten() {
            super(null);
        }
    }

    /** A clock that goes when it is told to. */
    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-11-23T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
