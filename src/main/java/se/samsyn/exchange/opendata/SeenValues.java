package se.samsyn.exchange.opendata;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers which values have come, to tell a repeated value from one that contradicts it.
 */
final class SeenValues {

    /*
     * Open addressing with linear probing [1] over two parallel arrays. The key is exact: the indicator's number of order (20 bits),
     * the place's (30 bits), the year (12 bits) and the gender (2 bits), plus one so that no key is 0. What the value says is kept as
     * a 64-bit mix [2], so two different values are taken for alike with a chance of 2^-64. At most 2/3 full: 16 to 48 bytes a value.
     *
     * [1] Knuth, The Art of Computer Programming, volume 3, section 6.4, algorithm L.
     * [2] Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators, figure 19 (mix64variant13).
     */

    /** How a value stands to what has come. */
    enum Standing {
        NEW,
        REPEATED,
        CONTRADICTS
    }

    private static final int LEAST = 1 << 10;
    private static final int MOST_KPIS = 1 << 20;
    private static final int MOST_PLACES = 1 << 30;

    private final Map<KoladaId, Integer> kpis = new HashMap<>();
    private final Map<KoladaId, Integer> places = new HashMap<>();
    private long[] keys = new long[LEAST];
    private long[] contents = new long[LEAST];
    private int size;

    Standing add(KoladaValue value) {
        long key = key(value);
        long content = content(value);
        int at = slot(keys, key);
        if (keys[at] == key) {
            return contents[at] == content ? Standing.REPEATED : Standing.CONTRADICTS;
        }
        keys[at] = key;
        contents[at] = content;
        if (++size > keys.length / 3 * 2) {
            grow();
        }
        return Standing.NEW;
    }

    /** Forgets everything. */
    void clear() {
        kpis.clear();
        places.clear();
        if (keys.length > LEAST) {
            keys = new long[LEAST];
            contents = new long[LEAST];
        } else {
            Arrays.fill(keys, 0);
        }
        size = 0;
    }

    private long key(KoladaValue value) {
        int kpi = kpis.computeIfAbsent(value.kpi(), fresh -> kpis.size());
        int place = places.computeIfAbsent(value.at(), fresh -> places.size());
        if (kpi >= MOST_KPIS - 1 || place >= MOST_PLACES - 1) {
            throw new IllegalStateException("More ids than Kolada could have");
        }
        long both = ((long) kpi << 30) | place;
        long timed = (both << 12) | value.year();
        return ((timed << 2) | number(value.gender())) + 1;
    }

    private static int number(KoladaGender gender) {
        return switch (gender) {
            case TOTAL -> 0;
            case WOMEN -> 1;
            case MEN -> 2;
        };
    }

    private static long content(KoladaValue value) {
        long content = value.value().isPresent()
                ? Double.doubleToLongBits(value.value().getAsDouble() + 0.0)
                : 0x7ff8_dead_beef_0001L;
        content = mix(content) + value.status().hashCode();
        content = mix(content) + value.count().orElse(-1);
        return mix(content) + (value.deleted() ? 1 : 0);
    }

    private static long mix(long from) {
        long z = (from ^ (from >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int at = (int) mix(key) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var wider = new long[keys.length * 2];
        var moved = new long[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int at = slot(wider, keys[i]);
                wider[at] = keys[i];
                moved[at] = contents[i];
            }
        }
        keys = wider;
        contents = moved;
    }
}
