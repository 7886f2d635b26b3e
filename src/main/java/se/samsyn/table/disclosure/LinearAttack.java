package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What somebody who knows sums of rows can tell of other sums of them: the least and the most each can be. */
final class LinearAttack implements AutoCloseable {
    /*
     * Rows that no known sum ties together, directly or by way of others, can be anything independently of each other. Each such group is a
     * linear program of its own, made when it is first asked for; the bounds of a sum over several groups are the sums of its bounds in each. Rows
     * that single known sums fix are taken out first, which makes the groups smaller and more.
     *
     * Fractions of persons are let be, so a true attacker who counts in whole persons may know more than the bounds say, never
     * less. That is what the search in Attack is for.
     */
    private static final double NEARLY = 1e-6;
    private static final int KEPT = 512;
    private static final int LOOKS = 60;
    private static final int MOST_IN_VAIN = 3;

    private final List<Group> groups = new ArrayList<>();
    private final Solver solver;
    private final Bounds bounds;
    private @Nullable Extremes watching;
    private final long[] truth;
    private final List<double[]> found;
    private final int[] groupOf;
    private final int[] within;
    private final boolean[] bounded;
    private final BitSet held = new BitSet();

    /** The rows of one linear program, in the order of its columns. */
    private static final class Group {
        private final int[] rows;
        private final List<Balance> lines = new ArrayList<>();
        private @Nullable LinearProgram program;

        Group(int[] rows) {
            this.rows = rows;
        }

        LinearProgram program(Solver solver) {
            LinearProgram made = program;
            if (made == null) {
                made = solver.program(lines, rows.length, LinearProgram.Simplex.PRIMAL);
                program = made;
            }
            return made;
        }

        double[] greatest(double[] weights, Solver solver) {
            return program(solver).greatest(weights);
        }

        void close() {
            if (program != null) {
                program.close();
            }
        }
    }

    /**
     * An attack by what is known.
     *
     * @param truth the true counts of the rows, from which found tables are told
     * @param found tables found in attacks before, on the same rows; those that no longer agree with what is known are taken away, and new ones
     *     are added
     */
    static LinearAttack of(List<KnownSum> sums, long[] truth, Solver solver, List<double[]> found) {
        found.removeIf(table -> sums.stream().anyMatch(sum -> !agrees(sum, table)));
        return new LinearAttack(sums, truth, solver, found);
    }

    /** An attack by what is known, and tables that all agree with it. */
    LinearAttack(List<KnownSum> sums, long[] truth, Solver solver, List<double[]> found) {
        this.truth = truth;
        this.found = found;
        this.solver = solver;
        this.bounds = new Bounds(sums, truth.length);
        this.groupOf = new int[truth.length];
        this.within = new int[truth.length];
        this.bounded = new boolean[truth.length];
        for (KnownSum sum : sums) {
            for (int row : sum.rows()) {
                bounded[row] |= sum.most() != KnownSum.UNBOUNDED;
            }
        }
        gather(telling(sums.stream().map(sum -> sum.without(bounds)).toList()));
    }

