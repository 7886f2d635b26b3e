package se.samsyn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FirstRowsTest {

    private static final int NONE = FirstRows.NONE;

    private static FirstRows rows(int[]... rows) {
        return new FirstRows(List.of(7, 9), List.of(rows));
    }

    @Test
    void aCodeGoesWithOneCode() {
        FirstRows rows = rows(new int[] {0, 5}, new int[] {1, 5}, new int[] {2, 6}, new int[] {1, 5});

        assertThat(rows.lies(7, 9)).isTrue();
        assertThat(rows.lies(9, 7)).isFalse();
        assertThat(rows.found(7, 9))
                .isEqualTo(new NestStore.Found(new Nest(7, 9, Map.of(0, 5, 1, 5, 2, 6)), Map.of(0, 1L, 1, 2L, 2, 1L)));
    }

    /** Rows without the narrow code tell nothing; a code whose wide one is not known lies in nothing. */
    @Test
    void missingCodes() {
        FirstRows rows = rows(new int[] {0, 5}, new int[] {NONE, 6}, new int[] {NONE, NONE}, new int[] {1, 6});
        FirstRows unknown = rows(new int[] {0, 5}, new int[] {1, NONE});

        assertThat(rows.lies(7, 9)).isTrue();
        assertThat(rows.found(7, 9).nest().within()).isEqualTo(Map.of(0, 5, 1, 6));
        assertThat(unknown.lies(7, 9)).isFalse();
    }

    /** What comes about by chance is no nest: four rows say nothing, four hundred do. */
    @Test
    void toldByEnoughRows() {
        assertThat(rows(units(8)).found(7, 9).isTold()).isFalse();
        assertThat(rows(units(400)).found(7, 9).isTold()).isTrue();
        assertThat(rows().found(7, 9).isTold()).isFalse();
        assertThat(rows(new int[] {1, 1}).found(7, 9).isTold()).isFalse();
    }

    private static int[][] units(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> new int[] {row % 4, row % 4 / 2})
                .toArray(int[][]::new);
    }

    @Test
    void theFirstRowsAreAllWhereThereAreFew() {
        assertThat(rows(units(FirstRows.MOST - 1)).areAll()).isTrue();
        assertThat(rows(units(FirstRows.MOST)).areAll()).isFalse();
    }

    @Test
    void liesAsEveryPairOfRowsSays() {
        SplittableRandom random = new SplittableRandom(5);
        for (int time = 0; time < 2_000; time++) {
            int[][] rows = Stream.generate(() -> new int[] {random.nextInt(6), random.nextInt(2)})
                    .limit(random.nextInt(8))
                    .toArray(int[][]::new);
            boolean apart = Stream.of(rows)
                    .noneMatch(one -> Stream.of(rows).anyMatch(other -> one[0] == other[0] && one[1] != other[1]));
            assertThat(rows(rows).lies(7, 9)).isEqualTo(apart);
        }
    }
}
