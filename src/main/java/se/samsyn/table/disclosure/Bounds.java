package se.samsyn.table.disclosure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The least and the most each row can be, as far as single known sums tell. */
final class Bounds {
    /*
     * Interval propagation: a row of a known sum is at most what the sum leaves when all others are at their least, and at least
     * what it leaves when all others are at their most. Each change wakes the sums the row is in, until nothing changes. Bounds are whole numbers,
     * start at 0 and above, and never exclude a table that agrees with the sums; they may be wider than the truth, since each sum
     * is looked at alone. Work is capped: stopping early leaves wider bounds, still true.
     */
    private static final int MOST_VISITS_PER_SUM = 64;

    private final List<KnownSum> sums;
    private final long[] least;
    private final long[] most;
    private final IntegerList[] sumsWith;
    private final ArrayDeque<Integer> awake = new ArrayDeque<>();
    private final BitSet isAwake = new BitSet();

    Bounds(List<KnownSum> sums, int rows) {
        this.sums = sums;
        this.least = new long[rows];
        this.most = new long[rows];
        Arrays.fill(most, KnownSum.UNBOUNDED);
        this.sumsWith = new IntegerList[rows];
        Arrays.setAll(sumsWith, row -> new IntegerList());
        for (int s = 0; s < sums.size(); s++) {
            for (int row : sums.get(s).rows()) {
                sumsWith[row].add(s);
            }
            wake(s);
        }
        propagate();
    }

    long least(int row) {
        return least[row];
    }

    /** {@link KnownSum#UNBOUNDED} if nothing is known. */
    long most(int row) {
        return most[row];
    }

    /** Positions of the known sums a row is in; not to be changed. */
    IntegerList sumsWith(int row) {
        return sumsWith[row];
    }

    boolean fixed(int row) {
        return least[row] == most[row];
    }

    private void wake(int sum) {
        if (!isAwake.get(sum)) {
            isAwake.set(sum);
            awake.add(sum);
        }
    }

    private void propagate() {
        long visits = (long) MOST_VISITS_PER_SUM * sums.size();
        while (!awake.isEmpty() && visits-- > 0) {
            int sum = awake.remove();
            isAwake.clear(sum);
            tighten(sums.get(sum));
        }
    }

    private void tighten(KnownSum sum) {
        long low = 0;
        long high = 0;
        int unbounded = 0;
        for (int row : sum.rows()) {
            low += least[row];
            if (most[row] == KnownSum.UNBOUNDED) {
                unbounded++;
            } else {
                high += most[row];
            }
        }
        for (int row : sum.rows()) {
            boolean open = most[row] == KnownSum.UNBOUNDED;
            if (unbounded == 0 || (unbounded == 1 && open)) {
                raise(row, sum.least() - (open ? high : high - most[row]));
            }
            if (sum.most() != KnownSum.UNBOUNDED) {
                lower(row, sum.most() - (low - least[row]));
            }
        }
    }

    private void raise(int row, long bound) {
        if (bound > least[row]) {
            least[row] = bound;
            sumsWith[row].forEach(this::wake);
        }
    }

    private void lower(int row, long bound) {
        if (bound < most[row]) {
            most[row] = bound;
            sumsWith[row].forEach(this::wake);
        }
    }
}
