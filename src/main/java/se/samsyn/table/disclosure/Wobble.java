package se.samsyn.table.disclosure;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * How the numbers of persons are blurred.
 *
 * @param lowest the least a number can be
 * @param centre that sums are taken from
 */
record Wobble(NoiseTable noise, double lowest, double highest, double centre) {
    /*
     * Mean: numbers are taken from a centre c, the middle of the scale for the widest group and the published mean of that one for all
     * others. One person moves the sum by at most r, the distance from c to the farther end. The sum gets r times a second noise that belongs
     * to the same persons, and is divided by the blurred count.
     * Interval: Student's, with the deviation of all persons of the widest group, and the noise's own variance added. The squares that the
     * deviation is computed from bear noise of their own, as much as one person could add: the width of the interval would otherwise tell
     * how far from the mean somebody is who has come or gone.
     * Quantile: read from the true numbers at a level moved by half a noise over the count, which is where a blurred count would
     * read it.
     */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int OF_SUM = 17;
    private static final int OF_SQUARES = 29;

    /** About the middle of the scale. */
    static Wobble middle(NoiseTable noise, double lowest, double highest) {
        return new Wobble(noise, lowest, highest, (lowest + highest) / 2);
    }

    Wobble about(double other) {
        return new Wobble(noise, lowest, highest, other);
    }

    /** The farthest that one person's number can be from the centre. */
    double reach() {
        return Math.max(centre - lowest, highest - centre);
    }

    /** Noise that belongs to the same persons as a count's own, but is another; from other bits of the spread key yet another. */
    private int noise(long persons, long keySum, int bits) {
        double key = BlurredTable.uniform(((keySum + persons) * SPREAD) >>> bits);
        return noise.noise(noise.lastRow() + persons, key);
    }

    double mean(long persons, long keySum, double sum, long shown) {
        double moved = sum - persons * centre + noise(persons, keySum, OF_SUM) * reach();
        return Math.clamp(centre + moved / shown, lowest, highest);
    }

    /** The variance of all numbers, from squares about the middle of the scale. */
    double variance(long persons, long keySum, double sum, double squares, long shown) {
        double mean = sum / persons;
        double most = reach() * reach();
        double moved = squares - persons * mean * mean + noise(persons, keySum, OF_SQUARES) * most;
        return Math.clamp(moved / Math.max(1, shown), 0, most);
    }

    /** Half the width of a 95 % interval for a mean. */
    double margin(long shown, double variance) {
        double t = new TDistribution(Math.max(1, shown - 1)).inverseCumulativeProbability(0.975);
        double ofNoise = noise.law().variance() * reach() * reach() / ((double) shown * shown);
        return t * Math.sqrt(variance / shown + ofNoise);
    }

    /** Which of the persons, ordered by their numbers and counted from 1, stands at a share of them. */
    long rank(double share, long persons, long keySum) {
        double moved = share + noise(persons, keySum, OF_SUM) / 2.0 / persons;
        return Math.clamp((long) Math.ceil(moved * persons), 1, persons);
    }
}
