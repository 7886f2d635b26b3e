package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrossTablesTest {

    private static final Axis SEX = Axis.of("sex", List.of("w", "m"));

    private final CrossTables tables = new CrossTables(List.of("place", "sex"));

    @Test
    void crossesGroupsThatNestAndTotals() {
        tables.innerCell(List.of("falun", "w"));
        tables.innerCell(List.of("mora", "m"));
        tables.table(List.of(places(), SEX), CrossTables.Unoccupied.SHOWN);

        LinkedTables linked = tables.linked(new long[] {3, 4});

        assertThat(tables.cells()).hasSize(9).startsWith(List.of("Total", "Total"), List.of("Total", "w"));
        assertThat(linked.count(tables.cells().indexOf(List.of("Total", "Total"))))
                .isEqualTo(7);
        assertThat(linked.count(tables.cells().indexOf(List.of("mora", "m")))).isEqualTo(4);
        assertThat(linked.count(tables.cells().indexOf(List.of("mora", "w")))).isZero();
    }

    @Test
    void aCellOfTwoTablesIsOneCellAndEmptyOnesCanBeLeftOut() {
        tables.innerCell(List.of("falun", "w"));
        tables.innerCell(List.of("mora", "m"));
        tables.table(List.of(SEX), CrossTables.Unoccupied.LEFT_OUT);
        tables.table(List.of(places(), SEX), CrossTables.Unoccupied.LEFT_OUT);

        assertThat(tables.cells())
                .doesNotHaveDuplicates()
                .doesNotContain(List.of("mora", "w"))
                .hasSize(7);
    }

    @Test
    void anAxisOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tables.table(List.of(Axis.of("age", List.of("1"))), CrossTables.Unoccupied.SHOWN));
        assertThatIllegalArgumentException().isThrownBy(() -> Axis.of("sex", List.of("w", "w")));
    }

    private static Axis places() {
        return new Axis(
                "place",
                List.of(
                        new Axis.Group(Axis.TOTAL, Set.of("falun", "mora")),
                        new Axis.Group("falun", Set.of("falun")),
                        new Axis.Group("mora", Set.of("mora"))));
    }
}
