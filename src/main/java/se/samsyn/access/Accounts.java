package se.samsyn.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** Local accounts: opened by an administrator, locked for a quarter of an hour after five wrong passwords in a row. */
@Service
@Transactional
public class Accounts implements UserDetailsService {

    /** The shortest password taken. */
    public static final int SHORTEST_PASSWORD = 12;

    private static final int FAILURES_ALLOWED = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);

    private final AccountStore store;
    private final ClosedAccounts closed;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Accounts(AccountStore store, ClosedAccounts closed, PasswordEncoder passwords, Clock clock) {
        this.store = store;
        this.closed = closed;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Opens an account.
     *
     * @throws IllegalArgumentException when the password is too short
     */
    public Actor open(
            String username, String password, String name, Role role, PlaceCode place, Optional<UnitId> unit) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("A password needs at least " + SHORTEST_PASSWORD + " characters");
        }
        var actor = new Actor(new ActorId(UUID.randomUUID()), name, role, place, unit);
        store.add(new Account(actor, normal(username), hash(password), 0, null, true));
        return actor;
    }

    /** The accounts of a place, in use or not. */
    @Transactional(readOnly = true)
    public List<Listed> within(PlaceCode place) {
        return store.within(place).stream()
                .map(account -> new Listed(account.username(), account.actor(), account.active()))
                .toList();
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

    /** Opens or closes an account; a closed one cannot be signed in to, and whoever is signed in to it is out at once. */
    public void activate(ActorId id, boolean active) {
        store.activate(id, active);
        closed.set(id, active);
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        return store.find(normal(username))
                .filter(Account::active)
                .map(this::signedIn)
                .orElseThrow(() -> new UsernameNotFoundException("No such account in use"));
    }

    void succeeded(String username) {
        store.failed(normal(username), 0, null);
    }

    void failed(String username) {
        store.find(normal(username)).ifPresent(account -> {
            var failures = account.failures() + 1;
            var until = failures >= FAILURES_ALLOWED ? clock.instant().plus(LOCKED) : null;
            store.failed(account.username(), until == null ? failures : 0, until);
        });
    }

    private SignedIn signedIn(Account account) {
        var until = account.lockedUntil();
        var open = until == null || until.isBefore(clock.instant());
        return new SignedIn(account.actor(), account.username(), account.passwordHash(), open);
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

    /** An account as an administrator sees it. */
    public record Listed(String username, Actor actor, boolean active) {}
}
