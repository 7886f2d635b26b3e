package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsyn.access.Role;
import se.samsyn.database.StoppableServer;

/** The database goes away while people work, and comes back. */
@DirtiesContext
class LostDatabaseIT extends OverHttp {

    private static final StoppableServer SERVER = new StoppableServer(Path.of("target", "lost-database"));

    @DynamicPropertySource
    static void ownServer(DynamicPropertyRegistry registry) {
        SERVER.properties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterAll
    static void leave() {
        SERVER.stop();
    }

    @Test
    void saysSoPlainlyAndGoesOnWhenItIsBack() {
        var username = account(Role.CASEWORKER);
        var atWork = stranger().signIn(username, PASSWORD);
        assertThat(atWork.get("/att-gora").statusCode()).isEqualTo(200);

        SERVER.stop();
        var lost = atWork.get("/att-gora");
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.body()).contains("Databasen svarar inte just nu").doesNotContain("Exception");
        var notIn = stranger().post("/logga-in", "username", username, "password", PASSWORD);
        assertThat(notIn.statusCode()).isEqualTo(503);
        assertThat(stranger().get("/logga-in").statusCode()).isEqualTo(200);

        SERVER.start();
        assertThat(atWork.get("/att-gora").statusCode()).isEqualTo(200);
        assertThat(stranger().signIn(username, PASSWORD).get("/att-gora").statusCode())
                .isEqualTo(200);
    }
}
