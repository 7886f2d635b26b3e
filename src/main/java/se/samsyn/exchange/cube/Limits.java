package se.samsyn.exchange.cube;

/** How much a file may hold. */
final class Limits {

    /** No table has so many dimensions. */
    static final int DIMENSIONS = 200;

    /** Bytes that a held cell takes. */
    private static final int CELL = 9;

    private static final long MOST_CELLS = 20_000_000;

    private Limits() {}

    /** How many cells may be held in memory at once: twenty millions, or what a fourth of the heap holds. */
    static long cells() {
        return Math.min(MOST_CELLS, Runtime.getRuntime().maxMemory() / 4 / CELL);
    }
}
