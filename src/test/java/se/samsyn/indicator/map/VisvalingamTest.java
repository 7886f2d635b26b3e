package se.samsyn.indicator.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VisvalingamTest {

    private static long[] line(int... xy) {
        var line = new long[xy.length / 2];
        for (int i = 0; i < line.length; i++) {
            line[i] = Topology.point(xy[2 * i], xy[2 * i + 1]);
        }
        return line;
    }

    /** By hand: the flattest corner goes first, and what it leaves weighs no less than itself. */
    @Test
    void weighsByTheSmallestTriangle() {
        double infinite = Double.POSITIVE_INFINITY;

        assertThat(Visvalingam.weights(line(0, 0, 10, 1, 20, 0, 30, 20, 40, 0)))
                .containsExactly(infinite, 10, 200, 400, infinite);
    }

    @Test
    void aClosedLineKeepsATriangle() {
        long[] square = line(0, 0, 10, 0, 10, 10, 0, 10, 0, 0);

        assertThat(Visvalingam.kept(square, Visvalingam.weights(square), Double.MAX_VALUE))
                .hasSize(4);
    }

    @Property
    void keepsEndsAndOrder(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = -50, max = 50) Integer> ys,
            @ForAll @IntRange(max = 500) int least) {
        long[] line = new long[ys.size()];
        for (int i = 0; i < line.length; i++) {
            line[i] = Topology.point(i, ys.get(i));
        }
        long[] kept = Visvalingam.kept(line, Visvalingam.weights(line), least);
        assertThat(kept).startsWith(line[0]).endsWith(line[line.length - 1]).isSorted();
        long[] back = Topology.reversed(line);
        assertThat(Arrays.stream(Visvalingam.weights(back))
                        .filter(Double::isFinite)
                        .count())
                .isEqualTo(line.length - 2L);
        assertThat(Visvalingam.kept(line, Visvalingam.weights(line), 0)).isEqualTo(line);
    }
}
