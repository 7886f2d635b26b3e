package se.samsyn.indicator.map;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rings cut into arcs that neighbours share, so that a border is one line whoever it belongs to, and stays one when it is simplified.
 * Rings are closed: the last point is the first. Points are equal only if both of their whole numbers are.
 */
final class Topology {

    /*
     * Bostock's method for TopoJSON [1]. A point is a junction where it has other neighbours in one ring than in another, or in the
     * same ring passed again. Rings are cut at junctions; a ring without any is one arc, begun at its smallest point. An arc is kept
     * once in the direction that comes first in order; a ring names it by its number, or by the complement of its number where it runs
     * the other way. Time and memory grow with the number of points.
     *
     * [1] M. Bostock, How To Infer Topology (2013).
     */
    private final List<long[]> arcs = new ArrayList<>();
    private final List<int[]> rings = new ArrayList<>();
    private final Map<LongBuffer, Integer> numbers = new HashMap<>();
    private final Set<Long> junctions;

    Topology(List<long[]> closedRings) {
        junctions = junctions(closedRings);
        for (long[] ring : closedRings) {
            rings.add(cut(ring));
        }
    }

    static long point(int x, int y) {
        return ((long) x << 32) | (y & 0xffff_ffffL);
    }

    static int x(long point) {
        return (int) (point >> 32);
    }

    static int y(long point) {
        return (int) point;
    }

    List<long[]> arcs() {
        return arcs;
    }

    /** The arcs of the ring at this index of those given. */
    int[] ring(int index) {
        return rings.get(index);
    }

    /** The number of the arc a ring names. */
    static int number(int named) {
        return named < 0 ? ~named : named;
    }

    private record Beside(long less, long more) {}

    private static Set<Long> junctions(List<long[]> rings) {
        Map<Long, Beside> first = new HashMap<>();
        Set<Long> found = new HashSet<>();
        for (long[] ring : rings) {
            int length = ring.length - 1;
            for (int i = 0; i < length; i++) {
                long before = ring[(i + length - 1) % length];
                long after = ring[i + 1];
                var beside = new Beside(Math.min(before, after), Math.max(before, after));
                Beside other = first.putIfAbsent(ring[i], beside);
                if (other != null && !other.equals(beside)) {
                    found.add(ring[i]);
                }
            }
        }
        return found;
    }

    private int[] cut(long[] ring) {
        int length = ring.length - 1;
        int start = 0;
        while (start < length && !junctions.contains(ring[start])) {
            start++;
        }
        if (start == length) {
            return new int[] {number(turned(ring, smallest(ring)))};
        }
        long[] from = turned(ring, start);
        var found = new ArrayList<Integer>();
        int begin = 0;
        for (int i = 1; i <= length; i++) {
            if (i == length || junctions.contains(from[i])) {
                found.add(number(Arrays.copyOfRange(from, begin, i + 1)));
                begin = i;
            }
        }
        return found.stream().mapToInt(each -> each).toArray();
    }

    private static int smallest(long[] ring) {
        int least = 0;
        for (int i = 1; i < ring.length - 1; i++) {
            least = ring[i] < ring[least] ? i : least;
        }
        return least;
    }

    private static long[] turned(long[] ring, int start) {
        int length = ring.length - 1;
        var turned = new long[ring.length];
        for (int i = 0; i <= length; i++) {
            turned[i] = ring[(start + i) % length];
        }
        return turned;
    }

    private int number(long[] arc) {
        long[] back = reversed(arc);
        boolean forwards = Arrays.compare(arc, back) <= 0;
        long[] kept = forwards ? arc : back;
        Integer known = numbers.putIfAbsent(LongBuffer.wrap(kept), arcs.size());
        if (known == null) {
            arcs.add(kept);
            known = arcs.size() - 1;
        }
        return forwards ? known : ~known;
    }

    static long[] reversed(long[] arc) {
        var back = new long[arc.length];
        for (int i = 0; i < arc.length; i++) {
            back[i] = arc[arc.length - 1 - i];
        }
        return back;
    }
}
