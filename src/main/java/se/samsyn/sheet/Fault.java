package se.samsyn.sheet;

/**
 * A kind of problem. Each has two messages: what is wrong, {@code exchange.problem.<code>}, and what to do about it,
 * {@code exchange.remedy.<code>}.
 */
public interface Fault {

    /** The last part of the message keys. */
    String code();

    /** Whether it stops the import. */
    Severity severity();
}