    /** Those of some tables that agree with what is known. */
    static List<double[]> agreeing(List<double[]> tables, List<KnownSum> sums) {
        return tables.stream()
                .filter(table -> sums.stream().allMatch(sum -> agrees(sum, table)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static boolean agrees(KnownSum sum, double[] table) {
        double value = 0;
        for (int row : sum.rows()) {
            value += table[row];
        }
        return value > sum.least() - NEARLY && value < sum.most() + NEARLY;
    }

    /** Without those that tell nothing: the wide sums that are known to be as great as they are said to be, since a single row in them is. */
    private static List<KnownSum> telling(List<KnownSum> sums) {
        BitSet lowest = new BitSet();
        sums.stream()
                .filter(sum -> sum.rows().length == 1 && sum.least() > 0)
                .forEach(sum -> lowest.set(sum.rows()[0]));
        return sums.stream()
                .filter(sum -> sum.most() != KnownSum.UNBOUNDED || sum.least() > 0)
                .filter(sum -> sum.rows().length == 1
                        || sum.most() != KnownSum.UNBOUNDED
                        || sum.least() > 1
                        || Arrays.stream(sum.rows()).noneMatch(lowest::get))
                .toList();
    }

    private void gather(List<KnownSum> sums) {
        Ties ties = new Ties(truth.length);
        sums.forEach(sum -> ties.tie(sum.rows()));
        number(ties, truth.length).forEach(members -> groups.add(new Group(members.toArray())));
        for (KnownSum sum : sums) {
            if (sum.rows().length > 0) {
                groups.get(groupOf[sum.rows()[0]]).lines.add(sum.line(within));
            }
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

    /** Notes in these from now on, and in no others, every table that is found, and those found before. */
    void watch(Extremes seen) {
        found.forEach(seen::see);
        watching = seen;
    }

    /** Takes some rows to be known as they are, until they are let go. */
    void hold(int[] rows) {
        Arrays.stream(rows).forEach(held::set);
        Arrays.stream(rows)
                .filter(row -> !bounds.fixed(row))
                .forEach(row -> groups.get(groupOf[row]).program(solver).hold(within[row], (double) truth[row]));
    }

    /** Lets rows be unknown again. */
    void letGo(int[] rows) {
        Arrays.stream(rows).forEach(held::clear);
        Arrays.stream(rows)
                .filter(row -> !bounds.fixed(row))
                .forEach(row -> groups.get(groupOf[row]).program(solver).letGo(within[row]));
    }

    /** The bounds of a sum of rows; {@link Double#POSITIVE_INFINITY} above where nothing known holds it. */
    Reach reach(int[] rows) {
        return new Reach(least(rows), most(rows));
    }

    /** The least a sum of rows can be. */
    double least(int[] rows) {
        double least = known(rows);
        for (int group : groups(rows)) {
            int[] inGroup = inGroup(rows, group);
            least += sum(solve(group, inGroup, false), inGroup);
        }
        return rounded(least);
    }

    /** The most a sum of rows can be; {@link Double#POSITIVE_INFINITY} where nothing known holds it. */
    double most(int[] rows) {
        double most = known(rows);
        for (int group : groups(rows)) {
            int[] inGroup = inGroup(rows, group);
            most += isBounded(group, inGroup) ? sum(solve(group, inGroup, true), inGroup) : Double.POSITIVE_INFINITY;
        }
        return rounded(most);
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
        return Arrays.stream(inGroup)
                .map(k -> groups.get(group).rows[k])
                .allMatch(row -> bounded[row] || held.get(row));
    }

    private double[] solve(int group, int[] inGroup, boolean greatest) {
        GivenUp.look();
        double[] weights = new double[groups.get(group).rows.length];
        for (int k : inGroup) {
            weights[k] = greatest ? 1 : -1;
        }
        double[] table = groups.get(group).greatest(weights, solver);
        double[] whole = Arrays.stream(truth).asDoubleStream().toArray();
        enter(group, table, whole);
        keep(whole);
        return table;
    }

    private void enter(int group, double[] table, double[] whole) {
        int[] rows = groups.get(group).rows;
        for (int k = 0; k < rows.length; k++) {
            whole[rows[k]] = table[k];
        }
    }

    private void keep(double[] whole) {
        if (found.size() < KEPT) {
            found.add(whole);
        }
        if (watching != null) {
            watching.see(whole);
        }
    }

    /** Looks for tables in which many sums at once are far from what they are, so that few need be looked at one by one. */
    void explore(Extremes sums, double width) {
        int[] left = closed(IntStream.range(0, sums.size()).toArray(), sums, width);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(left.length);
        int inVain = 0;
        for (int look = 0; look < LOOKS && inVain < MOST_IN_VAIN && left.length > 0; look++) {
            double[] weights = new double[truth.length];
            for (int k : left) {
                int sign = look == 0 || (look > 1 && random.nextBoolean()) ? 1 : -1;
                Arrays.stream(sums.rows(k)).forEach(row -> weights[row] += sign);
            }
            keep(together(weights));
            int[] still = closed(left, sums, width);
            inVain = still.length == left.length ? inVain + 1 : 0;
            left = still;
        }
    }

    /** Looks for a table in which the total of some sums is as great as can be. */
    void raise(List<int[]> sums) {
        double[] weights = new double[truth.length];
        sums.forEach(rows -> Arrays.stream(rows).forEach(row -> weights[row]++));
        keep(together(weights));
    }

    private static int[] closed(int[] among, Extremes sums, double width) {
        return IntStream.of(among).filter(k -> !sums.open(k, width)).toArray();
    }

    /** A table with a weighted sum of rows as great as can be; rows that nothing holds stay as they are. */
    private double[] together(double[] weights) {
        GivenUp.look();
        double[] whole = Arrays.stream(truth).asDoubleStream().toArray();
        for (int group = 0; group < groups.size(); group++) {
            int[] rows = groups.get(group).rows;
            double[] inGroup = new double[rows.length];
            boolean any = false;
            for (int k = 0; k < rows.length; k++) {
                inGroup[k] = bounded[rows[k]] || weights[rows[k]] < 0 ? weights[rows[k]] : 0;
                any |= inGroup[k] != 0;
            }
            if (any && rows.length > 1) {
                enter(group, groups.get(group).greatest(inGroup, solver), whole);
            }
        }
        return whole;
    }

    private double known(int[] rows) {
        return Arrays.stream(rows)
                .filter(bounds::fixed)
                .mapToLong(bounds::least)
                .sum();
    }

    private int[] groups(int[] rows) {
        BitSet found = new BitSet();
        Arrays.stream(rows).filter(row -> !bounds.fixed(row)).forEach(row -> found.set(groupOf[row]));
        return found.stream().toArray();
    }

    private int[] inGroup(int[] rows, int group) {
        return IntStream.of(rows)
                .filter(row -> groupOf[row] == group)
                .map(row -> within[row])
                .toArray();
    }

    static double sum(double[] table, int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += table[row];
        }
        return sum;
    }

    private static double rounded(double bound) {
        return Math.abs(bound - Math.rint(bound)) < NEARLY ? Math.rint(bound) : bound;
    }

    @Override
    public void close() {
        groups.forEach(Group::close);
    }
}
