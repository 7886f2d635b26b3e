package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** What somebody who knows sums of rows can tell of other sums of them: the least and the most each can be. */
final class LinearAttack implements AutoCloseable {
    /*
     * Rows that no known sum ties together, directly or by way of others, can be anything independently of each other. Each such group is a
     * linear program of its own; the bounds of a sum over several groups are the sums of its bounds in each.
     *
     * Fractions of persons are let be, so a true attacker who counts in whole persons may know more than the bounds say, never
     * less. That is what the search in Attack is for.
     */
    private static final double NEARLY = 1e-6;
    private static final int KEPT = 512;
    private static final int LOOKS = 60;
    private static final int MOST_IN_VAIN = 3;

    private final List<Group> groups = new ArrayList<>();
    private final long[] truth;
    private final List<double[]> found;
    private final int[] groupOf;
    private final int[] within;
    private final boolean[] bounded;

    /** The rows of one linear program, in the order of its variables. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    private record Group(LinearProgram program, int[] rows) {}

    /**
     * An attack by what is known.
     *
     * @param truth the true counts of the rows, from which found tables are told
     * @param found tables found in attacks before, on the same rows; those that still agree with what is known are kept, and new ones are
     *     added
     */
    LinearAttack(List<KnownSum> sums, long[] truth, Solver solver, List<double[]> found) {
        this.truth = truth;
        this.found = found;
        this.groupOf = new int[truth.length];
        this.within = new int[truth.length];
        this.bounded = new boolean[truth.length];
        for (KnownSum sum : sums) {
            for (int row : sum.rows()) {
                bounded[row] |= sum.most() != KnownSum.UNBOUNDED;
            }
        }
        found.removeIf(table -> sums.stream().anyMatch(sum -> !agrees(sum, table)));
        gather(telling(sums), solver);
    }

    static boolean agrees(KnownSum sum, double[] table) {
        double value = 0;
        for (int row : sum.rows()) {
            value += table[row];
        }
        return value > sum.least() - NEARLY && value < sum.most() + NEARLY;
    }

    /** Without the wide sums that are known to be as great as they are said to be, since a single row in them is. */
    private static List<KnownSum> telling(List<KnownSum> sums) {
        BitSet lowest = new BitSet();
        sums.stream()
                .filter(sum -> sum.rows().length == 1 && sum.least() > 0)
                .forEach(sum -> lowest.set(sum.rows()[0]));
        return sums.stream()
                .filter(sum -> sum.rows().length == 1
                        || sum.most() != KnownSum.UNBOUNDED
                        || sum.least() > 1
                        || Arrays.stream(sum.rows()).noneMatch(lowest::get))
                .toList();
    }

    private void gather(List<KnownSum> sums, Solver solver) {
        Ties ties = new Ties(truth.length);
        sums.forEach(sum -> ties.tie(sum.rows()));
        List<IntegerList> members = number(ties, truth.length);
        List<List<KnownSum>> known = new ArrayList<>();
        members.forEach(group -> known.add(new ArrayList<>()));
        for (KnownSum sum : sums) {
            if (sum.rows().length > 0) {
                known.get(groupOf[sum.rows()[0]]).add(sum.renumbered(within));
            }
        }
        for (int group = 0; group < members.size(); group++) {
            int[] inGroup = members.get(group).toArray();
            groups.add(new Group(solver.program(known.get(group), inGroup.length), inGroup));
        }
    }

    private List<IntegerList> number(Ties ties, int rows) {
        List<IntegerList> members = new ArrayList<>();
        int[] numberOf = new int[rows];
        Arrays.fill(numberOf, -1);
        for (int row = 0; row < rows; row++) {
            int head = ties.head(row);
            if (numberOf[head] < 0) {
                numberOf[head] = members.size();
                members.add(new IntegerList());
            }
            groupOf[row] = numberOf[head];
            within[row] = members.get(groupOf[row]).size();
            members.get(groupOf[row]).add(row);
        }
        return members;
    }

