package se.samsyn.exchange.opendata;

/**
 * A search for tables.
 *
 * @param text words to find, as the database searches; blank finds all
 */
public record PxWebSearch(String text, Discontinued discontinued) {

    /** Whether tables that are no longer kept up are wanted. */
    public enum Discontinued {
        LEFT_OUT,
        INCLUDED
    }

    /** Strips the text. */
    public PxWebSearch {
        text = text.strip();
    }

    /** Tables that are kept up. */
    public static PxWebSearch of(String text) {
        return new PxWebSearch(text, Discontinued.LEFT_OUT);
    }
}
