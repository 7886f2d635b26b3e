package se.samsyn.access;

import org.springframework.security.core.userdetails.UserDetails;

/** The outcome of a sign-in by a provider. */
public sealed interface ProviderSignIn {

    /** Whose session may begin. */
    record Admitted(UserDetails user) implements ProviderSignIn {}

    /** No. */
    record Refused(Reason reason) implements ProviderSignIn {}

    /** Why not. */
    enum Reason {
        /** There is no account in use for the person, or it is bound to somebody else of the provider's. */
        UNKNOWN,
        /** The account reads about clients, and the person was not identified surely enough for that. */
        LEVEL
    }
}
