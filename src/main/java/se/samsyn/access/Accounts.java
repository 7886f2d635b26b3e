package se.samsyn.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/**
 * Local accounts: opened by an administrator with a one-time password, locked for a quarter of an hour after five wrong passwords
 * in a row. A locked account, and one whose one-time password is too old, answers as if the password were wrong.
 */
@Service
@Transactional
public class Accounts implements UserDetailsService {

    /** The shortest password taken. */
    public static final int SHORTEST_PASSWORD = PasswordRule.SHORTEST;

    private static final int FAILURES_ALLOWED = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);

    private final AccountStore store;
    private final SignInRule rule;
    private final EndedSessions ended;
    private final Session session;
    private final AccessLog log;
    private final PasswordEncoder passwords;
    private final Clock clock;

    /** What no password matches, but takes as long to compare. */
    private final Supplier<String> unmatched;

    Accounts(
            AccountStore store,
            SignInRule rule,
            EndedSessions ended,
            Session session,
            AccessLog log,
            PasswordEncoder passwords,
            Clock clock) {
        this.store = store;
        this.rule = rule;
        this.ended = ended;
        this.session = session;
        this.log = log;
        this.passwords = passwords;
        this.clock = clock;
        this.unmatched = SingletonSupplier.of(() -> hash(UUID.randomUUID().toString()));
    }

    /**
     * Opens an account with a password that the person is taken to know.
     *
     * @throws IllegalArgumentException when the password is not good enough
     */
    public Actor open(
            String username, String password, String name, Role role, PlaceCode place, Optional<UnitId> unit) {
        PasswordRule.fault(password, username, name).ifPresent(fault -> {
            throw new IllegalArgumentException("The password is not taken: " + fault);
        });
        return add(username, password, null, name, role, place, unit);
    }

    /** Opens an account with a one-time password, which is told this once. */
    public OneTime openWithOneTime(String username, String name, Role role, PlaceCode place, Optional<UnitId> unit) {
        var password = OneTimePassword.draw();
        return new OneTime(add(username, password, temporaryUntil(), name, role, place, unit), password);
    }

    /** Opens an account that no password opens, until a one-time password is given. */
    Actor openWithoutPassword(String username, Actor actor) {
        store.add(new Account(actor, normal(username), unmatched.get(), null, null, true, false, null));
        log.account(actor(), "OPEN_ACCOUNT", actor);
        return actor;
    }

    private Actor add(
            String username,
            String password,
            @Nullable Instant temporaryUntil,
            String name,
            Role role,
            PlaceCode place,
            Optional<UnitId> unit) {
        var actor = new Actor(new ActorId(UUID.randomUUID()), name, role, place, unit);
        store.add(new Account(actor, normal(username), hash(password), temporaryUntil, null, true, false, null));
        log.account(actor(), "OPEN_ACCOUNT", actor);
        return actor;
    }

    /** Gives an account a new one-time password; the old one is void, a lock is opened and sessions under way end. */
    public OneTime renew(ActorId id) {
        var account = account(id);
        var password = OneTimePassword.draw();
        store.setPassword(id, hash(password), temporaryUntil());
        ended.endAfterCommit(id);
        log.account(actor(), "RENEW_PASSWORD", account.actor());
        return new OneTime(account.actor(), password);
    }

    /** Sets one's own password, if nothing is wrong with it; sessions under way end. A wrong present one counts as such. */
    public Optional<PasswordFault> change(ActorId id, String present, String wanted) {
        var account = account(id);
        if (!passwords.matches(present, account.admits(clock.instant()) ? account.passwordHash() : unmatched.get())) {
            failed(account.username());
            return Optional.of(PasswordFault.WRONG);
        }
        var fault =
                PasswordRule.fault(wanted, account.username(), account.actor().name());
        if (fault.isPresent()) {
            return fault;
        }
        if (passwords.matches(wanted, account.passwordHash())) {
            return Optional.of(PasswordFault.SAME);
        }
        store.setPassword(id, hash(wanted), null);
        ended.endAfterCommit(id);
        log.account(Optional.of(account.actor()), "CHANGE_PASSWORD", account.actor());
        return Optional.empty();
    }

    /** The accounts of a place, in use or not. */
    @Transactional(readOnly = true)
    public List<Listed> within(PlaceCode place) {
        return store.within(place).stream()
                .map(account -> new Listed(
                        account.username(),
                        account.actor(),
                        account.active(),
                        account.temporaryUntil() != null,
                        account.hasFactor(),
                        Optional.ofNullable(account.externalId())))
                .toList();
    }

    /** The account with this id, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Actor> find(ActorId id) {
        return store.find(id).map(Account::actor);
    }

    /** Whether nobody has an account yet. */
    @Transactional(readOnly = true)
    public boolean none() {
        return store.none();
    }

    /** Whether somebody has this username. */
    @Transactional(readOnly = true)
    public boolean taken(String username) {
        return store.find(normal(username)).isPresent();
    }

    /** Whether an account bears this external id. */
    @Transactional(readOnly = true)
    public boolean isExternalIdTaken(String externalId) {
        return store.findExternal(externalId).isPresent();
    }

    /** Opens or closes an account; a closed one cannot be signed in to, and whoever is signed in to it is out at once. */
    public void activate(ActorId id, boolean active) {
        var account = account(id);
        store.activate(id, active);
        ended.endAfterCommit(id);
        log.account(actor(), active ? "REOPEN_ACCOUNT" : "CLOSE_ACCOUNT", account.actor());
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        return store.find(normal(username))
                .filter(Account::active)
                .map(this::signedIn)
                .orElseThrow(() -> new UsernameNotFoundException("No such account in use"));
    }

    /** The session of the one signed in, begun anew after something of theirs has been changed; the code is not asked for again. */
    @Transactional(readOnly = true)
    public UserDetails again() {
        var before = session.begun().orElseThrow(NotFoundOrDenied::new);
        var account = store.find(before.actor().id()).filter(Account::active).orElseThrow(NotFoundOrDenied::new);
        var way = before.way() instanceof SignedIn.Way.Password
                ? new SignedIn.Way.Password(account.temporaryUntil() != null, false, rule.demands(account))
                : before.way();
        return new SignedIn(account.actor(), account.username(), null, way, clock.instant());
    }

    /**
     * Somebody has signed in: the failures before it are forgotten.
     *
     * @throws BadCredentialsException where the account has been locked while its password was compared, as many guesses at once would do
     */
    void succeeded(SignedIn who) {
        var account = held(who.actor().id());
        if (who.way() instanceof SignedIn.Way.Password && !account.admits(clock.instant())) {
            throw new BadCredentialsException("Locked meanwhile");
        }
        store.succeeded(who.actor().id());
    }

    /** Counts and logs a failed sign-in, whoever it was. */
    void failed(String username) {
        var now = clock.instant();
        var account = store.failed(normal(username), now, FAILURES_ALLOWED, now.plus(LOCKED));
        var locked = account.filter(found -> !found.admits(now)).isPresent();
        log.refusedSignIn(account.map(Account::actor), locked ? "SIGN_IN_LOCKED" : "SIGN_IN_FAILED");
    }

    private SignedIn signedIn(Account account) {
        var now = clock.instant();
        return new SignedIn(
                account.actor(),
                account.username(),
                account.admits(now) && rule.takesPassword(account) ? account.passwordHash() : unmatched.get(),
                new SignedIn.Way.Password(account.temporaryUntil() != null, rule.asks(account), rule.demands(account)),
                now);
    }

    /** An account that nobody counts a failure of before the transaction is over, so that many guesses at once are counted one by one. */
    Account held(ActorId id) {
        return store.hold(id).orElseThrow(NotFoundOrDenied::new);
    }

    Account account(ActorId id) {
        return store.find(id).orElseThrow(NotFoundOrDenied::new);
    }

    private Optional<Actor> actor() {
        return session.find().map(SignedIn::actor);
    }

    private Instant temporaryUntil() {
        return clock.instant().plus(OneTimePassword.VALID);
    }

    private String hash(String password) {
        var hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password encoder gave nothing");
        }
        return hash;
    }

    private static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * An account as an administrator sees it; it is new until its one-time password has been changed.
     *
     * @param factor whether there is a second factor
     * @param externalId what the provider of sign-in calls the person
     */
    public record Listed(
            String username,
            Actor actor,
            boolean active,
            boolean temporary,
            boolean factor,
            Optional<String> externalId) {}

    /** An account and the one-time password that is told once. */
    public record OneTime(Actor account, String password) {

        @Override
        public String toString() {
            return "OneTime[" + account.id() + "]";
        }
    }
}
