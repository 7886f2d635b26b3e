package se.samsyn.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.kernel.PlaceCode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class AccountsIT {

    private static final PlaceCode FALUN = new PlaceCode("2080");
    private static final String PASSWORD = "en lång ramsa om höst";

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccessLog log;

    @Autowired
    private EndedSessions ended;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private PlatformTransactionManager transactions;

    private String username = "";
    private Actor actor = new Actor(new ActorId(new UUID(0, 0)), "", Role.AUDITOR, FALUN, Optional.empty());

    @BeforeEach
    void open() {
        username = "konto-" + UUID.randomUUID();
        actor = accounts.open(username, PASSWORD, "Berit Ceder", Role.AUDITOR, FALUN, Optional.empty());
    }

    @Test
    void countsEveryWrongPasswordWhenManyComeAtOnce() throws InterruptedException {
        Callable<Void> wrong = () -> {
            accounts.failed(username);
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            threads.invokeAll(List.of(wrong, wrong, wrong, wrong));
        }
        assertThat(letsIn(PASSWORD)).isTrue();

        accounts.failed(username);

        assertThat(letsIn(PASSWORD)).isFalse();
    }

    @Test
    void whoeverGivesTheRightPasswordWhileTheAccountIsLockedIsNotLetIn() {
        var compared = (SignedIn) accounts.loadUserByUsername(username);
        for (int i = 0; i < 5; i++) {
            accounts.failed(username);
        }

        assertThatThrownBy(() -> accounts.succeeded(compared)).isInstanceOf(BadCredentialsException.class);
        assertThat(letsIn(PASSWORD)).isFalse();
    }

    @Test
    void beginsToCountAnewAfterASignIn() {
        for (int i = 0; i < 4; i++) {
            accounts.failed(username);
        }
        accounts.succeeded((SignedIn) accounts.loadUserByUsername(username));
        accounts.failed(username);

        assertThat(letsIn(PASSWORD)).isTrue();
    }

    @Test
    void aLockedAccountIsAWrongPasswordFromOutside() {
        for (int i = 0; i < 5; i++) {
            accounts.failed(username);
        }
        var user = accounts.loadUserByUsername(username);

        assertThat(user.isAccountNonLocked()).isTrue();
        assertThat(passwords.matches(PASSWORD, user.getPassword())).isFalse();
    }

    @Test
    void givesAOneTimePasswordThatMustBeChanged() {
        var one = accounts.openWithOneTime("nytt-" + username, "Dag Ek", Role.AUDITOR, FALUN, Optional.empty());
        var user = (SignedIn) accounts.loadUserByUsername("nytt-" + username);

        assertThat(one.password()).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
        assertThat(one.toString()).doesNotContain(one.password());
        assertThat(passwords.matches(one.password(), user.getPassword())).isTrue();
        assertThat(user.temporary()).isTrue();

        assertThat(accounts.change(one.account().id(), one.password(), PASSWORD))
                .isEmpty();
        assertThat(((SignedIn) accounts.loadUserByUsername("nytt-" + username)).temporary())
                .isFalse();
    }

    @Test
    void aNewOneTimePasswordEndsSessionsAndOpensTheLock() {
        var session = (SignedIn) accounts.loadUserByUsername(username);
        for (int i = 0; i < 5; i++) {
            accounts.failed(username);
        }
        var one = accounts.renew(actor.id());

        assertThat(ended.contains(session)).isTrue();
        assertThat(letsIn(PASSWORD)).isFalse();
        assertThat(letsIn(one.password())).isTrue();
    }

    @Test
    void aSignInWhileTheAccountIsBeingClosedIsEndedToo() {
        var session = new TransactionTemplate(transactions).execute(_ -> {
            accounts.activate(actor.id(), false);
            return signedInElsewhere();
        });

        assertThat(ended.contains(Objects.requireNonNull(session))).isTrue();
    }

    /** Meets the account as it still is to everybody else. */
    private SignedIn signedInElsewhere() {
        try (var other = Executors.newSingleThreadExecutor()) {
            return (SignedIn)
                    other.submit(() -> accounts.loadUserByUsername(username)).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fel lösenord helt och hållet, en helt ny ramsa, WRONG",
        "en lång ramsa om höst, för kort, TOO_SHORT",
        "en lång ramsa om höst, aaaaaaaaaaaaaa, TOO_PLAIN",
        "en lång ramsa om höst, berits egna ramsa, OWN_NAME",
        "en lång ramsa om höst, jag heter CEDER och är glad, OWN_NAME",
        "en lång ramsa om höst, en lång ramsa om höst, SAME"
    })
    void saysWhyAPasswordIsNotTaken(String present, String wanted, PasswordFault fault) {
        assertThat(accounts.change(actor.id(), present, wanted)).contains(fault);
        assertThat(letsIn(PASSWORD)).isTrue();
    }

    @Test
    void asksForNoComposition() {
        assertThat(accounts.change(actor.id(), PASSWORD, "bara små bokstäver")).isEmpty();
    }

    @Test
    void refusesToOpenAnAccountWithAPoorPassword() {
        assertThatThrownBy(() -> accounts.open("x" + username, "kort", "N", Role.AUDITOR, FALUN, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("kort");
    }

    @Test
    void logsWhateverHappensToAnAccount() {
        accounts.failed(username);
        accounts.renew(actor.id());
        accounts.activate(actor.id(), false);
        accounts.activate(actor.id(), true);

        assertThat(log.page(FALUN, about(actor), 10))
                .extracting(LogLine::event)
                .containsExactly("REOPEN_ACCOUNT", "CLOSE_ACCOUNT", "RENEW_PASSWORD", "SIGN_IN_FAILED", "OPEN_ACCOUNT");
    }

    @Test
    void neverLogsWhatWasTypedAsAName() {
        var typed = "hemligt" + UUID.randomUUID();
        accounts.failed(typed);

        var lines = log.latest(FALUN, 5);
        assertThat(lines).filteredOn(line -> line.place() == null).isNotEmpty();
        assertThat(lines.toString()).contains("SIGN_IN_FAILED").doesNotContain(typed);
    }

    private static LogQuery about(Actor actor) {
        return new LogQuery(
                Optional.of(actor.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private boolean letsIn(String password) {
        return Stream.of(accounts.loadUserByUsername(username))
                .anyMatch(user -> passwords.matches(password, user.getPassword()));
    }
}
