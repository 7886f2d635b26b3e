package se.samsyn.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** The watchers' port over real HTTP: health and figures, and nothing else; and none of it on the port of the pages. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"samsyn.data=target/watched", "samsyn.management.port=0"})
class WatchersIT {

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

    /** Labels whose values are few and of the program: methods, statuses, templates of addresses, pools, areas of memory. */
    private static final Set<String> LABELS = Set.of(
            "action",
            "application",
            "area",
            "cause",
            "compiler",
            "error",
            "exception",
            "gc",
            "id",
            "level",
            "method",
            "name",
            "outcome",
            "pool",
            "runtime",
            "state",
            "status",
            "uri",
            "vendor",
            "version",
            "code_function",
            "code_namespace",
            "le");

    @LocalServerPort
    private int pages;

    @LocalManagementPort
    private int watchers;

    @Autowired
    private Environment environment;

    @Test
    void saysWhetherSamsynIsReady() throws Exception {
        var ready = get(watchers, "/actuator/health/readiness");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .contains("\"reached\":{\"status\":\"UP\"}", "\"room\"", "freeMegabytes", "\"keys\"", "ageHours")
                .doesNotContain("path", "jdbc", "PostgreSQL", "target");
    }

    @Test
    void figuresNameNobody() throws Exception {
        var secret = "anna-" + UUID.randomUUID();
        get(pages, "/arenden/" + UUID.randomUUID());
        get(pages, "/" + secret + "?q=" + secret);
        get(pages, "/export/" + secret + ".csv");
        get(pages, "/halsa");

        var figures = get(watchers, "/actuator/prometheus").body();

        assertThat(figures)
                .contains("jvm_memory_used_bytes", "uri=\"/halsa\"")
                .doesNotContain(secret, "anna", "target/");
        assertThat(figures).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-").doesNotContainPattern("\\d{6,8}-\\d{4}");
        Set<String> labels = LABEL.matcher(figures)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(labels).isNotEmpty().isSubsetOf(LABELS);
        assertThat(LABEL.matcher(figures)
                        .results()
                        .filter(found -> found.group(1).equals("uri"))
                        .map(found -> found.group(2)))
                .allMatch(
                        uri -> uri.matches(
                                "UNKNOWN|NOT_FOUND|REDIRECTION|root|(/[a-z-]*(\\{[a-z]+})?(\\.[a-z]+)?)+|/\\*\\*|/webjars/\\*\\*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/loggers",
                "/actuator/mappings",
                "/actuator/beans",
                "/actuator/configprops",
                "/actuator/info",
                "/actuator/metrics",
                "/actuator/sbom",
                "/actuator/scheduledtasks",
                "/actuator/sessions",
                "/actuator/flyway",
                "/actuator/shutdown",
                "/actuator/modulith",
                "/actuator/health/../env",
                "/logga-in",
                "/halsa",
                "/arenden",
                "/error"
            })
    void nothingElseAnswers(String path) throws Exception {
        assertThat(get(watchers, path).statusCode()).isBetween(400, 404);
        assertThat(get(watchers, path).body()).doesNotContain("<form", "java");
    }

    @Test
    void nothingCanBeSentThere() throws Exception {
        var post = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + watchers + "/actuator/health"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(send(post).statusCode()).isBetween(400, 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/env"})
    void thePagesPortServesNoneOfIt(String path) throws Exception {
        assertThat(get(pages, path).statusCode()).isEqualTo(302);
    }

    @Test
    void itIsReachedFromThisMachineAlone() {
        assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html, */*")
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
