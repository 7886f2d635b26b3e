package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.access.Role;

class ErrorPagesIT extends OverHttp {

    @ParameterizedTest
    @CsvSource({
        "CASEWORKER, /arenden/inte-ett-id, 400, inte att förstå",
        "CASEWORKER, /andamal, 400, inte att förstå",
        "CASEWORKER, /arenden/00000000-0000-0000-0000-000000000000, 404, Sidan finns inte",
        "CASEWORKER, /konton, 404, Sidan finns inte",
        "AUDITOR, /finns-inte, 404, Sidan finns inte",
        "AUDITOR, /demo/valj, 404, Sidan finns inte",
        "ADMINISTRATOR, /konton/enhet, 405, Så går det inte"
    })
    void saysPlainlyWhatToDo(Role role, String path, int status, String words) {
        var answer = signedIn(role).get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words, "Till startsidan").doesNotContain("hos oss", "??");
        isBare(answer);
    }

    @Test
    void speaksEnglishToo() {
        var browser = signedIn(Role.AUDITOR);
        browser.post("/val", "name", "lang", "value", "en", "back", "/");

        assertThat(browser.get("/finns-inte").body()).contains("lang=\"en\"").doesNotContain("??", "Sidan");
    }

    @Test
    void aPageTooOldIsNotOurFault() {
        var answer = signedIn(Role.AUDITOR)
                .post(
                        "/logga-ut",
                        BodyPublishers.ofString("_csrf=gammal"),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("gäller inte längre");
    }

    @Test
    void theLanguageIsSwitchedOnTheVeryPageThatFailed() {
        assertThat(signedIn(Role.AUDITOR).get("/finns-inte").body()).contains("name=\"back\" value=\"/finns-inte\"");
    }

    @ParameterizedTest
    @CsvSource({"/..%2f..%2fetc", "/a;b=c", "/%00", "//logg", "/logga-in%0a"})
    void refusesMalformedAddressesWithoutTellingAnything(String path) {
        var answer = stranger().get(path);

        assertThat(answer.statusCode()).isBetween(300, 499);
        isBare(answer);
    }

    private static void isBare(HttpResponse<String> answer) {
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "Tomcat", "org.springframework", "se.samsyn");
    }
}
