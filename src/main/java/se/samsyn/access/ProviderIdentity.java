package se.samsyn.access;

import java.util.Optional;

/**
 * Somebody as a provider of sign-in vouches for them.
 *
 * @param issuer the provider
 * @param subject whom the provider always calls the same
 * @param externalId what accounts know the person by; empty where the provider does not say, or does not vouch for it
 * @param assurance whether the person was identified surely enough to read about clients
 * @param receipt what the provider wants back at sign-out
 */
public record ProviderIdentity(
        String issuer, String subject, Optional<String> externalId, Assurance assurance, String receipt) {

    /** How surely somebody was identified, against what the operator asks for. */
    public enum Assurance {
        ENOUGH,
        TOO_LOW
    }

    @Override
    public String toString() {
        return "ProviderIdentity[" + assurance + "]";
    }
}
