package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts are blurred the same way wherever the persons stand, parts add up, and averaging over many splits tells nothing. */
class BlurredTableTest {

    private static final NoiseTable NOISE = NoiseTable.of(NoiseLaw.standard());

    /** Persons with a secret key and a category for each of some variables. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Person(long key, int[] categories) {}

    private static Person[] persons(int count, int variables, int categories, SplittableRandom random) {
        Person[] persons = new Person[count];
        for (int p = 0; p < count; p++) {
            int[] own = new int[variables];
            for (int v = 0; v < variables; v++) {
                own[v] = random.nextInt(categories);
            }
            persons[p] = new Person(random.nextLong(1L << 32), own);
        }
        return persons;
    }

    private static BlurredTable table(Person[] persons, int categories, int... variables) {
        List<Branches> dimensions = Collections.nCopies(variables.length, Branches.flat(categories));
        BlurredTable.Builder builder = new BlurredTable.Builder(NOISE, Double.NaN, Double.NaN, dimensions);
        for (Person person : persons) {
            int[] at = new int[variables.length];
            for (int v = 0; v < variables.length; v++) {
                at[v] = person.categories()[variables[v]];
            }
            builder.add(1, person.key(), at);
        }
        return builder.build();
    }

    @Test
    void addsUpOnOneAndTwoDimensions() {
        SplittableRandom random = new SplittableRandom(1);
        int off = 0;
        int lines = 0;
        for (int trial = 0; trial < 200; trial++) {
            BlurredTable table = table(persons(200 + random.nextInt(800), 2, 4, random), 4, 0, 1);
            for (int a = 0; a < 4; a++) {
                long row = 0;
                long column = 0;
                for (int b = 0; b < 4; b++) {
                    row += table.count(a, b);
                    column += table.count(b, a);
                }
                off += row == table.count(a, -1) ? 0 : 1;
                off += column == table.count(-1, a) ? 0 : 1;
                lines += 2;
            }
        }
        assertThat(off).isLessThanOrEqualTo(lines / 25);
    }

    @Test
    void isTheSameInWhateverOrderTheVariablesStandAndWhateverElseIsCrossed() {
        Person[] persons = persons(700, 3, 4, new SplittableRandom(2));
        BlurredTable ab = table(persons, 4, 0, 1);
        BlurredTable ba = table(persons, 4, 1, 0);
        BlurredTable cab = table(persons, 4, 2, 0, 1);
        for (int a = -1; a < 4; a++) {
            for (int b = -1; b < 4; b++) {
                assertThat(ba.count(b, a)).isEqualTo(ab.count(a, b));
                assertThat(cab.count(-1, a, b)).isEqualTo(ab.count(a, b));
            }
        }
    }

    @Test
    void publishesNoCountOfOneOrTwoAndKeepsZeros() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 50; trial++) {
            Person[] persons = persons(60, 2, 6, random);
            BlurredTable table = table(persons, 6, 0, 1);
            for (int a = 0; a < 6; a++) {
                for (int b = 0; b < 6; b++) {
                    int first = a;
                    int second = b;
                    long exact = java.util.Arrays.stream(persons)
                            .filter(p -> p.categories()[0] == first && p.categories()[1] == second)
                            .count();
                    assertThat(table.count(a, b)).isNotIn(1L, 2L).isNotNegative();
                    assertThat(exact > 0 || table.count(a, b) == 0).isTrue();
                }
            }
        }
    }

    @Test
    void averagingOverTwoHundredSplitsTellsNoMoreThanOneLook() {
        SplittableRandom random = new SplittableRandom(4);
        int direct = 0;
        int averaged = 0;
        int trials = 100;
        for (int trial = 0; trial < trials; trial++) {
            Person[] persons = persons(50, 200, 4, random);
            double sum = 0;
            for (int variable = 0; variable < 200; variable++) {
                BlurredTable split = table(persons, 4, variable);
                for (int category = 0; category < 4; category++) {
                    sum += split.count(category);
                }
            }
            averaged += Math.round(sum / 200) == 50 ? 1 : 0;
            direct += table(persons, 4, 0).count(-1) == 50 ? 1 : 0;
        }
        assertThat(averaged).isLessThanOrEqualTo(direct + trials / 20);
        assertThat(direct).isLessThan(trials / 2);
    }

    @Test
    void givesMeansNearTheTrueOnesAndNeverThoseOfFew() {
        SplittableRandom random = new SplittableRandom(5);
        int covered = 0;
        int given = 0;
        for (int trial = 0; trial < 200; trial++) {
            BlurredTable.Builder builder = new BlurredTable.Builder(NOISE, 0, 60, List.of(Branches.flat(3)));
            double[] sums = new double[3];
            int[] counts = new int[3];
            for (int p = 0; p < 205; p++) {
                int at = p < 3 ? 2 : p % 2;
                double value = Math.clamp(30 + 12 * random.nextGaussian(), 0, 60);
                long key = random.nextLong(1L << 32);
                builder.add(1, key, at);
                builder.addNumbers(1, key, Math.rint(value), value, at);
                sums[at] += value;
                counts[at]++;
            }
            BlurredTable table = builder.build();
            assertThat(table.mean(2)).isEmpty();
            assertThat(table.quantile(0.5, 2)).isEmpty();
            for (int at = 0; at < 2; at++) {
                double error = Math.abs(table.mean(at).orElseThrow() - sums[at] / counts[at]);
                assertThat(error).isLessThan(5 * 30.0 / 90 + 2);
                given++;
                covered += Math.abs(table.mean(at).orElseThrow() - 30)
                                <= table.meanMargin(at).orElseThrow()
                        ? 1
                        : 0;
                assertThat(table.quantile(0.5, at).orElseThrow()).isBetween(20.0, 40.0);
            }
        }
        assertThat((double) covered / given).isGreaterThan(0.93);
    }

    /** The ends of a small group are the numbers of one or two. */
    @Test
    void givesQuantilesWhereFiveLieBeyondThem() {
        BlurredTable.Builder builder = new BlurredTable.Builder(NOISE, 0, 100, List.of(Branches.flat(3)));
        SplittableRandom random = new SplittableRandom(9);
        int[] sizes = {15, 35, 400};
        for (int group = 0; group < sizes.length; group++) {
            for (int person = 0; person < sizes[group]; person++) {
                long key = random.nextLong(1L << 32);
                double number = random.nextDouble(100);
                builder.add(1, key, group);
                builder.addNumbers(1, key, number, number, group);
            }
        }
        BlurredTable table = builder.build();
        assertThat(table.quantile(0.5, 0)).isPresent();
        assertThat(table.quantile(0.25, 0)).isEmpty();
        assertThat(table.quantile(0.75, 1)).isPresent();
        assertThat(table.quantile(0.1, 1)).isEmpty();
        assertThat(table.quantile(0.9, 1)).isEmpty();
        assertThat(table.quantile(0.1, 2).orElseThrow()).isBetween(5.0, 15.0);
        assertThat(table.quantile(0.9, 2).orElseThrow()).isBetween(85.0, 95.0);
    }

