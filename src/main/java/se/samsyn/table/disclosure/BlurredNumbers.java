package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** The means and quantiles of a {@link BlurredTable}. */
final class BlurredNumbers {

    /** Lie beyond a quantile at least; a little less, since a tenth is not written exactly. */
    private static final double BEYOND = 5 - 1e-9;

    private final int[] counts;
    private final double[] means;
    private final double[] margins;
    private final Map<Integer, double[]> quantiles = new ConcurrentHashMap<>();
    private final double marginOfSum;

    private BlurredNumbers(int[] counts, double[] means, double[] margins, double marginOfSum) {
        this.marginOfSum = marginOfSum;
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

    double marginOfSum() {
        return marginOfSum;
    }

    private static OptionalDouble given(double[] values, int cell) {
        return values.length == 0 || Double.isNaN(values[cell])
                ? OptionalDouble.empty()
                : OptionalDouble.of(values[cell]);
    }

    /** One of the quarters and tenths. Near the ends it would be the number of one person, or of two. */
    OptionalDouble quantile(double share, int cell) {
        if (count(cell) * Math.min(share, 1 - share) < BEYOND) {
            return OptionalDouble.empty();
        }
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
        private final long[][] groups;

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
            this.groups = new long[lattice.dimensions()][];
            Arrays.setAll(groups, d -> new long[lattice.branches(d).size()]);
        }

        void among(long keySum, int... at) {
            for (int d = 0; d < groups.length; d++) {
                groups[d][at[d]] += keySum;
                for (int wide : lattice.branches(d).around(at[d])) {
                    if (wide != Branches.TOTAL) {
                        groups[d][wide] += keySum;
                    }
                }
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

        BlurredNumbers build(NoiseTable noise, Optional<ToLongFunction<int[]>> counted) {
            if (persons.length == 0) {
                return new BlurredNumbers(new int[0], new double[0], new double[0], 0);
            }
            lattice.addUp(persons);
            BlurredTable.addUpKeys(lattice, keys);
            lattice.addUp(sums);
            lattice.addUp(squares);
            addUpSteps();
            int[] counts =
                    counted.map(this::counts).orElseGet(() -> BlurredTable.blurred(lattice, noise, persons, keys));
            double[] means = new double[counts.length];
            double[] margins = new double[counts.length];
            Wobble wide = Wobble.middle(noise, lowest, highest);
            BlurredNumbers numbers = new BlurredNumbers(counts, means, margins, wide.marginOfSum());
            int total = lattice.cells() - 1;
            mean(total, total, wide, numbers);
            Wobble wobble = Double.isNaN(means[total]) ? wide : wide.about(means[total]);
            OnlyParts only = new OnlyParts(lattice, counts, keys);
            for (int cell = 0; cell < total; cell++) {
                mean(cell, only.shownAs(cell), wobble, numbers);
            }
            double variance = wide.variance(persons[total], keys[total], sums[total], squares[total], counts[total]);
            for (int cell = 0; cell <= total; cell++) {
                margins[cell] = Double.isNaN(means[cell]) ? Double.NaN : wobble.margin(counts[cell], variance);
            }
            return numbers;
        }

        private int[] counts(ToLongFunction<int[]> counted) {
            return IntStream.range(0, lattice.cells())
                    .map(cell -> Math.toIntExact(counted.applyAsLong(lattice.at(cell))))
                    .toArray();
        }

        private void addUpSteps() {
            lattice.upwards((cell, above) -> {
                if (!steps.get(cell).isEmpty()) {
                    if (steps.get(above).isEmpty()) {
                        steps.set(above, new TreeMap<>());
                    }
                    Map<Double, Long> whole = steps.get(above);
                    steps.get(cell).forEach((step, count) -> whole.merge(step, count, Long::sum));
                }
            });
        }

        /** Gives a cell the mean and the quantiles of those it is shown as. */
        private void mean(int cell, int as, Wobble wobble, BlurredNumbers numbers) {
            if (numbers.counts[cell] < BlurredTable.MEANS_FROM || persons[as] < 2) {
                numbers.means[cell] = Double.NaN;
                return;
            }
            long key = keyAmong(as);
            numbers.means[cell] = wobble.mean(persons[as], key, sums[as], numbers.counts[as]);
            double[] levels = new double[LEVELS + 1];
            Arrays.setAll(levels, level -> at(wobble.rank((double) level / LEVELS, persons[as], key), steps.get(as)));
            numbers.quantiles.put(cell, levels);
        }

        /** A key that belongs to the persons, and where they are in several groups at once to these. */
        private long keyAmong(int cell) {
            int[] at = lattice.at(cell);
            long key = keys[cell];
            if (Arrays.stream(at).filter(category -> category >= 0).count() > 1) {
                for (int d = 0; d < at.length; d++) {
                    key += at[d] < 0 ? 0 : BlurredTable.mixed(groups[d][at[d]]);
                }
            }
            return key;
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
