package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void aNodeOfATreeHoldsItselfAndAllBelowIt() {
        Map<String, String> parentOf = new LinkedHashMap<>();
        parentOf.put("elm", "north");
        parentOf.put("oak", "north");
        parentOf.put("north", "town");
        parentOf.put("ash", "town");

        Axis axis = Axis.ofTree("unit", parentOf);

        assertThat(axis.groups())
                .extracting(Axis.Group::name)
                .containsExactly(Axis.TOTAL, "town", "north", "elm", "oak", "ash");
        assertThat(axis.groups().get(2).codes()).isEqualTo(Set.of("north", "elm", "oak"));
        assertThat(axis.groups().get(1).codes())
                .isEqualTo(axis.groups().getFirst().codes());
    }

    @Test
    void aTopThatIsCalledTheTotalIsTheTotal() {
        assertThat(Axis.ofTree("unit", Map.of("elm", Axis.TOTAL)).groups()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.ofTree("unit", Map.of("elm", Axis.TOTAL, "ash", "town")));
    }

    @Test
    void aLoopIsRefusedAndNamed() {
        Map<String, String> parentOf = new LinkedHashMap<>();
        parentOf.put("elm", "north");
        parentOf.put("north", "town");
        parentOf.put("town", "north");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.ofTree("unit", parentOf))
                .withMessage("The tree of unit has a loop: north > town > north");
        assertThatIllegalArgumentException().isThrownBy(() -> Axis.ofTree("unit", Map.of("elm", "elm")));
    }
}
