package se.samsyn.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.factor.SharedSecret;
import se.samsyn.access.factor.Totp;
import se.samsyn.keys.Keys;
import se.samsyn.keys.Ring;
import se.samsyn.keys.Use;

/**
 * Second factors of local accounts: an app that shows codes, and ten codes on paper for the day it is lost. A wrong code counts as a
 * wrong password does. Secrets are sealed where they are kept.
 */
@Service
@Transactional
public class SecondFactors {

    static final Ring RING = Ring.of(Use.SECOND_FACTOR);

    private final FactorStore store;
    private final Accounts accounts;
    private final EndedSessions ended;
    private final Session session;
    private final AccessLog log;
    private final Keys keys;
    private final Clock clock;

    SecondFactors(
            FactorStore store,
            Accounts accounts,
            EndedSessions ended,
            Session session,
            AccessLog log,
            Keys keys,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.ended = ended;
        this.session = session;
        this.log = log;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether somebody who has given the right password must give a code before they are signed in. */
    public static boolean isAskedOf(Object principal) {
        return principal instanceof SignedIn signedIn && signedIn.owed() == Owed.CODE;
    }

    /**
     * The session of somebody who has given the right password, if this is the right code too; otherwise it counts as a failed sign-in.
     * Whatever has been changed since the password was given, holds: an ended session ends here, and the account is as it is now.
     */
    public Optional<UserDetails> admit(UserDetails half, String typed) {
        var signedIn = (SignedIn) half;
        var account = accounts.held(signedIn.actor().id());
        if (ended.contains(signedIn) || !account.active()) {
            return Optional.empty();
        }
        if (account.admits(clock.instant()) && isRight(account, typed)) {
            return Optional.of(SignedIn.afterCode(account, clock.instant()));
        }
        accounts.failed(account.username());
        return Optional.empty();
    }

    /** What the one signed in has, if anything. */
    @Transactional(readOnly = true)
    public Optional<State> mine() {
        return store.find(me().id()).map(factor -> new State(factor.since(), factor.codes()));
    }

    /**
     * Takes a secret as the second factor of the one signed in, if the code shows that their app has it; other sessions end.
     *
     * @return recovery codes, told this once; nothing where the code is another
     */
    public Optional<List<String>> begin(SharedSecret secret, String typed) {
        var me = me();
        var step = Totp.step(secret, digits(typed), clock.instant(), Long.MIN_VALUE);
        if (step.isEmpty() || store.find(me.id()).isPresent()) {
            return Optional.empty();
        }
        var sealed = keys.seal(RING, secret.text(), context(me.id()));
        store.put(me.id(), new FactorStore.Factor(sealed, clock.instant(), step.getAsLong(), 0));
        ended.endAfterCommit(me.id());
        log.account(Optional.of(me), "BEGIN_SECOND_FACTOR", me);
        return Optional.of(fresh(me));
    }

    /** New recovery codes in place of those there were, for the one signed in; nothing where the code is wrong. */
    public Optional<List<String>> renewCodes(String typed) {
        var me = me();
        if (!given(me, typed)) {
            return Optional.empty();
        }
        log.account(Optional.of(me), "RENEW_RECOVERY_CODES", me);
        return Optional.of(fresh(me));
    }

    /** Takes the second factor of the one signed in away, so that another can be got; whether the code was right. */
    public boolean leave(String typed) {
        var me = me();
        if (!given(me, typed)) {
            return false;
        }
        store.remove(me.id());
        ended.endAfterCommit(me.id());
        log.account(Optional.of(me), "LEAVE_SECOND_FACTOR", me);
        return true;
    }

    /** Takes somebody's second factor away, since they have lost it; their sessions end. Whoever calls has asked whether it is allowed. */
    public void reset(ActorId id) {
        var account = accounts.account(id);
        store.remove(id);
        ended.endAfterCommit(id);
        log.account(session.find().map(SignedIn::actor), "RESET_SECOND_FACTOR", account.actor());
    }

    private boolean given(Actor me, String typed) {
        var account = accounts.held(me.id());
        boolean right = account.admits(clock.instant()) && isRight(account, typed);
        if (!right) {
            accounts.failed(account.username());
        }
        return right;
    }

    private boolean isRight(Account account, String typed) {
        var id = account.actor().id();
        var step = step(id, digits(typed));
        if (step.isPresent()) {
            return store.take(id, step.getAsLong());
        }
        boolean taken = store.takeCode(id, RecoveryCodes.hash(id, typed), clock.instant());
        if (taken) {
            log.account(Optional.of(account.actor()), "USE_RECOVERY_CODE", account.actor());
        }
        return taken;
    }

    private OptionalLong step(ActorId id, String code) {
        var factor = store.find(id);
        if (factor.isEmpty()) {
            return OptionalLong.empty();
        }
        var secret = new SharedSecret(keys.open(RING, factor.get().sealed(), context(id)));
        return Totp.step(secret, code, clock.instant(), factor.get().lastStep());
    }

    private List<String> fresh(Actor me) {
        var codes = RecoveryCodes.draw();
        store.putCodes(
                me.id(),
                codes.stream().map(code -> RecoveryCodes.hash(me.id(), code)).toList());
        return codes;
    }

    private Actor me() {
        return session.find().map(SignedIn::actor).orElseThrow(NotFoundOrDenied::new);
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }

    static String context(ActorId id) {
        return "access_factor.secret:" + id;
    }

    /**
     * Somebody's second factor, as they see it.
     *
     * @param codes how many recovery codes are left
     */
    public record State(Instant since, int codes) {}
}
