package se.samsyn.indicator;

import java.util.Arrays;

/**
 * Remembers numbers of 64 bits, eight to fourteen bytes each. Holds the hashes of what millions of values are about: two that are alike may be the same
 * thing twice, and are looked at closer; two that differ are not.
 */
final class Seen {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] slots = new long[1 << 12];
    private int size;
    private boolean zero;

    /** Remembers a number; false where it was there already. */
    boolean add(long number) {
        if (number == 0) {
            boolean fresh = !zero;
            zero = true;
            return fresh;
        }
        if (size * 10L > slots.length * 7L) {
            grow();
        }
        int at = place(number);
        if (slots[at] == number) {
            return false;
        }
        slots[at] = number;
        size++;
        return true;
    }

    /** Where it is, or the empty slot where it would be. */
    private int place(long number) {
        int at = (int) ((number * SPREAD) >>> (Long.numberOfLeadingZeros(slots.length) + 1));
        while (slots[at] != 0 && slots[at] != number) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        Arrays.stream(before).filter(number -> number != 0).forEach(number -> slots[place(number)] = number);
    }
}
