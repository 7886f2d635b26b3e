package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import se.samsyn.access.Role;

/** What is refused before a page sees it, as the bytes come over the wire; every answer has the strict headers. */
@TestPropertySource(properties = {"samsyn.web.hosts=samsyn.kommun.example", "samsyn.web.pace.questions=1"})
@ExtendWith(OutputCaptureExtension.class)
class RequestGateIT extends OverHttp {

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "FOO"})
    void otherMethodsAreRefused(String method) throws IOException {
        assertThat(raw(method + " /logga-in HTTP/1.1", "Host: localhost", "Content-Length: 0"))
                .satisfies(RequestGateIT::isStrict)
                .matches("(?s)HTTP/1\\.1 (40[05]|501) .*")
                .doesNotContain("<form method=\"post\" action=\"/logga-in\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:443",
                "localhost.evil.example",
                "samsyn.kommun.example.evil.example",
                "127.0.0.1.evil.example"
            })
    void otherHostsAreRefused(String host) throws IOException {
        assertThat(raw("GET /logga-in HTTP/1.1", "Host: " + host))
                .satisfies(RequestGateIT::isStrict)
                .startsWith("HTTP/1.1 400")
                .doesNotContain("evil.example");
        assertThat(raw("GET /logga-in HTTP/1.1", "Host: localhost", "X-Forwarded-Host: " + host))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void aNameThatReadsAsTwoIsOurOwnOrRefused() throws IOException {
        assertThat(raw("GET /logga-in HTTP/1.1", "Host: localhost:80@evil.example"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw("GET /arenden HTTP/1.1", "Host: localhost", "X-Forwarded-Host: localhost:80@evil.example"))
                .doesNotContain("evil.example");
    }

    @Test
    void ownHostsAreServed() throws IOException {
        assertThat(raw("GET /halsa HTTP/1.1", "Host: samsyn.kommun.example")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET /halsa HTTP/1.1", "Host: SAMSYN.kommun.example:8443"))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("GET /halsa HTTP/1.1", "Host: [::1]:8080")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET /halsa HTTP/1.1")).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/logga-in%00",
                "/logga-in?a=%00",
                "/logga-in?%00=a",
                "/logga-in?a=%1b[2J",
                "/logga-in?a=%zz",
                "/logga-in%0d%0aX:y",
                "/web/..%2f..%2fapplication.yaml",
                "/web/%2e%2e/%2e%2e/application.yaml",
                "/web/../../application.yaml",
                "/web/%5c..%5capplication.yaml",
                "/web/..;/application.yaml",
                "/web/%252e%252e/application.yaml",
                "/webjars//etc/passwd",
                "/logg%2fa",
                "/%c0%ae%c0%ae/",
                "/web/\\..\\x"
            })
    void addressesThatCouldLeadElsewhereAreRefused(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1", "Host: localhost"))
                .satisfies(RequestGateIT::isStrict)
                .matches("(?s)HTTP/1\\.1 40[04].*")
                .doesNotContain("samsyn:", "Exception", "root:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-A: a\u0001b", "X-A: a\0b", "X\u0001A: b", "Cookie: lang=a\0", "Referer: http://x/\u007f"})
    void controlCharactersInHeadersAreRefused(String header) throws IOException {
        assertThat(raw("GET /logga-in HTTP/1.1", "Host: localhost", header)).startsWith("HTTP/1.1 400");
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws IOException {
        assertThat(raw("GET /halsa HTTP/1.1", "Host: localhost", "X-A: " + "a".repeat(20_000)))
                .startsWith("HTTP/1.1 400");
        assertThat(raw("GET /" + "a".repeat(20_000) + " HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @CsvSource({
        "back, /val, 'name=lang&value=sv&back=%2F%2Fevil.example'",
        "back, /val, 'name=lang&value=sv&back=https:%2F%2Fevil.example'"
    })
    void nobodyIsLedAway(String field, String path, String form) {
        var reader = stranger();
        var answer = reader.post(
                path,
                java.net.http.HttpRequest.BodyPublishers.ofString("_csrf=" + reader.token() + "&" + form),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.headers().firstValue("Location")).as(field).contains("/");
    }

    @Test
    void aControlCharacterInAFormIsToldByTheFieldItStandsIn() {
        var answer = stranger().post("/logga-in", "username", "berit\0", "password", "x");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("osynligt styrtecken", "username").doesNotContain("??", "berit");
    }

    @Test
    void whatIsSentIsNeverWrittenInTheProgramsLog(CapturedOutput log) {
        var caseworker = signedIn(Role.CASEWORKER);

        assertThat(caseworker.get("/arenden?lage=hemligt-ord").statusCode()).isEqualTo(400);
        assertThat(caseworker.get("/arenden?sida=hemligt-ord").statusCode()).isEqualTo(400);
        assertThat(caseworker.get("/arenden/hemligt-ord").statusCode()).isEqualTo(400);
        assertThat(caseworker.get("/hemligt-ord").statusCode()).isEqualTo(404);
        assertThat(caseworker
                        .post("/arenden", "sex", "hemligt-ord", "opened", "hemligt-ord")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(log.getAll()).doesNotContain("hemligt-ord");
    }

    @Test
    void whoeverAsksForTooMuchHeavyWorkIsAskedKindlyToWait() {
        var analyst = signedIn(Role.QUALITY_DEVELOPER);
        for (int i = 0; i < HeavyPace.SAVED_MINUTES; i++) {
            assertThat(analyst.get("/korstabell").statusCode()).isLessThan(429);
        }
        var answer = analyst.get("/korstabell");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).contains("Ingenting är förlorat").doesNotContain("Inloggningen", "??");
        assertThat(signedIn(Role.QUALITY_DEVELOPER).get("/korstabell").statusCode())
                .isLessThan(429);
        assertThat(analyst.get("/resultat").statusCode()).isEqualTo(200);
    }

    private String raw(String line, String... headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((line + "\r\n" + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n")
                                    + "Accept: text/html\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void isStrict(String answer) {
        assertThat(answer)
                .contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff")
                .contains("Cache-Control: no-cache, no-store")
                .doesNotContain("\r\nServer:", "Apache", "\tat ");
    }
}
