package se.samsyn.table.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Searches a second table that agrees with all that is known and yet has another count in one cell: the proof, by example,
 * that nobody can tell that count.
 */
final class SecondTable {
    /*
     * Starts from the true table and adds one more known sum, the wish ("this cell, one more than it has"). While a sum does not
     * hold, one of its rows must move by one in the needed direction: the shortest such sum is taken and its rows tried in turn,
     * first those that mend most other sums. A row moves one way only and never outside its bounds, and a row tried in vain moves
     * no farther that way while the others are tried, so no table is met twice and the search ends: with a table, with the certainty that
     * there is none, or when its effort is used up.
     *
     * The table found is whole-numbered and never negative: one that no attacker can rule out, however he computes.
     */
    private static final int FIRST_DEPTH = 16;
    private static final int DEEPEST = 512;

    private final List<KnownSum> sums;
    private final Bounds bounds;
    private final long[] table;
    private final long[] value;
    private final byte[] direction;
    private final boolean[] noMore;
    private final boolean[] noFewer;
    private final BitSet broken = new BitSet();
    private final IntegerList moves = new IntegerList();
    private final int wishAt;
    private KnownSum wish = KnownSum.atLeast(new int[0], 0);
    private int effortLeft;
    private int deepest;
    private boolean cutShort;

    /** What came of a search. */
    enum Verdict {
        FOUND,
        NONE,
        GIVEN_UP
    }

    SecondTable(List<KnownSum> sums, Bounds bounds, long[] truth) {
        this.sums = sums;
        this.bounds = bounds;
        this.table = truth.clone();
        this.wishAt = sums.size();
        this.value = new long[wishAt + 1];
        Arrays.setAll(value, s -> s < wishAt ? sums.get(s).in(truth) : 0);
        this.direction = new byte[truth.length];
        this.noMore = new boolean[truth.length];
        this.noFewer = new boolean[truth.length];
    }

    /**
     * Searches a table where the wish holds; {@link #changes()} are then what sets it apart from the true one.
     *
     * @param effort rows looked at after which to give up
     */
    Verdict search(KnownSum wanted, int effort) {
        startAfresh();
        wish = wanted;
        value[wishAt] = wanted.in(table);
        note(wishAt);
        for (deepest = FIRST_DEPTH; deepest <= DEEPEST; deepest *= 2) {
            effortLeft = effort / 4;
            cutShort = false;
            if (mend()) {
                return Verdict.FOUND;
            }
            if (!cutShort && effortLeft > 0) {
                return Verdict.NONE;
            }
        }
        return Verdict.GIVEN_UP;
    }

    private void startAfresh() {
        int[] made = moves.toArray();
        while (moves.size() > 0) {
            takeBack();
        }
        for (int row : made) {
            direction[row] = 0;
        }
    }

    /** The rows moved in the table just found, one entry per move by one. */
    int[] changes() {
        return moves.toArray();
    }

    /** Which way a row of the table just found was moved: 1 up, -1 down. */
    int direction(int row) {
        return direction[row];
    }

    private boolean mend() {
        if (broken.isEmpty()) {
            return true;
        }
        if (moves.size() >= deepest) {
            cutShort = true;
            return false;
        }
        int tightest = tightest();
        byte step = stepFor(tightest);
        int[] rows = choices(sum(tightest), step);
        boolean[] stays = stays(step);
        int tried = 0;
        boolean mended = false;
        while (!mended && tried < rows.length && effortLeft > 0) {
            mended = mendBy(rows[tried], step);
            stays[rows[tried++]] = true;
        }
        for (int k = 0; k < tried; k++) {
            stays[rows[k]] = false;
        }
        return mended;
    }

    /** The broken sum with the fewest rows that may move to mend it. */
    private int tightest() {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int s = broken.nextSetBit(0); s >= 0 && fewest > 0; s = broken.nextSetBit(s + 1)) {
            byte step = stepFor(s);
            int choices = 0;
            effortLeft -= sum(s).rows().length;
            for (int row : sum(s).rows()) {
                choices += mayMove(row, step) ? 1 : 0;
            }
            if (choices < fewest) {
                fewest = choices;
                best = s;
            }
        }
        return best;
    }

    private byte stepFor(int broken) {
        return (byte) (sum(broken).excess(value[broken]) < 0 ? 1 : -1);
    }

    private boolean mendBy(int row, byte step) {
        byte before = direction[row];
        move(row, step);
        if (mend()) {
            return true;
        }
        takeBack();
        direction[row] = before;
        return false;
    }

    private int[] choices(KnownSum sum, byte step) {
        int[] rows = Arrays.stream(sum.rows()).filter(row -> mayMove(row, step)).toArray();
        if (rows.length < 2) {
            return rows;
        }
        long[] worth = Arrays.stream(rows).mapToLong(row -> harm(row, step)).toArray();
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingLong(k -> worth[k]))
                .mapToInt(k -> rows[k])
                .toArray();
    }

    private boolean mayMove(int row, byte step) {
        long next = table[row] + step;
        return !stays(step)[row] && direction[row] != -step && next >= bounds.least(row) && next <= bounds.most(row);
    }

    private boolean[] stays(byte step) {
        return step > 0 ? noMore : noFewer;
    }

    private long harm(int row, byte step) {
        IntegerList with = bounds.sumsWith(row);
        effortLeft -= with.size();
        long harm = 0;
        for (int k = 0; k < with.size(); k++) {
            int s = with.get(k);
            harm += Math.abs(sum(s).excess(value[s] + step)) - Math.abs(sum(s).excess(value[s]));
        }
        return harm;
    }

    private void move(int row, byte step) {
        direction[row] = step;
        moves.add(row);
        shift(row, step);
    }

    private void takeBack() {
        int row = moves.removeLast();
        shift(row, -direction[row]);
    }

    private void shift(int row, int step) {
        table[row] += step;
        IntegerList with = bounds.sumsWith(row);
        for (int k = 0; k < with.size(); k++) {
            value[with.get(k)] += step;
            note(with.get(k));
        }
        if (Arrays.binarySearch(wish.rows(), row) >= 0) {
            value[wishAt] += step;
            note(wishAt);
        }
    }

    private void note(int s) {
        broken.set(s, sum(s).excess(value[s]) != 0);
    }

    private KnownSum sum(int s) {
        return s == wishAt ? wish : sums.get(s);
    }
}
