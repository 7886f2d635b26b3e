package se.samsyn.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeenTest {

    @Property
    void tellsWhetherANumberHasBeenThereAsASetDoes(@ForAll List<Long> numbers) {
        Seen seen = new Seen();
        Set<Long> set = new HashSet<>();
        numbers.forEach(number -> assertThat(seen.add(number)).isEqualTo(set.add(number)));
        numbers.forEach(number -> assertThat(seen.add(number)).isFalse());
    }

    @Test
    void growsAndForgetsNothing() {
        Seen seen = new Seen();
        SplittableRandom random = new SplittableRandom(3);
        long[] numbers = random.longs(200_000).distinct().toArray();
        for (long number : numbers) {
            assertThat(seen.add(number)).isTrue();
        }
        for (long number : numbers) {
            assertThat(seen.add(number)).isFalse();
        }
    }
}
