package se.samsyn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsyn.database.TestDatabase;

/** What all browser tests stand on: one running application with the fictional county in a database of its own. */
@ExtendWith(Chromium.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"samsyn.test.own-database=true", "samsyn.data=target/browser-tests"})
@ActiveProfiles("demo")
abstract class InBrowser {

    private final List<Visitor> visitors = new ArrayList<>();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
    }

    /** Somebody with a browser of their own who has not signed in. */
    final Visitor visitor() {
        return visitor(new Browser.NewContextOptions());
    }

    final Visitor visitor(Browser.NewContextOptions look) {
        var visitor = new Visitor(Chromium.browser()
                .newContext(look.setBaseURL("http://127.0.0.1:" + port).setLocale("sv-SE")));
        visitors.add(visitor);
        return visitor;
    }

    /** One of the demo's people, signed in. */
    final Visitor visitor(String username) {
        return visitor().signIn(username);
    }

    @AfterEach
    void nothingWentWrongInThePages() {
        visitors.forEach(Visitor::leave);
        assertThat(visitors).flatExtracting(Visitor::errors).isEmpty();
    }
}
