package se.samsyn.proof.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteTest {

    @Test
    void readsAColumnForEachUnitAndPlace() {
        var lines = Route.table().stream()
                .filter(route -> route.path().equals("/arenden/{case}"))
                .toList();

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(Route.Kind.UNIT);
            assertThat(line.ofCase()).isTrue();
            assertThat(line.admits(Who.CASEWORKER, Where.OWN.column())).isTrue();
            assertThat(line.admits(Who.CASEWORKER, Where.NEAR.column())).isFalse();
            assertThat(line.admits(Who.PRIVATE_CASEWORKER, Where.PRIVATE.column()))
                    .isTrue();
            assertThat(line.admits(Who.DEVELOPER, Where.OWN.column())).isFalse();
        });
    }

    @Test
    void letsNobodyButTheUnitsOwnPeopleIntoCases() {
        for (var line : Route.table()) {
            if (line.ofCase()) {
                assertThat(line.columns().get(Where.NEAR.column()))
                        .as(line.path())
                        .isEqualTo("-");
                assertThat(line.columns().get(Where.FAR.column()))
                        .as(line.path())
                        .isEqualTo("-");
                assertThat(line.columns().get(Where.OWN.column()))
                        .as(line.path())
                        .doesNotContain("C", "M", "q", "a", "s");
            }
        }
    }
}