    /** Whatever else is selected beside a group, its mean bears the same noise: many selections are no nearer to the truth than one. */
    @Test
    void averagingMeansOverSelectionsTellsNoMoreThanOneLook() {
        SplittableRandom random = new SplittableRandom(6);
        double one = 0;
        double many = 0;
        for (int trial = 0; trial < 60; trial++) {
            Person[] persons = persons(400, 2, 8, random);
            double[] numbers = random.doubles(persons.length, 0, 60).toArray();
            double truth = mean(persons, numbers);
            double sum = 0;
            for (int selection = 1; selection < 128; selection += 2) {
                double shown = selected(persons, numbers, selection);
                sum += shown;
                one += selection == 1 ? (shown - truth) * (shown - truth) : 0;
            }
            many += (sum / 64 - truth) * (sum / 64 - truth);
        }
        assertThat(many).isGreaterThan(one / 2);
    }

    private static double mean(Person[] persons, double[] numbers) {
        return IntStream.range(0, persons.length)
                .filter(p -> persons[p].categories()[0] == 0)
                .mapToDouble(p -> numbers[p])
                .average()
                .orElseThrow();
    }

    /** The mean of the first category, where those of some categories are selected. */
    private static double selected(Person[] persons, double[] numbers, int selection) {
        BlurredTable.Builder builder =
                new BlurredTable.Builder(NOISE, 0, 60, List.of(Branches.flat(8), Branches.flat(8)));
        for (int p = 0; p < persons.length; p++) {
            int[] at = persons[p].categories();
            builder.among(persons[p].key(), at);
            if ((selection >> at[0] & 1) == 1) {
                builder.addNumbers(1, persons[p].key(), Math.rint(numbers[p]), numbers[p], at);
            }
        }
        BlurredTable all = table(persons, 8, 0, 1);
        return builder.build(all::count).mean(0, -1).orElseThrow();
    }
}
