package se.samsyn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleOrderTest {

    @Test
    void putsModulesAfterThoseTheyDependOn() {
        Map<String, List<String>> declared = Map.of(
                "access", List.of("kernel"),
                "followup", List.of("organisation", "instrument"),
                "instrument", List.of("kernel"),
                "organisation", List.of("access"),
                "kernel", List.of());
        assertThat(ModuleOrder.of(declared))
                .containsExactly("kernel", "access", "organisation", "instrument", "followup");
    }

    @Test
    void refusesARing() {
        assertThatThrownBy(() -> ModuleOrder.of(Map.of("a", List.of("b"), "b", List.of("a"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ring");
    }

    @Test
    void followsTheDependenciesThatOurModulesDeclare() {
        assertThat(ModuleMigrations.modules()).startsWith("keys", "database").doesNotHaveDuplicates();
    }
}
