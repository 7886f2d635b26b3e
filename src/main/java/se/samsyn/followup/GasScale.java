package se.samsyn.followup;

/**
 * A scale for goal attainment, kept with each goal since municipalities use different ones. Levels are ordinal: their mean has
 * no meaning without the distribution.
 */
public enum GasScale {
    /** Five levels, 0 the expected (Kiresuk and Sherman 1968). */
    FIVE_LEVELS(-2, 2),
    /** Six levels, where -3 is worse than at the start and -2 as at the start. */
    SIX_LEVELS(-3, 2);

    private final int lowest;
    private final int highest;

    GasScale(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Whether the scale has a level. */
    public boolean has(int level) {
        return level >= lowest && level <= highest;
    }

    /** The lowest level. */
    public int lowest() {
        return lowest;
    }

    /** The highest level. */
    public int highest() {
        return highest;
    }
}
