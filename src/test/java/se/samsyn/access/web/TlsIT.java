package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A real TLS connector, with a certificate made here, under a context path. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "samsyn.data=target/over-tls",
            "server.servlet.context-path=/samsyn",
            "samsyn.tls.certificate=target/tls/cert.pem",
            "samsyn.tls.key=target/tls/key.pem",
            "spring.ssl.bundle.watch.file.quiet-period=200ms"
        })
class TlsIT {

    private static final Path FOLDER = Path.of("target", "tls");

    @LocalServerPort
    private int port;

    static {
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        SelfMade.write("first", FOLDER.resolve("cert.pem"), FOLDER.resolve("key.pem"));
    }

    @Test
    void pagesComeOverTlsAlone() throws Exception {
        var page = get("/samsyn/logga-in", "TLSv1.3", "TLSv1.2");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000", "includeSubDomains"));
        assertThat(String.join("\n", page.headers().allValues("Set-Cookie")))
                .contains("__Secure-samsyn=", "; Secure", "HttpOnly", "SameSite=Lax", "Path=/samsyn");
        assertThat(page.body()).contains("/samsyn/web/samsyn.css").doesNotContain("\"/web/samsyn.css", "http://");
    }

    @Test
    void plainHttpGetsNoPage() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/samsyn/logga-in"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void redirectsStayUnderTheContext() throws Exception {
        for (var path : List.of("/samsyn/", "/samsyn/arenden", "/samsyn/konton?a=b")) {
            assertThat(get(path, "TLSv1.3").headers().firstValue("Location"))
                    .as(path)
                    .hasValueSatisfying(to -> assertThat(
                                    URI.create("https://localhost:" + port).resolve(to))
                            .hasScheme("https")
                            .hasAuthority("localhost:" + port)
                            .hasPath("/samsyn/logga-in"));
        }
    }

    @Test
    void oldVersionsOfTlsAreRefused() {
        assertThat(catchOf(() -> get("/samsyn/halsa", "TLSv1.1"))).isInstanceOf(IOException.class);
    }

    @Test
    void aNewCertificateIsTakenIntoUseWithoutARestart() throws Exception {
        SelfMade.write("second", FOLDER.resolve("cert.pem"), FOLDER.resolve("key.pem"));
        var last = "";
        for (int i = 0; i < 100 && !last.contains("CN=second"); i++) {
            Thread.sleep(Duration.ofMillis(200));
            last = subject();
        }
        assertThat(last).contains("CN=second");
    }

    private String subject() throws Exception {
        var answer = get("/samsyn/halsa", "TLSv1.3");
        return ((X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName();
    }

    private HttpResponse<String> get(String path, String... versions) throws Exception {
        var limits = new SSLParameters();
        limits.setProtocols(versions);
        try (var client = HttpClient.newBuilder()
                .sslContext(trusting())
                .sslParameters(limits)
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static Throwable catchOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return org.assertj.core.api.Assertions.catchThrowable(call);
    }

    /** Whoever asks here takes any certificate: it was made a moment ago. */
    private static SSLContext trusting() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
        return context;
    }

    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
