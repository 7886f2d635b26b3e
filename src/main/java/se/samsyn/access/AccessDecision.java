package se.samsyn.access;

/** The answer to a wish: granted, or denied with the fact that stands against it. */
public sealed interface AccessDecision {

    /** Go ahead. */
    record Granted() implements AccessDecision {}

    /** No. The reason is for the log; the person is told that there is nothing there. */
    record Denied(String reason) implements AccessDecision {}
}
