package se.samsyn.table.disclosure;

import java.util.BitSet;

/** Chooses which of some inner cells get the base, so that their sums come near to wishes: one by one, then swapped while that helps. */
final class BasePlaces {
    /*
     * The pull of an inner cell is how much its cells together still lack. The one with the strongest pull gets the base, which lowers the
     * pull of all it shares cells with. Equal pulls: the one that stands first, where who moves goes to the front of its new line.
     */
    private static final int MORE_SWAPS = 100;

    private final long base;
    private final long[] pull;
    private final long[][] shared;
    private final int[] place;
    private final BitSet up = new BitSet();
    private int front;
    private int lastUp = -1;

    BasePlaces(int[] order, long base) {
        this.base = base;
        this.pull = new long[order.length];
        this.shared = new long[order.length][order.length];
        this.place = new int[order.length];
        for (int k = 0; k < order.length; k++) {
            place[order[k]] = k;
        }
    }

    /** What the inner cells of a cell should sum to. */
    void wish(int[] within, long sum) {
        for (int one : within) {
            pull[one] += sum;
            for (int other : within) {
                shared[one][other] += base;
            }
        }
    }

    BitSet choose(int bases) {
        if (bases == pull.length) {
            up.set(0, bases);
            return up;
        }
        while (up.cardinality() < bases) {
            raise();
        }
        for (int swap = 0; swap < bases + MORE_SWAPS && lower(); swap++) {
            raise();
        }
        return up;
    }

    private void raise() {
        int best = -1;
        for (int k = 0; k < pull.length; k++) {
            if (!up.get(k) && (best < 0 || pull[k] > pull[best] || (pull[k] == pull[best] && place[k] < place[best]))) {
                best = k;
            }
        }
        move(best, -1);
        up.set(best);
        lastUp = best;
    }

    /** Takes the base from the one with the weakest pull, unless it has just got it. */
    private boolean lower() {
        int worst = -1;
        for (int k = up.nextSetBit(0); k >= 0; k = up.nextSetBit(k + 1)) {
            if (worst < 0 || pull[k] < pull[worst] || (pull[k] == pull[worst] && place[k] < place[worst])) {
                worst = k;
            }
        }
        if (worst < 0 || worst == lastUp) {
            return false;
        }
        move(worst, 1);
        up.clear(worst);
        return true;
    }

    private void move(int who, int sign) {
        place[who] = --front;
        for (int k = 0; k < pull.length; k++) {
            pull[k] += sign * shared[who][k];
        }
    }
}
