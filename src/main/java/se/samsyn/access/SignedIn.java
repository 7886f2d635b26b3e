package se.samsyn.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who a session belongs to, as Spring Security wants it. The hash is dropped once it has been compared. */
final class SignedIn implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final transient Actor actor;
    private final String username;
    private transient @Nullable String passwordHash;
    private final boolean temporary;
    private final Instant since;

    /**
     * A session that begins.
     *
     * @param temporary whether the password is a one-time password, so that another must be chosen first of all
     */
    SignedIn(Actor actor, String username, String passwordHash, boolean temporary, Instant since) {
        this.actor = actor;
        this.username = username;
        this.passwordHash = passwordHash;
        this.temporary = temporary;
        this.since = since;
    }

    Actor actor() {
        return actor;
    }

    boolean temporary() {
        return temporary;
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
