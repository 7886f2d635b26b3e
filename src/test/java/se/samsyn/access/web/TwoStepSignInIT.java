package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import se.samsyn.access.Role;
import se.samsyn.access.factor.SharedSecret;
import se.samsyn.access.factor.Totp;
import se.samsyn.kernel.PlaceCode;

/** Sign-in in two steps, as people meet it. */
@TestPropertySource(properties = "samsyn.second-factor=demand")
class TwoStepSignInIT extends OverHttp {

    private static final Pattern GROUP = Pattern.compile("\\b[A-Z2-7]{4}(?= )");
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})</code>");

    @Test
    void leadsThoseWithoutASecondStepToGettingOneAndNowhereElse() {
        var browser = stranger().signIn(account(Role.AUDITOR), PASSWORD);

        assertThat(browser.get("/logg").headers().firstValue("Location")).contains("/tvasteg");
        assertThat(browser.get("/sessioner").headers().firstValue("Location")).contains("/tvasteg");
        var page = browser.get("/tvasteg").body();
        assertThat(page)
                .contains("<svg", "viewBox=\"0 0 ", "Alla som loggar in med lösenord")
                .doesNotContain("style=");

        var secret = secret(page);
        assertThat(browser.post("/tvasteg", "code", "nej").statusCode()).isEqualTo(422);
        assertThat(secret(browser.get("/tvasteg").body())).isEqualTo(secret);
        assertThat(begin(browser, secret)).hasSize(10);
        assertThat(browser.get("/logg").statusCode()).isEqualTo(200);
        assertThat(browser.get("/tvasteg").body()).doesNotContain(secret.text()).contains("10 reservkoder");
    }

    @Test
    void asksForTheCodeBeforeAnybodyIsSignedIn() {
        var username = account(Role.AUDITOR);
        var secret = enrolled(username);
        var browser = stranger();
        browser.get("/logg");
        var half = browser.post("/logga-in", "username", username, "password", PASSWORD);

        assertThat(half.headers().firstValue("Location").orElseThrow()).endsWith("/engangskod");
        assertThat(browser.get("/tvasteg").statusCode()).isEqualTo(302);
        assertThat(browser.get("/logg").headers().firstValue("Location").orElseThrow())
                .endsWith("/logga-in");
        assertThat(browser.post("/engangskod", "code", "123").statusCode()).isEqualTo(422);
        var in = browser.post("/engangskod", "code", next(secret));
        assertThat(in.headers().firstValue("Location").orElseThrow()).contains("/logg");
        assertThat(browser.get("/logg").statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeTakenIsNotTakenAgain() {
        var username = account(Role.AUDITOR);
        var secret = enrolled(username);
        var code = next(secret);
        assertThat(withCode(username, code)).doesNotContain("engangskod");

        var again = stranger();
        again.post("/logga-in", "username", username, "password", PASSWORD);
        assertThat(again.post("/engangskod", "code", code).statusCode()).isEqualTo(422);
    }

    @Test
    void afterFiveWrongCodesTheAccountWaits() {
        var username = account(Role.AUDITOR);
        enrolled(username);
        var browser = stranger();
        browser.post("/logga-in", "username", username, "password", PASSWORD);
        for (int i = 0; i < 4; i++) {
            assertThat(browser.post("/engangskod", "code", "00000" + i).statusCode())
                    .isEqualTo(422);
        }
        assertThat(browser.post("/engangskod", "code", "x")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/logga-in?fel");

        var later = stranger().post("/logga-in", "username", username, "password", PASSWORD);
        assertThat(later.headers().firstValue("Location").orElseThrow()).endsWith("/logga-in?fel");
    }

    @Test
    void aRecoveryCodeLetsInOnce() {
        var username = account(Role.AUDITOR);
        var browser = stranger().signIn(username, PASSWORD);
        var codes = begin(browser, secret(browser.get("/tvasteg").body()));

        assertThat(withCode(username, codes.getFirst())).doesNotContain("engangskod");
        var again = stranger();
        again.post("/logga-in", "username", username, "password", PASSWORD);
        assertThat(again.post("/engangskod", "code", codes.getFirst()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void theOneTimePasswordComesFirstAndThenTheSecondStep() {
        var username = "engang-" + UUID.randomUUID();
        var one = accounts.openWithOneTime(username, "Prov", Role.AUDITOR, new PlaceCode("2080"), Optional.empty());
        var browser = stranger().signIn(username, one.password());

        assertThat(browser.get("/tvasteg").headers().firstValue("Location")).contains("/losenord");
        browser.post("/losenord", "present", one.password(), "wanted", PASSWORD, "repeated", PASSWORD);
        assertThat(browser.get("/logg").headers().firstValue("Location")).contains("/tvasteg");
    }

    @Test
    void showsOwnSessionsAndEndsTheOthers() {
        var username = account(Role.AUDITOR);
        var here = stranger().signIn(username, PASSWORD);
        begin(here, secret(here.get("/tvasteg").body()));
        assertThat(here.get("/sessioner").body()).contains("Den här").doesNotContain("/avsluta\"");

        assertThat(here.post("/sessioner/" + UUID.randomUUID() + "/avsluta").statusCode())
                .isEqualTo(404);
        assertThat(here.post("/sessioner/andra").statusCode()).isEqualTo(302);
        assertThat(here.get("/logg").statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorSignsSomebodyOutEverywhere() {
        var username = account(Role.AUDITOR);
        var person = stranger().signIn(username, PASSWORD);
        begin(person, secret(person.get("/tvasteg").body()));
        assertThat(person.get("/logg").statusCode()).isEqualTo(200);
        var boss = stranger().signIn(account(Role.ADMINISTRATOR), PASSWORD);
        begin(boss, secret(boss.get("/tvasteg").body()));
        var id = accounts.within(new PlaceCode("2080")).stream()
                .filter(listed -> listed.username().equals(username))
                .findFirst()
                .orElseThrow()
                .actor()
                .id();

        assertThat(boss.post("/konton/" + id + "/sessioner").statusCode()).isEqualTo(302);

        var answer = person.get("/logg");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/logga-in");
        assertThat(boss.get("/konton").statusCode()).isEqualTo(200);
    }

    private String withCode(String username, String code) {
        var browser = stranger();
        browser.post("/logga-in", "username", username, "password", PASSWORD);
        return browser.post("/engangskod", "code", code)
                .headers()
                .firstValue("Location")
                .orElse("engangskod");
    }

    private SharedSecret enrolled(String username) {
        var browser = stranger().signIn(username, PASSWORD);
        var secret = secret(browser.get("/tvasteg").body());
        begin(browser, secret);
        return secret;
    }

    private static SharedSecret secret(String page) {
        var groups = GROUP.matcher(page.substring(page.indexOf("</svg>")))
                .results()
                .map(found -> found.group())
                .limit(8)
                .toList();
        return new SharedSecret(String.join("", groups));
    }

    private static List<String> begin(Browser browser, SharedSecret secret) {
        var code = Totp.code(secret, Instant.now().minusSeconds(30));
        assertThat(browser.post("/tvasteg", "code", code).statusCode()).isEqualTo(302);
        return RECOVERY.matcher(browser.get("/tvasteg").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** A code that has not been taken yet. */
    private static String next(SharedSecret secret) {
        return Totp.code(secret, Instant.now());
    }
}
