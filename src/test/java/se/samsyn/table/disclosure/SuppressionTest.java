package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SuppressionTest {

    @Test
    void hidesASmallCellAndTheLeastImportantOneBesideIt() {
        LinkedTables.Builder tables = LinkedTables.builder();
        int women = tables.innerCell(3);
        int men = tables.innerCell(20);
        int other = tables.innerCell(30);
        int first = tables.cell(Standing.FREE, 0, women);
        int second = tables.cell(Standing.FREE, 1, men);
        int third = tables.cell(Standing.FREE, 0, other);
        int total = tables.cell(Standing.FREE, 9, women, men, other);

        Hiding hiding = Suppression.protect(tables.build(), Rule.standard());

        assertThat(hiding.hidden()).containsExactly(first, third);
        assertThat(hiding.hides(second)).isFalse();
        assertThat(hiding.hides(total)).isFalse();
        assertThat(hiding.primaryForOwnerOnly(first)).isTrue();
        assertThat(hiding.primaryForOwnerOnly(third)).isFalse();
        assertThat(hiding.exposed()).isEmpty();
    }

    @Test
    void saysWhatOlderReleasesRevealWhateverIsHidden() {
        LinkedTables.Builder tables = LinkedTables.builder();
        int few = tables.innerCell(2);
        int many = tables.innerCell(40);
        int small = tables.cell(Standing.FREE, 0, few);
        tables.cell(Standing.SHOWN, 0, many);
        tables.cell(Standing.SHOWN, 0, few, many);

        Hiding hiding = Suppression.protect(tables.build(), Rule.standard());

        assertThat(hiding.exposed()).containsExactly(small);
        assertThat(hiding.hidden()).containsExactly(small);
    }

    @Test
    void keepsAConcealedDifferenceFromBeingWorkedOut() {
        LinkedTables.Builder tables = LinkedTables.builder();
        int stayed = tables.innerCell(50);
        int left = tables.innerCell(2);
        int before = tables.cell(Standing.FREE, 1, stayed, left);
        int after = tables.cell(Standing.FREE, 0, stayed);
        tables.cell(Standing.CONCEALED, 0, left);

        Hiding hiding = Suppression.protect(tables.build(), Rule.standard());

        assertThat(hiding.hides(before)).isFalse();
        assertThat(hiding.hides(after)).isTrue();
    }

    @Test
    void givesCellsOfTheSamePersonsOneFate() {
        LinkedTables.Builder tables = LinkedTables.builder();
        int only = tables.innerCell(4);
        int nobody = tables.innerCell(0);
        int municipality = tables.cell(Standing.FREE, 0, only);
        int county = tables.cell(Standing.FREE, 5, only, nobody);
        int empty = tables.cell(Standing.FREE, 0, nobody);

        Hiding hiding = Suppression.protect(tables.build(), Rule.standard());

        assertThat(hiding.hidden()).containsExactly(municipality, county);
        assertThat(hiding.hides(empty)).isFalse();
    }

    @Test
    void leavesADifferenceWhenACommonRowIsEliminated() {
        Column one = Column.sumOf(new int[] {0, 1, 2}).eliminate(Column.sumOf(new int[] {0, 2, 3}), 0);
        assertThat(one.rows()).containsExactly(1, 3);
        assertThat(one.isDifference()).isTrue();
    }

    @Test
    void refusesACellThatNamesAnInnerCellTwice() {
        LinkedTables.Builder tables = LinkedTables.builder();
        int inner = tables.innerCell(7);
        assertThatThrownBy(() -> tables.cell(Standing.FREE, 0, inner, inner))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
