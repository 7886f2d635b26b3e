package se.samsyn.table.disclosure;

/**
 * A line of a linear program: the sum of some columns less that of others lies between two bounds, both included.
 *
 * @param plus each once
 * @param minus each once, none of them in plus
 * @param most {@link Double#POSITIVE_INFINITY} for no bound above
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Balance(int[] plus, int[] minus, double least, double most) {

    private static final int[] NONE = {};

    /** A line without minus. */
    static Balance of(int[] plus, double least, double most) {
        return new Balance(plus, NONE, least, most);
    }

    /** Whether it does no more than bound a single column. */
    boolean ofOne() {
        return plus.length == 1 && minus.length == 0;
    }
}
