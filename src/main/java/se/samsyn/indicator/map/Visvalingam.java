package se.samsyn.indicator.map;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/** How much each point of a line matters to its shape, so that the least can be left out. */
final class Visvalingam {

    /*
     * Visvalingam and Whyatt [1]: the point that makes the smallest triangle with those beside it is taken away first, and so on; what
     * it weighs is the area of that triangle, or of the largest taken before it. Ends are never taken, nor the last two points between
     * the ends of a line that returns to its beginning. A line may come to cross another where both are tangled within the area
     * left out; that is smaller than what is seen. n points take time n log n.
     *
     * [1] M. Visvalingam, J. D. Whyatt, Line generalisation by repeated elimination of points. Cartographic Journal 30 (1993), 46-51.
     */
    private record Candidate(int index, double area) {}

    private Visvalingam() {}

    /** The weight of each point as an area; infinite for points that must stay. */
    static double[] weights(long[] line) {
        int last = line.length - 1;
        var weights = new double[line.length];
        Arrays.fill(weights, Double.POSITIVE_INFINITY);
        var before = new int[line.length];
        var after = new int[line.length];
        var areas = new double[line.length];
        var queue = new PriorityQueue<Candidate>(
                Comparator.comparingDouble(Candidate::area).thenComparingInt(Candidate::index));
        for (int i = 1; i < last; i++) {
            before[i] = i - 1;
            after[i] = i + 1;
            areas[i] = area(line[i - 1], line[i], line[i + 1]);
            queue.add(new Candidate(i, areas[i]));
        }
        int left = last - 1;
        int least = line[0] == line[last] ? 2 : 0;
        double most = 0;
        while (left > least) {
            Candidate next = queue.remove();
            int i = next.index();
            if (weights[i] < Double.POSITIVE_INFINITY || next.area() != areas[i]) {
                continue;
            }
            most = Math.max(most, next.area());
            weights[i] = most;
            left--;
            after[before[i]] = after[i];
            before[after[i]] = before[i];
            for (int beside : new int[] {before[i], after[i]}) {
                if (beside > 0 && beside < last) {
                    areas[beside] = area(line[before[beside]], line[beside], line[after[beside]]);
                    queue.add(new Candidate(beside, areas[beside]));
                }
            }
        }
        return weights;
    }

    /** The points that weigh at least so much. */
    static long[] kept(long[] line, double[] weights, double least) {
        var kept = new long[line.length];
        int length = 0;
        for (int i = 0; i < line.length; i++) {
            if (weights[i] >= least) {
                kept[length++] = line[i];
            }
        }
        return Arrays.copyOf(kept, length);
    }

    private static double area(long a, long b, long c) {
        double abx = (double) Topology.x(b) - Topology.x(a);
        double aby = (double) Topology.y(b) - Topology.y(a);
        double acx = (double) Topology.x(c) - Topology.x(a);
        double acy = (double) Topology.y(c) - Topology.y(a);
        return Math.abs(abx * acy - aby * acx) / 2;
    }
}
