package se.samsyn.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who a session belongs to, as Spring Security wants it. The hash is dropped once it has been compared. */
final class SignedIn implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final transient SessionId id = new SessionId(UUID.randomUUID());
    private final transient Actor actor;
    private final String username;
    private transient @Nullable String passwordHash;
    private final transient Way way;
    private final Instant since;

    /**
     * A session that begins.
     *
     * @param passwordHash what a password must match; null where none was asked for
     */
    SignedIn(Actor actor, String username, @Nullable String passwordHash, Way way, Instant since) {
        this.actor = actor;
        this.username = username;
        this.passwordHash = passwordHash;
        this.way = way;
        this.since = since;
    }

    /** How somebody came in, and what that still asks of them. */
    sealed interface Way {

        /**
         * By a password.
         *
         * @param temporary a one-time password, so that another must be chosen first of all
         * @param asked whether a code is to follow
         * @param without whether there is no second factor, and one must be got
         */
        record Password(boolean temporary, boolean asked, boolean without) implements Way {}

        /** By a provider, which has given this as a receipt. */
        record Provider(String receipt) implements Way {

            @Override
            public String toString() {
                return "Provider[]";
            }
        }
    }

    /** Somebody with a password who has given the code too. */
    static SignedIn afterCode(Account account, Instant now) {
        var way = new Way.Password(account.temporaryUntil() != null, false, false);
        return new SignedIn(account.actor(), account.username(), null, way, now);
    }

    SessionId id() {
        return id;
    }

    Actor actor() {
        return actor;
    }

    Way way() {
        return way;
    }

    boolean temporary() {
        return way instanceof Way.Password password && password.temporary();
    }

    Owed owed() {
        return switch (way) {
            case Way.Provider _ -> Owed.NOTHING;
            case Way.Password by -> by.asked() ? Owed.CODE : own(by);
        };
    }

    private static Owed own(Way.Password by) {
        if (by.temporary()) {
            return Owed.OWN_PASSWORD;
        }
        return by.without() ? Owed.SECOND_FACTOR : Owed.NOTHING;
    }

    Instant since() {
        return since;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + actor.role().name()));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
