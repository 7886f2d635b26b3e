package se.samsyn.access.web;

import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsyn.SignedInAs;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

/** What tests over real HTTP stand on: a running server, and people with passwords. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "samsyn.data=target/over-http")
abstract class OverHttp {

    static final String PASSWORD = "en lång ramsa om höst";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    Browser stranger() {
        return new Browser(port);
    }

    /** Somebody new of a role, signed in by the page. */
    Browser signedIn(Role role) {
        return stranger().signIn(account(role), PASSWORD);
    }

    /** A new account with the known password; gives its username. */
    String account(Role role) {
        return account(role, SignedInAs.unit(organisations));
    }

    String account(Role role, Unit unit) {
        var username = "http-" + UUID.randomUUID();
        accounts.open(
                username,
                PASSWORD,
                "Prov",
                role,
                unit.municipality(),
                role.boundToUnit() ? Optional.of(unit.id()) : Optional.empty());
        return username;
    }
}
