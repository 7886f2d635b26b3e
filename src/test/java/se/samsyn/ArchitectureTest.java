package se.samsyn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold for the house, each pattern names something in it, and each rule fails on the sample that breaks it. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.samsyn");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("broken");

    @ParameterizedTest
    @MethodSource("rules")
    void holds(String name) {
        rule(name).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void failsOnTheSampleThatBreaksIt(String name) {
        assertThatThrownBy(() -> rule(name).check(BROKEN)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageInARuleHoldsAClassOfOurs(String pattern) {
        PackageMatcher matcher = PackageMatcher.of(pattern);
        assertThat(HOUSE)
                .anyMatch(type -> matcher.matches(type.getPackageName()) && !isDescription(type.getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameInARuleIsAClassOfOurs(String ending) {
        assertThat(HOUSE).anyMatch(type -> type.getSimpleName().endsWith(ending));
    }

    private static ArchRule rule(String name) {
        return Objects.requireNonNull(ArchitectureRules.ALL.get(name));
    }

    private static boolean isDescription(String name) {
        return name.equals("package-info");
    }

    static Stream<String> rules() {
        return ArchitectureRules.ALL.keySet().stream().sorted();
    }

    static Stream<String> packages() {
        return ArchitectureRules.PACKAGES.stream();
    }

    static Stream<String> names() {
        return ArchitectureRules.NAME_ENDINGS.stream();
    }
}
