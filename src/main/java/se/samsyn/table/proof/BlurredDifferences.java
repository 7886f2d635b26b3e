package se.samsyn.table.proof;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.BlurredTable;

/** Two blurred answers about nearly the same persons, subtracted. */
final class BlurredDifferences {

    private static final double LOWEST = 0;
    private static final double HIGHEST = 60;

    private BlurredDifferences() {}

    /** How often the cell that changes most, against the others, is that of the one person who differs. */
    static Verdict one(int persons, int sizes, int trials, double most, long seed) {
        var random = new SplittableRandom(seed);
        int told = 0;
        for (int trial = 0; trial < trials; trial++) {
            var group = BlurredPersons.of(persons, 1, sizes, random);
            told += outlier(group.table(0), group.table(person -> person > 0, 0), sizes, random) == group.category(0, 0)
                    ? 1
                    : 0;
        }
        return Verdict.of(
                told <= most * trials,
                String.format(
                        Locale.ROOT,
                        "rätt kategori i %.1f %% av %d fall, gissning %.1f %%",
                        100.0 * told / trials,
                        trials,
                        100.0 / sizes));
    }

    private static int outlier(BlurredTable with, BlurredTable without, int sizes, SplittableRandom random) {
        double[] change = IntStream.range(0, sizes)
                .mapToDouble(category -> with.count(category) - without.count(category))
                .toArray();
        double[] sorted = IntStream.range(0, sizes)
                .mapToDouble(category -> change[category])
                .sorted()
                .toArray();
        double usual = (sorted[(sizes - 1) / 2] + sorted[sizes / 2]) / 2;
        double[] chance = random.doubles(sizes, 0, 1e-6).toArray();
        return IntStream.range(0, sizes)
                .boxed()
                .max((a, b) -> Double.compare(
                        Math.abs(change[a] - usual) + chance[a], Math.abs(change[b] - usual) + chance[b]))
                .orElseThrow();
    }

    /** The same persons read again, in another order: how many figures differ. */
    static Verdict readAgain(int trials, long seed) {
        var random = new SplittableRandom(seed);
        int cells = 0;
        int differing = 0;
        for (int trial = 0; trial < trials; trial++) {
            var group = BlurredPersons.of(200, 2, 4, random);
            var first = group.table(0, 1);
            var again = group.table(1, 0);
            for (int a = -1; a < group.sizes(); a++) {
                for (int b = -1; b < group.sizes(); b++) {
                    cells++;
                    differing += first.count(a, b) == again.count(b, a) ? 0 : 1;
                }
            }
        }
        return Verdict.of(differing == 0, cells + " tal, " + differing + " skiljer");
    }

    /** Total minus women where men are few: how often the difference is their number, against how often their own cell is. */
    static Verdict complement(int trials, double margin, long seed) {
        var random = new SplittableRandom(seed);
        int direct = 0;
        int difference = 0;
        for (int trial = 0; trial < trials; trial++) {
            var group = BlurredPersons.of(60, 1, 2, random);
            int men = 1 + random.nextInt(4);
            IntStream.range(0, group.count()).forEach(person -> group.put(person, 0, person < men ? 1 : 0));
            var table = group.table(0);
            direct += table.count(1) == men ? 1 : 0;
            difference += table.count(-1) - table.count(0) == men ? 1 : 0;
        }
        return Verdict.of(
                difference <= direct + margin * trials,
                "av " + trials + " rätt: skillnaden " + difference + ", cellen själv " + direct);
    }

    /** A group of few who all answer alike: how often their row has one cell that is not empty. */
    static Verdict alike(int few, int trials, double most, long seed) {
        var random = new SplittableRandom(seed);
        int told = 0;
        for (int trial = 0; trial < trials; trial++) {
            var group = BlurredPersons.of(300, 2, 4, random);
            IntStream.range(0, group.count())
                    .forEach(person -> group.put(person, 0, person < few ? 0 : 1 + random.nextInt(3)));
            IntStream.range(0, few).forEach(person -> group.put(person, 1, group.category(0, 1)));
            var table = group.table(0, 1);
            told += IntStream.range(0, 4)
                                    .filter(category -> table.count(0, category) > 0)
                                    .count()
                            == 1
                    ? 1
                    : 0;
        }
        return Verdict.of(told <= most * trials, "avslöjade i " + told + " av " + trials + " fall");
    }

    /** Means of a group with and without one person: how often their number is told to the nearest unit, in two ways. */
    static Verdict means(int persons, int trials, double most, long seed) {
        var random = new SplittableRandom(seed);
        int guessed = 0;
        int bySums = 0;
        int byWidths = 0;
        for (int trial = 0; trial < trials; trial++) {
            var group = BlurredPersons.of(persons, 1, 1, random);
            double[] numbers = IntStream.range(0, persons)
                    .mapToDouble(_ -> Math.clamp(Math.rint(30 + 12 * random.nextGaussian()), LOWEST, HIGHEST))
                    .toArray();
            var with = group.numbers(_ -> true, LOWEST, HIGHEST, numbers);
            var without = group.numbers(person -> person > 0, LOWEST, HIGHEST, numbers);
            double mean = with.mean(-1).orElseThrow();
            guessed += near(mean, numbers[0]);
            bySums +=
                    near(mean * with.measured(-1) - without.mean(-1).orElseThrow() * without.measured(-1), numbers[0]);
            byWidths += near(distance(with, without), Math.abs(mean - numbers[0]));
        }
        return Verdict.of(
                Math.max(bySums, byWidths) <= guessed + most * trials,
                "av " + trials + " rätt: gissat medelvärdet " + guessed + ", skillnad av summor " + bySums
                        + ", av intervallens bredd " + byWidths);
    }

    private static int near(double guess, double number) {
        return Math.abs(guess - number) <= 1 ? 1 : 0;
    }

    /** How far from the mean the person is who is in the one table only, by how the variances differ. */
    private static double distance(BlurredTable with, BlurredTable without) {
        double other = variance(without);
        return Math.sqrt(Math.max(0, with.measured(-1) * (variance(with) - other) + other));
    }

    private static double variance(BlurredTable table) {
        long count = table.measured(-1);
        double mean = table.mean(-1).orElseThrow();
        double reach = Math.max(mean - LOWEST, HIGHEST - mean);
        double width = Math.rint(100 * table.meanMargin(-1).orElseThrow()) / 100 / BlurredBounds.student(count - 1);
        return count * (width * width - BlurredBounds.VARIANCE * reach * reach / count / count);
    }
}
