package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.distribution.continuous.TDistribution;

/** The means and quantiles of a {@link BlurredTable}. */
final class BlurredNumbers {
    /*
     * Mean: numbers are taken from a centre c, the middle of the scale for the total and the published mean of the total for all
     * others. One person moves the sum by at most r, the distance from c to the farther end. The sum gets r times a second noise that belongs
     * to the same persons, and is divided by the blurred count.
     * Interval: Student's, with the deviation of all persons of the table, and the noise's own variance added. The squares that the
     * deviation is computed from bear noise of their own, as much as one person could add: the width of the interval would otherwise tell
     * how far from the mean somebody is who has come or gone.
     * Quantile: read from the true numbers at a level moved by half a noise over the count, which is where a blurred count would
     * read it; given to the step only.
     */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int[] counts;
    private final double[] means;
    private final double[] margins;
    private final Map<Integer, double[]> quantiles = new ConcurrentHashMap<>();

    private BlurredNumbers(int[] counts, double[] means, double[] margins) {
        this.counts = counts;
        this.means = means;
        this.margins = margins;
    }

    long count(int cell) {
        return counts.length == 0 ? 0 : counts[cell];
    }

    OptionalDouble mean(int cell) {
        return given(means, cell);
    }

    OptionalDouble margin(int cell) {
        return given(margins, cell);
    }

    private static OptionalDouble given(double[] values, int cell) {
        return values.length == 0 || Double.isNaN(values[cell])
                ? OptionalDouble.empty()
                : OptionalDouble.of(values[cell]);
    }

    /** One of the quarters and tenths. */
    OptionalDouble quantile(double share, int cell) {
        double[] known = quantiles.getOrDefault(cell, new double[0]);
        int at = (int) Math.round(share * Gathered.LEVELS);
        return known.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(known[at]);
    }

    /** What was gathered of numbers. */
    static final class Gathered {

        /** Quantiles are kept at every twentieth. */
        static final int LEVELS = 20;

        private final Lattice lattice;
        private final double lowest;
        private final double highest;
        private final long[] persons;
        private final long[] keys;
        private final double[] sums;
        private final double[] squares;
        private final List<Map<Double, Long>> steps = new ArrayList<>();

        Gathered(Lattice lattice, double lowest, double highest) {
            this.lattice = lattice;
            this.lowest = lowest;
            this.highest = highest;
            int cells = Double.isNaN(lowest) ? 0 : lattice.cells();
            this.persons = new long[cells];
            this.keys = new long[cells];
            this.sums = new double[cells];
            this.squares = new double[cells];
            for (int cell = 0; cell < cells; cell++) {
                steps.add(Map.of());
            }
        }

        void add(int cell, long count, long keySum, double step, double sum) {
            persons[cell] += count;
            keys[cell] += keySum;
            sums[cell] += sum;
            squares[cell] += count * step * step;
            if (steps.get(cell).isEmpty()) {
                steps.set(cell, new TreeMap<>());
            }
            steps.get(cell).merge(step, count, Long::sum);
        }

        BlurredNumbers build(NoiseTable noise) {
            if (persons.length == 0) {
                return new BlurredNumbers(new int[0], new double[0], new double[0]);
            }
            lattice.addUp(persons);
            BlurredTable.addUpKeys(lattice, keys);
            lattice.addUp(sums);
            lattice.addUp(squares);
            addUpSteps();
            int[] counts = BlurredTable.blurred(lattice, noise, persons, keys);
            double[] means = new double[counts.length];
            double[] margins = new double[counts.length];
            BlurredNumbers numbers = new BlurredNumbers(counts, means, margins);
            int total = lattice.cells() - 1;
            double middle = (lowest + highest) / 2;
            mean(total, middle, noise, numbers);
            double centre = Double.isNaN(means[total]) ? middle : means[total];
            for (int cell = 0; cell < total; cell++) {
                mean(cell, centre, noise, numbers);
            }
            double deviation = deviation(middle, numbers.counts[total], noise);
            for (int cell = 0; cell <= total; cell++) {
                boolean given = !Double.isNaN(means[cell]);
                margins[cell] = given ? margin(counts[cell], reach(centre), deviation, noise.law()) : Double.NaN;
            }
            return numbers;
        }

        private void addUpSteps() {
            for (int d = 0; d < lattice.dimensions(); d++) {
                for (int cell = 0; cell < lattice.cells(); cell++) {
                    if (!lattice.isTotal(cell, d) && !steps.get(cell).isEmpty()) {
                        int above = lattice.above(cell, d);
                        if (steps.get(above).isEmpty()) {
                            steps.set(above, new TreeMap<>());
                        }
                        Map<Double, Long> whole = steps.get(above);
                        steps.get(cell).forEach((step, count) -> whole.merge(step, count, Long::sum));
                    }
                }
            }
        }

        private void mean(int cell, double centre, NoiseTable noise, BlurredNumbers numbers) {
            int count = numbers.counts[cell];
            if (count < BlurredTable.MEANS_FROM || persons[cell] < 2) {
                numbers.means[cell] = Double.NaN;
                return;
            }
            int wobble = wobble(cell, 17, noise);
            double moved = sums[cell] - persons[cell] * centre + wobble * reach(centre);
            numbers.means[cell] = Math.clamp(centre + moved / count, lowest, highest);
            numbers.quantiles.put(cell, quantiles(cell, wobble));
        }

        /** Noise that belongs to the same persons as a cell's own, but is another; from other bits of the spread key yet another. */
        private int wobble(int cell, int bits, NoiseTable noise) {
            double key = BlurredTable.uniform(((keys[cell] + persons[cell]) * SPREAD) >>> bits);
            return noise.noise(noise.lastRow() + persons[cell], key);
        }

        private double reach(double centre) {
            return Math.max(centre - lowest, highest - centre);
        }

        /** The variance of all numbers, from squares about the middle of the scale, with noise on them. */
        private double deviation(double middle, int count, NoiseTable noise) {
            int total = lattice.cells() - 1;
            double n = persons[total];
            double mean = sums[total] / n;
            double most = reach(middle) * reach(middle);
            double moved = squares[total] - n * mean * mean + wobble(total, 29, noise) * most;
            return Math.clamp(moved / Math.max(1, count), 0, most);
        }

        private static double margin(int count, double reach, double deviation, NoiseLaw law) {
            double t = new TDistribution(Math.max(1, count - 1)).inverseCumulativeProbability(0.975);
            return t * Math.sqrt(deviation / count + law.variance() * reach * reach / ((double) count * count));
        }

        private double[] quantiles(int cell, int wobble) {
            double[] levels = new double[LEVELS + 1];
            long n = persons[cell];
            for (int level = 0; level <= LEVELS; level++) {
                double share = (double) level / LEVELS + wobble / 2.0 / n;
                long rank = Math.clamp((long) Math.ceil(share * n), 1, n);
                levels[level] = at(rank, steps.get(cell));
            }
            return levels;
        }

        private static double at(long rank, Map<Double, Long> steps) {
            long seen = 0;
            double last = Double.NaN;
            for (Map.Entry<Double, Long> step : steps.entrySet()) {
                last = step.getKey();
                seen += step.getValue();
                if (seen >= rank) {
                    break;
                }
            }
            return last;
        }
    }
}
