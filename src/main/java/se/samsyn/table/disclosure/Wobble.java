package se.samsyn.table.disclosure;

import org.hipparchus.distribution.continuous.NormalDistribution;
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
     * others. One person moves the sum by at most r, the distance from c to the farther end. The sum gets r times a normal noise that belongs to
     * the same persons, with the variance that counts have and no more than their greatest, and is divided by the blurred count. The noise must
     * not be whole: whole numbers of r could be told apart from the persons' own.
     * Interval: Student's, with the deviation of all persons of the widest group, and the noise's own variance added. The squares that the
     * deviation is computed from bear noise of their own, as much as one person could add: the width of the interval would otherwise tell
     * how far from the mean somebody is who has come or gone.
     * Both are given to about a hundredth of the scale, whoever asks and wherever they are shown.
     * Quantile: read from the true numbers at a level moved by half a noise over the count, which is where a blurred count would
     * read it; by a noise of its own, so that it does not tell of the mean's.
     */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int OF_SUM = 17;
    private static final int OF_SQUARES = 29;
    private static final int OF_RANK = 7;
    private static final double STEPS = 100;
    private static final NormalDistribution NORMAL = new NormalDistribution();

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
    private double noise(long persons, long keySum, int bits) {
        double key = BlurredTable.uniform(((keySum + persons) * SPREAD) >>> bits);
        double most = noise.law().most();
        double drawn = Math.sqrt(noise.law().variance()) * NORMAL.inverseCumulativeProbability(key);
        return Math.clamp(drawn, -most, most);
    }

    /** To the step that means and their intervals are given to: a power of ten, about a hundredth of the scale. */
    private double rounded(double value) {
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(highest - lowest, Double.MIN_NORMAL)))) / STEPS;
        return Math.rint(value / step) * step;
    }

    double mean(long persons, long keySum, double sum, long shown) {
        double moved = sum - persons * centre + noise(persons, keySum, OF_SUM) * reach();
        return Math.clamp(rounded(centre + moved / shown), lowest, highest);
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
        return rounded(t * Math.sqrt(variance / shown + ofNoise));
    }

    /** Half the width of a 95 % interval for what numbers add up to: blurred count times blurred mean; nothing but noise. */
    double marginOfSum() {
        double spread = Math.sqrt(noise.law().variance() * (reach() * reach() + centre * centre));
        return NORMAL.inverseCumulativeProbability(0.975) * spread;
    }

    /** Which of the persons, ordered by their numbers and counted from 1, stands at a share of them. */
    long rank(double share, long persons, long keySum) {
        double moved = share + noise(persons, keySum, OF_RANK) / 2.0 / persons;
        return Math.clamp((long) Math.ceil(moved * persons), 1, persons);
    }
}
