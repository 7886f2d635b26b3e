package se.samsyn.access;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.ProviderIdentity.Assurance;
import se.samsyn.access.ProviderSignIn.Admitted;
import se.samsyn.access.ProviderSignIn.Reason;
import se.samsyn.access.ProviderSignIn.Refused;

/**
 * Finds the account of somebody whom a provider vouches for. Signing in makes no account. At the first sign-in the account that bears
 * the person's external id is bound to the provider's lasting name of them; from then on that alone decides.
 */
@Service
@Transactional
public class ProviderAccounts {

    private final AccountStore accounts;
    private final IdentityStore identities;
    private final AccessLog log;
    private final Clock clock;

    ProviderAccounts(AccountStore accounts, IdentityStore identities, AccessLog log, Clock clock) {
        this.accounts = accounts;
        this.identities = identities;
        this.log = log;
        this.clock = clock;
    }

    /** Lets somebody in to their account, or says why not. A refusal is logged. */
    public ProviderSignIn signIn(ProviderIdentity identity) {
        var account = bound(identity).or(() -> known(identity)).filter(Account::active);
        if (account.isEmpty()) {
            return refused(Reason.UNKNOWN, Optional.empty(), "SIGN_IN_UNKNOWN");
        }
        var actor = account.get().actor();
        if (actor.role().boundToUnit() && identity.assurance() == Assurance.TOO_LOW) {
            return refused(Reason.LEVEL, Optional.of(actor), "SIGN_IN_LOW_LEVEL");
        }
        if (bound(identity).isEmpty() && !identities.bind(identity, actor.id(), clock.instant())) {
            return refused(Reason.UNKNOWN, Optional.of(actor), "SIGN_IN_UNKNOWN");
        }
        var way = new SignedIn.Way.Provider(identity.receipt());
        return new Admitted(new SignedIn(actor, account.get().username(), null, way, clock.instant()));
    }

    /** Logs that a provider's answer was not what was asked for, whoever it was about. */
    public void refuse() {
        log.refusedSignIn(Optional.empty(), "SIGN_IN_FAILED");
    }

    /** What the provider wants back when the one whose session this was signs out, if a provider let them in. */
    public static Optional<String> receipt(Object principal) {
        return principal instanceof SignedIn signedIn && signedIn.way() instanceof SignedIn.Way.Provider by
                ? Optional.of(by.receipt())
                : Optional.empty();
    }

    private Optional<Account> bound(ProviderIdentity identity) {
        return identities.find(identity).flatMap(accounts::find);
    }

    private Optional<Account> known(ProviderIdentity identity) {
        return identity.externalId().flatMap(accounts::findExternal);
    }

    private ProviderSignIn refused(Reason reason, Optional<Actor> account, String event) {
        log.refusedSignIn(account, event);
        return new Refused(reason);
    }
}
