package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules for amounts by hand-counted holders, and groups in which everybody is in one part. */
class AmountsAndGroupsTest {

    @ParameterizedTest
    @CsvSource({
        // amounts of three holders; one must not have 80 percent, two not 95; is it unsafe
        "80, 10, 10, true",
        "79, 10, 11, false",
        "60, 36, 4, true",
        "-80, 10, 10, true",
        "0, 0, 0, false"
    })
    void aHolderWhoDominatesIsUnsafe(double first, double second, double third, boolean unsafe) {
        AmountRule rule =
                new AmountRule(List.of(new AmountRule.Dominance(1, 80), new AmountRule.Dominance(2, 95)), 0, 1);

        assertThat(rule.unsafe(List.of(first, second, third))).isEqualTo(unsafe);
    }

    @ParameterizedTest
    @CsvSource({"100, 50, 9, true", "100, 50, 11, false", "100, 50, 10, false"})
    void theSecondHolderMustNotComeNearTheFirst(double first, double second, double third, boolean unsafe) {
        assertThat(new AmountRule(List.of(), 10, 1).unsafe(List.of(first, second, third)))
                .isEqualTo(unsafe);
    }

    @Test
    void fewHoldersAreUnsafeAndOneWhoAddsNothingIsNone() {
        AmountRule rule = new AmountRule(List.of(), 0, 3);

        assertThat(rule.unsafe(List.of(5.0, 6.0))).isTrue();
        assertThat(rule.unsafe(List.of(5.0, 6.0, 0.0))).isTrue();
        assertThat(rule.unsafe(List.of(5.0, 6.0, 1.0))).isFalse();
        assertThat(rule.unsafe(List.of())).isFalse();
    }

    @Test
    void aHolderAloneInACellCannotWorkOutAnother() {
        LinkedTables.Builder tables = LinkedTables.builder();
        int one = tables.innerCell(1, List.of(new Contribution(1, 90)));
        int two = tables.innerCell(1, List.of(new Contribution(2, 80)));
        int many = tables.innerCell(
                4,
                List.of(
                        new Contribution(3, 40),
                        new Contribution(4, 40),
                        new Contribution(5, 40),
                        new Contribution(6, 40)));
        int first = tables.cell(Standing.FREE, 0, one);
        int second = tables.cell(Standing.FREE, 0, two);
        int third = tables.cell(Standing.FREE, 0, many);
        int total = tables.cell(Standing.FREE, 0, one, two, many);
        Rule rule = new Rule(1).with(Zeros.SHOWN).with(new AmountRule(List.of(new AmountRule.Dominance(1, 80)), 0, 1));

        Hiding outsiders = Suppression.protect(tables.build(), rule, Care.SUMS);
        Hiding holders = Suppression.protect(tables.build(), rule, Care.SINGLETONS);

        assertThat(outsiders.hidden()).containsExactly(first, second);
        assertThat(holders.hidden()).contains(first, second).hasSizeGreaterThan(2);
        assertThat(holders.hides(third) || holders.hides(total)).isTrue();
    }

    @Test
    void thatEverybodyIsInOnePartIsNotTold() {
        LinkedTables.Builder tables = LinkedTables.builder();
        int hurt = tables.innerCell(7);
        int unhurt = tables.innerCell(0);
        int part = tables.cell(Standing.FREE, 0, hurt);
        int none = tables.cell(Standing.FREE, 0, unhurt);
        int all = tables.cell(Standing.FREE, 1, hurt, unhurt);

        Rule rule = new Rule(1).with(Zeros.HIDEABLE);
        assertThat(Suppression.protect(tables.build(), rule, Care.SUMS).hidden())
                .isEmpty();
        Hiding hiding = Suppression.protect(tables.build(), rule.withInsiders(0), Care.SUMS);
        assertThat(hiding.hides(all)).isFalse();
        assertThat(hiding.hides(part) && hiding.hides(none)).isTrue();
    }

    @Test
    void aContributionHasAHolder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Contribution(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contribution(1, Double.NaN));
    }
}