    /** The bounds of a sum of rows; {@link Double#POSITIVE_INFINITY} above where nothing known holds it. */
    Reach reach(int[] rows) {
        double least = 0;
        double most = 0;
        for (int group : groups(rows)) {
            int[] inGroup = inGroup(rows, group);
            least += sum(solve(group, inGroup, false), inGroup);
            most += isBounded(group, inGroup) ? sum(solve(group, inGroup, true), inGroup) : Double.POSITIVE_INFINITY;
        }
        return new Reach(rounded(least), rounded(most));
    }

    /** Whether a sum can differ by so much: told by tables found before where they show it, else by looking for such. */
    boolean isOpen(int[] rows, double width) {
        return isFoundOpen(rows, width) || reach(rows).isOpen(width);
    }

    /** Whether tables found before show that a sum can differ by so much. */
    boolean isFoundOpen(int[] rows, double width) {
        double least = Arrays.stream(rows).mapToLong(row -> truth[row]).sum();
        double most = least;
        for (double[] table : found) {
            double sum = sum(table, rows);
            least = Math.min(least, sum);
            most = Math.max(most, sum);
        }
        return most - least >= width - NEARLY;
    }

    private boolean isBounded(int group, int[] inGroup) {
        return Arrays.stream(inGroup).allMatch(k -> bounded[groups.get(group).rows()[k]]);
    }

    private double[] solve(int group, int[] inGroup, boolean greatest) {
        double[] weights = new double[groups.get(group).rows().length];
        for (int k : inGroup) {
            weights[k] = greatest ? 1 : -1;
        }
        double[] table = groups.get(group).program().greatest(weights);
        double[] whole = Arrays.stream(truth).asDoubleStream().toArray();
        enter(group, table, whole);
        keep(whole);
        return table;
    }

    private void enter(int group, double[] table, double[] whole) {
        int[] rows = groups.get(group).rows();
        for (int k = 0; k < rows.length; k++) {
            whole[rows[k]] = table[k];
        }
    }

    private void keep(double[] whole) {
        if (found.size() < KEPT) {
            found.add(whole);
        }
    }

    /**
     * Looks for tables in which many sums at once are far from what they are, so that few need be looked at one by one.
     *
     * @param sums rows of each
     */
    void explore(List<int[]> sums, double width) {
        List<int[]> left = new ArrayList<>(sums);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(sums.size());
        int inVain = 0;
        for (int look = 0; look < LOOKS && inVain < MOST_IN_VAIN && !left.isEmpty(); look++) {
            double[] weights = new double[truth.length];
            for (int[] sum : left) {
                int sign = look == 0 || (look > 1 && random.nextBoolean()) ? 1 : -1;
                Arrays.stream(sum).forEach(row -> weights[row] += sign);
            }
            keep(together(weights));
            int before = left.size();
            left.removeIf(sum -> isFoundOpen(sum, width));
            inVain = left.size() == before ? inVain + 1 : 0;
        }
    }

    /** A table with a weighted sum of rows as great as can be; rows that nothing holds stay as they are. */
    private double[] together(double[] weights) {
        double[] whole = Arrays.stream(truth).asDoubleStream().toArray();
        for (int group = 0; group < groups.size(); group++) {
            int[] rows = groups.get(group).rows();
            double[] inGroup = new double[rows.length];
            boolean any = false;
            for (int k = 0; k < rows.length; k++) {
                inGroup[k] = bounded[rows[k]] || weights[rows[k]] < 0 ? weights[rows[k]] : 0;
                any |= inGroup[k] != 0;
            }
            if (any && rows.length > 1) {
                enter(group, groups.get(group).program().greatest(inGroup), whole);
            }
        }
        return whole;
    }

    private int[] groups(int[] rows) {
        BitSet found = new BitSet();
        Arrays.stream(rows).forEach(row -> found.set(groupOf[row]));
        return found.stream().toArray();
    }

    private int[] inGroup(int[] rows, int group) {
        return IntStream.of(rows)
                .filter(row -> groupOf[row] == group)
                .map(row -> within[row])
                .toArray();
    }

    static double sum(double[] table, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> table[row]).sum();
    }

    private static double rounded(double bound) {
        return Math.abs(bound - Math.rint(bound)) < NEARLY ? Math.rint(bound) : bound;
    }

    @Override
    public void close() {
        groups.forEach(group -> group.program().close());
    }
}
