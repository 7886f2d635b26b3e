package se.samsyn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The module map: kept by the code, declared by every module, and shown in docs/map.md as it is. */
class ModulesTest {

    private static final ApplicationModules HOUSE = ApplicationModules.of(Samsyn.class);
    private static final ApplicationModules BROKEN = ApplicationModules.of("broken.map", location -> true);

    @Test
    void useEachOtherAsDeclaredOnly() {
        HOUSE.verify();
    }

    @Test
    void declareWhatTheyMayUse() {
        assertThat(undeclared(HOUSE)).isEmpty();
    }

    @Test
    void areShownInTheMapAsTheyAre() throws IOException {
        String map = ModuleMap.markdown(names().stream().map(ModuleMap::read).toList());
        Path generated = Path.of("target", "map.md");
        Files.writeString(generated, map);
        assertThat(Path.of("docs", "map.md"))
                .as("copy target/map.md to docs/map.md")
                .exists()
                .hasContent(map);
    }

    @Test
    void areCaughtWhenTheyReachWhereTheyMayNot() {
        assertThatThrownBy(() -> BROKEN.verify()).isInstanceOf(Violations.class).hasMessageContaining("second");
    }

    @Test
    void areCaughtWhenTheyDeclareNothing() {
        assertThat(undeclared(BROKEN)).containsExactly("second");
    }

    /** Modules that may use everything, since they do not say what they use. */
    private static List<String> undeclared(ApplicationModules modules) {
        return modules.stream()
                .filter(module ->
                        ModuleMap.uses(module.getBasePackage().getName()).contains(ApplicationModule.OPEN_TOKEN))
                .map(module -> module.getIdentifier().toString())
                .toList();
    }

    private static List<String> names() {
        return HOUSE.stream()
                .map(module -> module.getIdentifier().toString())
                .sorted()
                .toList();
    }
}
