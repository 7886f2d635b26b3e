package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Categories within others, and crossings by them. */
class BranchesTest {

    /** Two municipalities; two units in the first, three in the second. */
    private static final Branches UNITS = Branches.of(Branches.TOTAL, Branches.TOTAL, 0, 0, 1, 1, 1);

    private static final NoiseTable NOISE = NoiseTable.of(NoiseLaw.standard());

    @Test
    void knowsWhatLiesInWhat() {
        assertThat(UNITS.size()).isEqualTo(7);
        assertThat(UNITS.isWithin(3, 0)).isTrue();
        assertThat(UNITS.isWithin(3, 3)).isTrue();
        assertThat(UNITS.isWithin(3, 1)).isFalse();
        assertThat(UNITS.isWithin(0, 3)).isFalse();
        assertThat(UNITS.isWithin(3, Branches.TOTAL)).isTrue();
    }

    @Test
    void refusesLoopsAndUnknownCategories() {
        assertThatThrownBy(() -> Branches.of(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lie in each other");
        assertThatThrownBy(() -> Branches.of(2, Branches.TOTAL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addsUpLevelByLevelAndIsTheSameForTheWiderAlone() {
        SplittableRandom random = new SplittableRandom(1);
        int off = 0;
        for (int trial = 0; trial < 100; trial++) {
            BlurredTable.Builder units = builder(UNITS, Branches.flat(3));
            BlurredTable.Builder municipalities = builder(Branches.flat(2), Branches.flat(3));
            for (int person = 0; person < 400; person++) {
                long key = random.nextLong(1L << 32);
                int unit = 2 + random.nextInt(5);
                int answer = random.nextInt(3);
                units.add(1, key, unit, answer);
                municipalities.add(1, key, unit < 4 ? 0 : 1, answer);
            }
            BlurredTable byUnit = units.build();
            BlurredTable byMunicipality = municipalities.build();
            for (int answer = -1; answer < 3; answer++) {
                assertThat(byUnit.count(0, answer)).isEqualTo(byMunicipality.count(0, answer));
                assertThat(byUnit.count(1, answer)).isEqualTo(byMunicipality.count(1, answer));
                off += byUnit.count(2, answer) + byUnit.count(3, answer) == byUnit.count(0, answer) ? 0 : 1;
                off += byUnit.count(0, answer) + byUnit.count(1, answer) == byUnit.count(-1, answer) ? 0 : 1;
            }
        }
        assertThat(off).isLessThan(20);
    }

    /** Four units two by two in municipalities (0, 1) and across them in kinds (2, 3). */
    @Test
    void addsUpToSeveralThatGoAcrossEachOther() {
        Branches across = Branches.of(
                List.of(
                        List.of(Branches.TOTAL),
                        List.of(Branches.TOTAL),
                        List.of(Branches.TOTAL),
                        List.of(Branches.TOTAL),
                        List.of(0, 2),
                        List.of(0, 3),
                        List.of(1, 2),
                        List.of(1, 3)),
                0,
                0,
                1,
                1,
                2,
                2,
                2,
                2);
        assertThat(across.isWithin(5, 0)).isTrue();
        assertThat(across.isWithin(5, 3)).isTrue();
        assertThat(across.isWithin(5, 2)).isFalse();
        SplittableRandom random = new SplittableRandom(2);
        int off = 0;
        for (int trial = 0; trial < 100; trial++) {
            BlurredTable.Builder units = builder(across, Branches.flat(2));
            BlurredTable.Builder kinds = builder(Branches.flat(2), Branches.flat(2));
            for (int person = 0; person < 400; person++) {
                long key = random.nextLong(1L << 32);
                int unit = random.nextInt(4);
                int answer = random.nextInt(2);
                units.add(1, key, 4 + unit, answer);
                kinds.add(1, key, unit % 2, answer);
            }
            BlurredTable byUnit = units.build();
            BlurredTable byKind = kinds.build();
            assertThat(byUnit.count(-1, -1)).isBetween(391L, 409L);
            for (int answer = -1; answer < 2; answer++) {
                assertThat(byUnit.count(2, answer)).isEqualTo(byKind.count(0, answer));
                assertThat(byUnit.count(3, answer)).isEqualTo(byKind.count(1, answer));
                off += byUnit.count(4, answer) + byUnit.count(5, answer) == byUnit.count(0, answer) ? 0 : 1;
                off += byUnit.count(4, answer) + byUnit.count(6, answer) == byUnit.count(2, answer) ? 0 : 1;
                off += byUnit.count(2, answer) + byUnit.count(3, answer) == byUnit.count(-1, answer) ? 0 : 1;
            }
        }
        assertThat(off).as("of 900 lines").isLessThan(60);
    }

    @Test
    void refusesOnesThatLieInTheirOwnLevel() {
        assertThatThrownBy(() -> Branches.of(List.of(List.of(Branches.TOTAL), List.of(0)), 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lower levels");
    }

    private static BlurredTable.Builder builder(Branches... dimensions) {
        return new BlurredTable.Builder(NOISE, Double.NaN, Double.NaN, List.of(dimensions));
    }
}
