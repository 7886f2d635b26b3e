package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import se.samsyn.access.AccessLog;
import se.samsyn.access.LogLine;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;

class SignInIT extends OverHttp {

    private static final PlaceCode FALUN = new PlaceCode("2080");

    @Autowired
    private AccessLog log;

    @Test
    void signsInAndOutAndLogsBoth() {
        var browser = signedIn(Role.UNIT_MANAGER);
        assertThat(browser.get("/arenden").statusCode()).isEqualTo(200);
        assertThat(browser.post("/logga-ut").headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/logga-in?ut"));
        assertThat(browser.get("/arenden").statusCode()).isEqualTo(302);
        assertThat(log.latest(FALUN, 30)).extracting(LogLine::event).contains("SIGN_IN", "SIGN_OUT");
    }

    @Test
    void answersTheSameWhetherThereIsSuchAnAccountOrNot() {
        var username = account(Role.AUDITOR);
        var unknown = stranger().post("/logga-in", "username", "finns-inte", "password", "fel fel fel fel");
        var known = stranger().post("/logga-in", "username", username, "password", "fel fel fel fel");
        for (int i = 0; i < 5; i++) {
            stranger().post("/logga-in", "username", username, "password", "fel fel fel fel");
        }
        var locked = stranger().post("/logga-in", "username", username, "password", PASSWORD);

        assertThat(known.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"));
        assertThat(locked.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"));
    }

    @Test
    void aOneTimePasswordLeadsNowhereButToChoosingAnother() {
        var username = "engang-" + UUID.randomUUID();
        var one = accounts.openWithOneTime(username, "Prov", Role.AUDITOR, FALUN, Optional.empty());
        var browser = stranger().signIn(username, one.password());

        assertThat(browser.get("/logg").headers().firstValue("Location")).contains("/losenord");
        assertThat(browser.get("/losenord").body()).contains("engångslösenord");
        var poor = browser.post("/losenord", "present", one.password(), "wanted", "kort", "repeated", "kort");
        assertThat(poor.statusCode()).isEqualTo(422);
        assertThat(poor.body()).contains("för kort", "autofocus");
        browser.post("/losenord", "present", one.password(), "wanted", PASSWORD, "repeated", PASSWORD);

        assertThat(browser.get("/logg").statusCode()).isEqualTo(200);
        assertThat(stranger().signIn(username, one.password()).get("/logg").statusCode())
                .isEqualTo(302);
    }

    @Test
    void changingThePasswordEndsOtherSessions() {
        var username = account(Role.AUDITOR);
        var here = stranger().signIn(username, PASSWORD);
        var there = stranger().signIn(username, PASSWORD);
        here.post("/losenord", "present", PASSWORD, "wanted", "helt andra ord nu", "repeated", "helt andra ord nu");

        assertThat(here.get("/logg").statusCode()).isEqualTo(200);
        assertThat(there.get("/logg").headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/logga-in"));
    }

    @Test
    void leadsBackToThePageWhereAFormWasSentAfterTheSessionWasLost() {
        var username = account(Role.CASEWORKER);
        var browser = stranger();
        var sent = browser.post(
                "/arenden",
                BodyPublishers.ofString("localId=1"),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Referer",
                browser.base() + "/arenden/nytt");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains("/logga-in?utgangen");
        assertThat(browser.get("/logga-in?utgangen").body()).contains("Du hade loggats ut");

        var in = browser.post("/logga-in", "username", username, "password", PASSWORD);
        assertThat(in.headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/arenden/nytt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ond.example/",
                "//ond.example/",
                "/\\ond.example/",
                "https:ond.example",
                "javascript:alert(1)",
                "/%09/ond.example",
                "/\r\nSet-Cookie: x=y"
            })
    void leadsNobodyAwayFromHere(String elsewhere) {
        var browser = stranger();
        assertThat(browser.post("/val", "name", "lang", "value", "sv", "back", elsewhere)
                        .headers()
                        .firstValue("Location"))
                .contains("/");

        var username = account(Role.AUDITOR);
        var sent = browser.post(
                "/logga-in?continue=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8),
                "username",
                username,
                "password",
                PASSWORD,
                "back",
                elsewhere);
        assertThat(sent.headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).isIn("/", browser.base() + "/"));
    }

    @Test
    void leadsNobodyAwayByAStrangersReferer() {
        var browser = stranger();
        browser.post(
                "/arenden",
                BodyPublishers.ofString("localId=1"),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Referer",
                "http://ond.example/arenden/nytt");
        var in = browser.post("/logga-in", "username", account(Role.CASEWORKER), "password", PASSWORD);
        assertThat(in.headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).doesNotContain("nytt", "ond"));
    }

    @Test
    @DirtiesContext(methodMode = DirtiesContext.MethodMode.AFTER_METHOD)
    void asksAnAddressWhereSignInFailsAndFailsToWait() {
        var username = account(Role.AUDITOR);
        for (int i = 0; i < SignInPace.ALLOWED; i++) {
            stranger().post("/logga-in", "username", "finns-inte-" + i, "password", "fel fel fel fel");
        }
        var refused = stranger().post("/logga-in", "username", username, "password", PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("900");
        assertThat(refused.body()).contains("För många försök");
    }
}
