package se.samsyn.access;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How people sign in here, as the operator has decided: with which factors, by which provider, and for how long. */
@Component
public class SignInRule {

    /** What is asked of those who sign in with a password. */
    public enum SecondFactor {
        /** Everybody has one, and is led to getting it. */
        DEMAND,
        /** Those who have one are asked for it. */
        OFFER,
        /** Nobody is asked; for the day something is wrong with all of them. */
        OFF
    }

    private static final Duration LONGEST = Duration.ofHours(12);

    private final SecondFactor secondFactor;
    private final boolean demo;
    private final boolean provider;
    private final Duration idle;
    private final Duration idleWithCases;
    private final int sessions;

    SignInRule(
            @Value("${samsyn.second-factor:demand}") SecondFactor secondFactor,
            @Value("${samsyn.demo:false}") boolean demo,
            @Value("${samsyn.oidc.issuer:}") String issuer,
            @Value("${samsyn.sessions.idle:PT60M}") Duration idle,
            @Value("${samsyn.sessions.idle-with-cases:PT30M}") Duration idleWithCases,
            @Value("${samsyn.sessions.most:5}") int sessions) {
        this.secondFactor = secondFactor;
        this.demo = demo;
        this.provider = !issuer.isBlank();
        this.idle = idle;
        this.idleWithCases = idleWithCases;
        this.sessions = sessions;
    }

    /** Whether people with passwords get by without anything more, though this is no demonstration. */
    public boolean isWithoutSecondFactor() {
        return secondFactor == SecondFactor.OFF && !demo;
    }

    boolean asks(Account account) {
        return account.hasFactor() && secondFactor != SecondFactor.OFF && !demo;
    }

    boolean demands(Account account) {
        return !account.hasFactor() && secondFactor == SecondFactor.DEMAND && !demo;
    }

    /** Whether a password opens an account: those known to the provider are signed in to there, and nowhere else. */
    boolean takesPassword(Account account) {
        return !provider || account.externalId() == null;
    }

    /** How long a session lasts without anything being done in it. */
    Duration idle(Role role) {
        return role.boundToUnit() ? idleWithCases : idle;
    }

    /** How long a session lasts at most. */
    Duration longest() {
        return LONGEST;
    }

    /** How many sessions one person has at once; in the demonstration many share a made-up person. */
    int sessions() {
        return demo ? Integer.MAX_VALUE : sessions;
    }
}
