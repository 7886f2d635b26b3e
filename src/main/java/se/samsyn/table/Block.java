package se.samsyn.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures of one topic's parts in one family: places x periods x groups by sex x parts. */
final class Block {

    private static final int SEXES = SexGroup.values().length;

    private final int periods;
    private final int parts;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final long[] counts;

    Block(List<Integer> places, int periods, int parts) {
        this.periods = periods;
        this.parts = parts;
        for (int place : places) {
            this.places.put(place, this.places.size());
        }
        this.counts = new long[places.size() * periods * SEXES * parts];
    }

    void fill(long count) {
        Arrays.fill(counts, count);
    }

    void put(int place, int period, SexGroup sex, int part, long count) {
        counts[position(place, period, sex, part)] = count;
    }

    void add(int place, int period, SexGroup sex, int part, long more) {
        counts[position(place, period, sex, part)] += more;
    }

    long count(int place, int period, SexGroup sex, int part) {
        return counts[position(place, period, sex, part)];
    }

    @SuppressWarnings("EnumOrdinal") // positions live in memory alone
    private int position(int place, int period, SexGroup sex, int part) {
        Integer at = places.get(place);
        if (at == null) {
            throw new IllegalArgumentException("The place is not in this family");
        }
        return ((at * periods + period) * SEXES + sex.ordinal()) * parts + part;
    }
}
