package se.samsyn.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import se.samsyn.SignedInAs;
import se.samsyn.access.factor.SharedSecret;
import se.samsyn.access.factor.Totp;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.keys.KeyFault;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"samsyn.second-factor=demand", "samsyn.data=target/second-factors"})
class SecondFactorsIT {

    private static final PlaceCode FALUN = new PlaceCode("2080");
    private static final String PASSWORD = "en lång ramsa om höst";

    @Autowired
    private Accounts accounts;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private EndedSessions ended;

    @Autowired
    private Access access;

    @Autowired
    private AccessLog log;

    @Autowired
    private Sessions sessions;

    @Autowired
    private StaleSessions stale;

    @Autowired
    private JdbcClient jdbc;

    private String username = "";
    private Actor actor = new Actor(new ActorId(new UUID(0, 0)), "", Role.AUDITOR, FALUN, Optional.empty());
    private final SharedSecret secret = SharedSecret.draw();

    @BeforeEach
    void open() {
        username = "tva-" + UUID.randomUUID();
        actor = accounts.open(username, PASSWORD, "Berit Ceder", Role.AUDITOR, FALUN, Optional.empty());
        SignedInAs.thread(accounts.loadUserByUsername(username));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoeverHasNoneMayDoNothingBeforeGettingOne() {
        assertThat(access.owed()).isEqualTo(Owed.SECOND_FACTOR);
        assertThat(access.mayAtHome(Action.READ_LOG)).isFalse();

        begin();
        SignedInAs.thread(accounts.again());

        assertThat(access.owed()).isEqualTo(Owed.NOTHING);
        assertThat(access.mayAtHome(Action.READ_LOG)).isTrue();
    }

    @Test
    void whoeverHasOneIsNobodyUntilTheCodeIsGiven() {
        begin();
        var half = accounts.loadUserByUsername(username);
        SignedInAs.thread(half);

        assertThat(SecondFactors.isAskedOf(half)).isTrue();
        assertThat(access.findActor()).isEmpty();
        assertThat(factors.admit(half, "000000x")).isEmpty();
        assertThat(factors.admit(half, next())).isPresent();
    }

    @Test
    void whoeverIsHalfWayInIsOutWhenTheSessionsAreEnded() {
        begin();
        var half = accounts.loadUserByUsername(username);
        ended.end(actor.id());

        assertThat(factors.admit(half, next())).isEmpty();
        assertThat(factors.admit(accounts.loadUserByUsername(username), next())).isPresent();
    }

    @Test
    void takesEachCodeOnceEvenWhenTwoComeAtOnce() throws InterruptedException {
        begin();
        var half = accounts.loadUserByUsername(username);
        var code = next();
        Callable<Boolean> attempt = () -> factors.admit(half, code).isPresent();
        try (var threads = Executors.newFixedThreadPool(4)) {
            assertThat(threads.invokeAll(List.of(attempt, attempt, attempt, attempt)))
                    .extracting(Future::resultNow)
                    .containsExactlyInAnyOrder(true, false, false, false);
        }
    }

    @Test
    void refusesTheCodeThatBeganIt() {
        var code = Totp.code(secret, Instant.now());
        assertThat(factors.begin(secret, code)).isPresent();

        assertThat(factors.admit(accounts.loadUserByUsername(username), code)).isEmpty();
    }

    @Test
    void wrongCodesLockTheAccountAsWrongPasswordsDo() {
        begin();
        var half = accounts.loadUserByUsername(username);
        for (int i = 0; i < 5; i++) {
            factors.admit(half, "nej");
        }

        assertThat(factors.admit(half, next())).isEmpty();
        assertThat(events()).contains("SIGN_IN_LOCKED");
    }

    @Test
    void aRightPasswordDoesNotForgetWrongCodes() {
        begin();
        UserDetails half = accounts.loadUserByUsername(username);
        for (int i = 0; i < 4; i++) {
            half = accounts.loadUserByUsername(username);
            factors.admit(half, "nej");
        }
        accounts.failed(username);

        assertThat(factors.admit(half, next())).isEmpty();
    }

    @Test
    void takesEachRecoveryCodeOnceInWhateverCase() {
        var codes = begin();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        var half = accounts.loadUserByUsername(username);

        assertThat(factors.admit(half, " " + codes.getFirst().toUpperCase(Locale.ROOT) + " "))
                .isPresent();
        assertThat(factors.admit(half, codes.getFirst())).isEmpty();
        assertThat(factors.admit(half, codes.getLast())).isPresent();
        assertThat(events()).contains("USE_RECOVERY_CODE");
    }

    @Test
    void newRecoveryCodesMakeTheOldWorthless() {
        var old = begin();
        SignedInAs.thread(accounts.again());
        var fresh = factors.renewCodes(next()).orElseThrow();
        var half = accounts.loadUserByUsername(username);

        assertThat(factors.admit(half, old.getFirst())).isEmpty();
        assertThat(factors.admit(half, fresh.getFirst())).isPresent();
    }

    @Test
    void keepsNeitherSecretNorCodesReadable() {
        var codes = begin();
        var kept = jdbc.sql("select secret from access_factor where account = :id")
                .param("id", actor.id().value())
                .query(String.class)
                .single();
        var hashes = jdbc.sql("select hash from access_recovery_code where account = :id")
                .param("id", actor.id().value())
                .query(String.class)
                .list();

        assertThat(kept).startsWith("sealed:").doesNotContain(secret.text());
        assertThat(hashes).hasSize(10).doesNotContainAnyElementsOf(codes);
    }

    @Test
    void aSecretOfAnothersDoesNotOpen() {
        begin();
        var other = accounts.open("x" + username, PASSWORD, "Dag Ek", Role.AUDITOR, FALUN, Optional.empty());
        jdbc.sql(
                        "insert into access_factor select :other, secret, since, last_step from access_factor where account = :id")
                .param("other", other.id().value())
                .param("id", actor.id().value())
                .update();
        var half = accounts.loadUserByUsername("x" + username);

        assertThatThrownBy(() -> factors.admit(half, next())).isInstanceOf(KeyFault.class);
    }

    @Test
    void anAdministratorTakesItAwayAndSessionsEnd() {
        begin();
        SignedInAs.thread(accounts.again());
        var session = (SignedIn) accounts.again();

        factors.reset(actor.id());

        assertThat(ended.contains(session)).isTrue();
        assertThat(SecondFactors.isAskedOf(accounts.loadUserByUsername(username)))
                .isFalse();
        assertThat(events()).contains("RESET_SECOND_FACTOR", "BEGIN_SECOND_FACTOR");
    }

    @Test
    void aSessionEndsWithinAMinuteWhenACommandHasChangedTheAccount() {
        begin();
        SignedInAs.thread(accounts.again());
        assertThat(sessions.goesOn("192.0.2.1")).isTrue();
        stale.end();
        assertThat(access.findActor()).isPresent();

        jdbc.sql("update access_account set role = 'ADMINISTRATOR' where id = :id")
                .param("id", actor.id().value())
                .update();
        stale.end();

        assertThat(access.findActor()).isEmpty();
    }

    /** A command takes the factor away in a process of its own; the service learns of it from the account, and lets a new session be. */
    @Test
    void aSessionEndsWithinAMinuteWhenACommandHasTakenTheFactorAway() {
        begin();
        SignedInAs.thread(accounts.again());
        assertThat(sessions.goesOn("192.0.2.1")).isTrue();
        jdbc.sql("update access_account set sessions_from = now() where id = :id")
                .param("id", actor.id().value())
                .update();

        stale.end();
        assertThat(access.findActor()).isEmpty();

        var again = (SignedIn) accounts.loadUserByUsername(username);
        stale.end();
        assertThat(ended.contains(again)).isFalse();
    }

    private List<String> begin() {
        return factors.begin(secret, Totp.code(secret, Instant.now().minusSeconds(30)))
                .orElseThrow();
    }

    /** A code that has not been taken. */
    private String next() {
        return Totp.code(secret, Instant.now().plusSeconds(29));
    }

    private List<String> events() {
        var query = new LogQuery(
                Optional.of(actor.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        SecurityContextHolder.clearContext();
        return log.page(FALUN, query, 30).stream().map(LogLine::event).toList();
    }
}
