package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SmallCountRoundingTest {

    @Property(tries = 60)
    void leavesNoSmallCountAndEverythingAddsUp(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int places,
            @ForAll @IntRange(min = 2, max = 6) int base) {
        RandomTables tables = RandomTables.crossing(seed, new int[] {places, 3, 2}, 8);
        LinkedTables linked = tables.linked();

        SmallCountRounding.Rounded rounded = SmallCountRounding.round(linked, base);

        for (int k = 0; k < tables.cells().size(); k++) {
            long sum = Arrays.stream(tables.cells().get(k))
                    .mapToLong(rounded::inner)
                    .sum();
            assertThat(rounded.cell(k)).isEqualTo(sum);
            assertThat(sum == 0 || sum >= base).as("no count below the base").isTrue();
            if (tables.count(k) == 0) {
                assertThat(sum).as("zero stays").isZero();
            }
            assertThat(Math.abs(sum - tables.count(k))).isLessThanOrEqualTo(rounded.greatestDifference());
        }
        assertThat(SmallCountRounding.round(linked, base).meanDifference()).isEqualTo(rounded.meanDifference());
    }

    @Test
    void largeCountsStayAsTheyAre() {
        LinkedTables.Builder tables = LinkedTables.builder();
        int many = tables.innerCell(40);
        int more = tables.innerCell(50);
        int first = tables.cell(Standing.FREE, 0, many);
        int total = tables.cell(Standing.FREE, 0, many, more);

        SmallCountRounding.Rounded rounded = SmallCountRounding.round(tables.build(), 5);

        assertThat(rounded.cell(first)).isEqualTo(40);
        assertThat(rounded.cell(total)).isEqualTo(90);
        assertThat(rounded.greatestDifference()).isZero();
    }

    @Test
    void aBaseBelowTwoIsRefused() {
        LinkedTables none = LinkedTables.builder().build();
        assertThatIllegalArgumentException().isThrownBy(() -> SmallCountRounding.round(none, 1));
    }
}
