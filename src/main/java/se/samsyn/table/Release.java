package se.samsyn.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shown counts of one topic in one family; of hidden ones it holds nothing. */
final class Release {

    private static final int GROUPS = SexGroup.values().length;

    private final int periods;
    private final int parts;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final long[] shown;

    Release(List<Integer> places, int periods, int parts) {
        this.periods = periods;
        this.parts = parts;
        for (int place : places) {
            this.places.put(place, this.places.size());
        }
        this.shown = new long[places.size() * periods * GROUPS * parts];
        Arrays.fill(shown, Counts.SECRET);
    }

    void show(int place, int period, SexGroup group, int part, long count) {
        shown[position(place, period, group, part)] = count;
    }

    long count(int place, int period, SexGroup group, int part) {
        return places.containsKey(place) ? shown[position(place, period, group, part)] : Counts.SECRET;
    }

    @SuppressWarnings("EnumOrdinal") // positions live in memory alone
    private int position(int place, int period, SexGroup group, int part) {
        Integer at = places.get(place);
        if (at == null) {
            throw new IllegalArgumentException("The place is not in this family");
        }
        return ((at * periods + period) * GROUPS + group.ordinal()) * parts + part;
    }
}
