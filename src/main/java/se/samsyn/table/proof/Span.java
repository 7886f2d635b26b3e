package se.samsyn.table.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * All sums and differences of some vectors of zeros and ones, reckoned modulo a prime: whether another is among them. By chance a
 * vector that is not could be taken for one; with so large a prime that will not be seen.
 */
final class Span {

    private static final long PRIME = 2_147_483_647;

    private final List<long[]> reduced = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();

    void add(long[] vector) {
        long[] rest = rest(vector);
        for (int first = 0; first < rest.length; first++) {
            if (rest[first] != 0) {
                scale(rest, inverse(rest[first]));
                reduced.add(rest);
                firsts.add(first);
                return;
            }
        }
    }

    boolean holds(long[] vector) {
        for (long value : rest(vector)) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    private long[] rest(long[] vector) {
        long[] rest = vector.clone();
        for (int k = 0; k < reduced.size(); k++) {
            long times = rest[firsts.get(k)];
            for (int at = 0; times != 0 && at < rest.length; at++) {
                rest[at] = Math.floorMod(rest[at] - times * reduced.get(k)[at], PRIME);
            }
        }
        return rest;
    }

    private static void scale(long[] vector, long by) {
        for (int k = 0; k < vector.length; k++) {
            vector[k] = vector[k] * by % PRIME;
        }
    }

    /** By Fermat: the power two less than the prime. */
    private static long inverse(long value) {
        long result = 1;
        long square = value;
        for (long power = PRIME - 2; power > 0; power /= 2) {
            result = power % 2 == 1 ? result * square % PRIME : result;
            square = square * square % PRIME;
        }
        return result;
    }
}
