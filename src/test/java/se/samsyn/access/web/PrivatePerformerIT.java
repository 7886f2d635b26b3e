package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsyn.access.Performers;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Unit;

class PrivatePerformerIT extends OverHttp {

    private static final PlaceCode FALUN = new PlaceCode("2080");

    @Autowired
    private Performers performers;

    @Test
    void anAdministratorOpensTheUnitOfAPerformerThatAnswersForItself() {
        var browser = signedIn(Role.ADMINISTRATOR);
        var name = "Trygga hus " + UUID.randomUUID();
        var performer = "Trygga hus AB " + UUID.randomUUID();

        assertThat(open(browser, name, "PRIVATE", performer)).isEqualTo(302);
        assertThat(open(browser, name + " 2", "PRIVATE", performer.toUpperCase(Locale.ROOT)))
                .isEqualTo(302);

        var unit = unit(name);
        assertThat(performers.answersForItself(unit.id())).isTrue();
        assertThat(unit(name + " 2").organisation()).isEqualTo(unit.organisation());
        assertThat(organisations.organisations())
                .filteredOn(each -> each.id().equals(unit.organisation()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.kind()).isEqualTo(OrganisationKind.PRIVATE);
                    assertThat(each.name()).isEqualTo(performer);
                });
        assertThat(browser.get("/konton").body()).contains(performer);
    }

    @Test
    void aPerformerHasANameAndTheMunicipalityNone() {
        var browser = signedIn(Role.ADMINISTRATOR);
        var name = "Enheten " + UUID.randomUUID();

        assertThat(open(browser, name, "PRIVATE", " ")).isEqualTo(422);
        assertThat(open(browser, name, "MUNICIPAL", "Någon AB")).isEqualTo(422);
        assertThat(open(browser, name, "MUNICIPAL", "")).isEqualTo(302);
        assertThat(performers.answersForItself(unit(name).id())).isFalse();
    }

    private static int open(Browser browser, String name, String runBy, String performer) {
        return browser.post(
                        "/konton/enhet",
                        "name",
                        name,
                        "municipality",
                        FALUN.value(),
                        "kind",
                        "PERFORMER",
                        "area",
                        "VIOLENCE",
                        "runBy",
                        runBy,
                        "performer",
                        performer)
                .statusCode();
    }

    private Unit unit(String name) {
        return organisations.units(FALUN).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
