package se.samsyn.access;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/** Counts wrong passwords and logs who signed in and out, and who tried. */
@Component
class SignInEvents {

    private final Accounts accounts;
    private final AccessLog log;

    SignInEvents(Accounts accounts, AccessLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    @EventListener
    void on(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn && signedIn.owed() != Owed.CODE) {
            accounts.succeeded(signedIn);
            log.session(signedIn.actor(), "SIGN_IN");
        }
    }

    @EventListener
    void on(AuthenticationFailureBadCredentialsEvent event) {
        accounts.failed(event.getAuthentication().getName());
    }

    @EventListener
    void on(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
            log.session(signedIn.actor(), "SIGN_OUT");
        }
    }
}
