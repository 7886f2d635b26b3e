package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samsyn.access.Role;

class SafeHeadersIT extends OverHttp {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapped;

    @Test
    void standOnEveryAddressWhoeverAsks() {
        List<Browser> readers = new ArrayList<>(List.of(stranger()));
        for (var role : Role.values()) {
            readers.add(signedIn(role));
        }
        var paths = mapped.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPathPatternsCondition().getPatternValues().stream())
                .map(path -> path.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000"))
                .collect(Collectors.toSet());
        assertThat(paths).hasSizeGreaterThan(40);
        for (var path : paths) {
            readers.forEach(reader -> {
                var answer = reader.get(path);
                areStrict(answer);
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .as(path)
                        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/finns-inte", "/a;b=c", "//logg", "/logga-in?fel", "/error"})
    void standOnErrorsAndRedirects(String path) {
        areStrict(stranger().get(path));
        areStrict(stranger().post(path, BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/web/samsyn.css", "/web/samsyn.js", "/webjars/htmx.org/2.0.10/dist/htmx.min.js"})
    void standOnStaticFilesWhichMayBeKeptButAreAskedFor(String path) {
        var file = stranger().get(path);

        areStrict(file);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-cache");
        var changed = file.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(stranger().get(path, "If-Modified-Since", changed).statusCode())
                .isEqualTo(304);
    }

    @Test
    void cookiesAreForTheServerAloneAndUnderTlsSentOnlyThere() {
        assertThat(cookie(stranger().get("/logga-in")))
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        var secure = stranger().get("/logga-in", "X-Forwarded-Proto", "https");
        assertThat(cookie(secure)).contains("HttpOnly", "SameSite=Lax", "Secure");
        assertThat(secure.headers().firstValue("Strict-Transport-Security")).isPresent();
        var chosen = stranger().post("/val", "name", "lang", "value", "en", "back", "/");
        assertThat(cookie(chosen)).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void sessionsNeverStandInAddresses() {
        assertThat(stranger().get("/logga-in").body()).doesNotContainIgnoringCase("jsessionid=");
    }

    private static String cookie(HttpResponse<String> answer) {
        return String.join("\n", answer.headers().allValues("Set-Cookie"));
    }

    private static void areStrict(HttpResponse<String> answer) {
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .as(answer.uri() + " " + answer.statusCode())
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                        .doesNotContain("unsafe", "*"));
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.map()).doesNotContainKeys("Server", "server", "X-Powered-By");
    }
}
