package se.samsyn.exchange.opendata;

/**
 * Takes a table's answers one at a time. Until {@link #done} is called the table is not whole: a caller that stores cells does it in
 * a transaction and rolls back on a refusal. An exception from here ends the fetch and goes to the caller.
 */
public interface PxWebTaker {

    /** One part, in order. */
    void take(PxWebPart part);

    /** All parts have been given. */
    void done();
}
