package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.SignedInAs;
import se.samsyn.access.Role;
import se.samsyn.sheet.Limits;

class BodyGateIT extends OverHttp {

    private static final String BOUNDARY = "xxPROVxx";
    private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;
    private static final long HUGE = 250L << 20;

    @ParameterizedTest
    @ValueSource(strings = {"/import", "/logga-in", "/konton", "/finns-inte"})
    void refusesAStrangersFileBeforeAByteOfItHasCome(String path) throws IOException {
        assertThat(answerToHeadersAlone(path, "", "Content-Length: " + HUGE)).startsWith("HTTP/1.1 401");
        assertThat(answerToHeadersAlone(path, "", "Transfer-Encoding: chunked")).startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"UNIT_MANAGER", "QUALITY_DEVELOPER"},
            mode = EnumSource.Mode.EXCLUDE)
    void refusesTheFileOfARoleThatMayNotImportBeforeAByteOfItHasCome(Role role) throws IOException {
        assertThat(answerToHeadersAlone("/import", cookie(role), "Content-Length: " + HUGE))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void refusesFilesWhereNoneAreTaken() throws IOException {
        assertThat(answerToHeadersAlone("/logga-ut", cookie(Role.UNIT_MANAGER), "Content-Length: 900"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void refusesATooLargeFileAtOnceAndSaysTheLimitAndWhatToDo() throws IOException {
        var answer = answerToHeadersAlone("/import", cookie(Role.UNIT_MANAGER), "Content-Length: " + HUGE);

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("högst " + (Limits.USUAL.bytes() >> 20) + " MB", "Dela upp filen", "Content-Security-Policy");
    }

    @Test
    void stopsAFileThatDoesNotSayItsSizeAtTheLimit() {
        var importer = signedIn(Role.UNIT_MANAGER);
        var unit = SignedInAs.unit(organisations);

        assertThat(send(importer, unit.id().toString(), 52 << 20).statusCode()).isEqualTo(413);
    }

    @Test
    void takesInAFileOfAnImporter() {
        var unit = SignedInAs.unit(organisations);
        var importer = stranger().signIn(account(Role.UNIT_MANAGER, unit), PASSWORD);

        var answer = send(importer, unit.id().toString(), 1 << 20);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).contains("/import/"));
    }

    @Test
    void refusesAFormOfMoreThanHalfAMegabyte() throws IOException {
        assertThat(ofForm("/logga-in", "Content-Length: 600000")).startsWith("HTTP/1.1 413");
        var stranger = stranger();
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                Browser.form(stranger.token(), "username", "x".repeat(600_000)).getBytes(StandardCharsets.UTF_8)));
        assertThat(stranger.post("/logga-in", body, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(413);
    }

    /** A file in chunks, so that nothing says how large it is. */
    private static HttpResponse<String> send(Browser from, String unit, int size) {
        String head = Stream.of("_csrf=" + from.token(), "unit=" + unit, "instrument=boende")
                        .map(pair -> pair.split("=", 2))
                        .map(pair -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + pair[0]
                                + "\"\r\n\r\n" + pair[1] + "\r\n")
                        .reduce("", String::concat)
                + "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n";
        BodyPublisher body = BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(List.of(
                bytes(head), new ByteArrayInputStream(new byte[size]), bytes("\r\n--" + BOUNDARY + "--\r\n")))));
        return from.post("/import", body, "Content-Type", MULTIPART);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String cookie(Role role) throws IOException {
        var browser = signedIn(role);
        return "Cookie: " + browser.cookies() + "\r\n";
    }

    private String ofForm(String path, String length) throws IOException {
        return answer(path, "Content-Type: application/x-www-form-urlencoded\r\n" + length + "\r\n");
    }

    /** What the server says when it has seen the headers alone; it gets not one byte of the body. */
    private String answerToHeadersAlone(String path, String cookie, String length) throws IOException {
        return answer(path, "Content-Type: " + MULTIPART + "\r\n" + cookie + length + "\r\n");
    }

    private String answer(String path, String headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: text/html\r\n"
                                    + headers + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var page = new StringBuilder();
            byte[] buffer = new byte[1 << 14];
            while (!page.toString().contains("</html>")) {
                int read = socket.getInputStream().read(buffer);
                if (read < 0) {
                    break;
                }
                page.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
            return page.toString();
        }
    }
}
