package se.samsyn.exchange.opendata;

/**
 * Takes values as they come, so that millions need not be in memory. Until {@link #done} is called the answer is not whole: a caller
 * that stores values does it in a transaction and rolls back on a refusal. An exception from here ends the fetch and goes to the caller.
 */
public interface KoladaTaker {

    /** One value; never the same indicator, place, year and gender twice. */
    void take(KoladaValue value);

    /** Everything that was asked for has been given. */
    void done();
}
