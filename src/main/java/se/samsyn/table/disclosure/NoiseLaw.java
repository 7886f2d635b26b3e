package se.samsyn.table.disclosure;

/**
 * How the noise on counts is to be. The noise is whole, its mean is zero for every count, and among all such laws the one with
 * the greatest entropy is taken, which tells least.
 *
 * @param most the greatest noise, up or down; at least 1. Assume that it becomes known
 * @param variance the greatest variance; a small count may get less
 * @param blocked no count from 1 to this is ever published; 0 if all may be. At most {@code most}
 * @param stay the least share of counts that are published as they are; 0 if none is asked for
 */
public record NoiseLaw(int most, double variance, int blocked, double stay) {

    /** Checks the parts against each other. */
    public NoiseLaw {
        if (most < 1 || blocked < 0 || blocked > most) {
            throw new IllegalArgumentException(
                    "The greatest noise is at least 1 and no less than the greatest blocked count");
        }
        if (!(variance > 0) || !(stay >= 0 && stay < 1)) {
            throw new IllegalArgumentException("The variance is above 0, the share that stays from 0 to below 1");
        }
        for (int count = 1; count <= blocked; count++) {
            if (variance <= (double) count * (blocked + 1 - count)) {
                throw new IllegalArgumentException("The variance is too small for so many blocked counts");
            }
        }
    }

    /** For logged-in use: noise up to five, variance 3, nothing published as 1 or 2. */
    public static NoiseLaw standard() {
        return new NoiseLaw(5, 3, 2, 0);
    }
}
