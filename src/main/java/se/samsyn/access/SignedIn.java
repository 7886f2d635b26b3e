package se.samsyn.access;

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
    private final boolean open;

    SignedIn(Actor actor, String username, String passwordHash, boolean open) {
        this.actor = actor;
        this.username = username;
        this.passwordHash = passwordHash;
        this.open = open;
    }

    Actor actor() {
        return actor;
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
    public boolean isAccountNonLocked() {
        return open;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
