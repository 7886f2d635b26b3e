package se.samsyn.indicator.proof;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The normal numbers R draws after {@code set.seed}: Mersenne Twister (M. Matsumoto, T. Nishimura, ACM TOMACS 8, 1998, 3-30) started as R starts it, and
 * inversion with 27 bits more ({@code ?RNGkind}).
 */
public final class RRandom {
    private static final int N = 624;
    private static final int M = 397;
    private static final double BIG = 134217728;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final int[] state = new int[N];
    private int next = N;

    public RRandom(int seed) {
        int scrambled = seed;
        for (int i = 0; i < 50; i++) {
            scrambled = 69069 * scrambled + 1;
        }
        scrambled = 69069 * scrambled + 1;
        for (int i = 0; i < N; i++) {
            scrambled = 69069 * scrambled + 1;
            state[i] = scrambled;
        }
    }

    public double[] normal(int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            int high = (int) (BIG * uniform());
            values[i] = NORMAL.inverseCumulativeProbability((high + uniform()) / BIG);
        }
        return values;
    }

    double uniform() {
        if (next == N) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        y ^= y >>> 18;
        return Integer.toUnsignedLong(y) * 2.3283064365386963e-10;
    }

    private void twist() {
        for (int i = 0; i < N; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7fffffff);
            state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }
}
