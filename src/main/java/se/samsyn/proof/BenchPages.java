package se.samsyn.proof;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Unit;

/** The program's own pages, visited over HTTP as somebody signed in. */
@Component
class BenchPages {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int FOUND = 200;

    private final Accounts accounts;
    private final Environment environment;

    BenchPages(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    /** Opens an account and signs in by the page for that. */
    Visitor signIn(Role role, PlaceCode place, Optional<Unit> unit) throws IOException {
        var username = "bench-" + UUID.randomUUID();
        var password = UUID.randomUUID().toString();
        accounts.open(username, password, "Mätare", role, place, unit.map(Unit::id));
        var visitor = new Visitor(
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build(),
                "http://localhost:" + environment.getRequiredProperty("local.server.port"));
        visitor.signIn(username, password);
        return visitor;
    }

    /** Somebody signed in. */
    record Visitor(HttpClient client, String base) {

        /** Reads a page to the end, milliseconds; the page must hold what is measured, or the measure would be of something else. */
        double visit(String address, String holds) throws IOException {
            var from = System.nanoTime();
            var answer = send(HttpRequest.newBuilder(URI.create(base + address)).build());
            if (answer.statusCode() != FOUND || !answer.body().contains(holds)) {
                throw new IllegalStateException(address + " was not shown: " + answer.statusCode());
            }
            return BenchCommand.millis(from);
        }

        private void signIn(String username, String password) throws IOException {
            var form =
                    send(HttpRequest.newBuilder(URI.create(base + "/logga-in")).build());
            var token = TOKEN.matcher(form.body());
            if (!token.find()) {
                throw new IllegalStateException("The page for signing in has no token");
            }
            var fields = "_csrf=" + encoded(token.group(1)) + "&username=" + encoded(username) + "&password="
                    + encoded(password);
            send(HttpRequest.newBuilder(URI.create(base + "/logga-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(fields))
                    .build());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private HttpResponse<String> send(HttpRequest request) throws IOException {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("The visit was interrupted", stopped);
            }
        }
    }
}
