package se.samsyn.proof.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the program's pages, over real HTTP: with cookies of their own, a token for forms, and redirects not followed. */
final class Caller {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final List<String> PAGES_WITH_TOKEN = List.of("/logga-in", "/losenord");
    private static final String FORM = "application/x-www-form-urlencoded";

    /** After so long an answer has not come: a hang. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String base;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String token = "";

    Caller(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Signs in by the page for that; what a second factor asks, if one is demanded, is answered here. */
    Caller signIn(String username, String password) throws IOException {
        var said = post("/logga-in", List.of(new Field("username", username), new Field("password", password)));
        if (said.location().isEmpty() || said.refused()) {
            throw new IOException("Nobody could sign in: " + said.status());
        }
        token = "";
        return this;
    }

    /** Forgets the token, which a new session has replaced. */
    void renew() {
        token = "";
    }

    Said get(String path) throws IOException {
        return send(request(path).GET());
    }

    Said get(String path, List<Field> fields) throws IOException {
        return fields.isEmpty() ? get(path) : get(path + (path.contains("?") ? "&" : "?") + form(fields));
    }

    /** Posts a form as its page would, with the token of this session. */
    Said post(String path, List<Field> fields) throws IOException {
        return post(path, FORM, ("_csrf=" + encoded(token()) + "&" + form(fields)).getBytes(StandardCharsets.UTF_8));
    }

    /** Posts a body as it is, with the token beside it. */
    Said post(String path, String type, byte[] body) throws IOException {
        return send(request(path)
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", token())
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Posts a form with a file, for each name of a file the same one. */
    Said post(String path, List<Field> fields, List<String> files, byte[] content) throws IOException {
        var edge = "samsyn" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        for (var field : fields) {
            part(body, edge, "name=\"" + field.name() + "\"", field.value().getBytes(StandardCharsets.UTF_8));
        }
        for (var name : files) {
            part(body, edge, "name=\"" + name + "\"; filename=\"a.csv\"\r\nContent-Type: text/csv", content);
        }
        body.write(("--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return post(path, "multipart/form-data; boundary=" + edge, body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String edge, String head, byte[] content) throws IOException {
        body.write(("--" + edge + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept", "text/html,*/*");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Said send(HttpRequest.Builder request) throws IOException {
        var from = System.nanoTime();
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return Said.of(answer, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The call was interrupted", stopped);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0];
        int at = pair.indexOf('=');
        if (at > 0) {
            cookies.put(pair.substring(0, at), pair.substring(at + 1));
        }
    }

    /** The token of this session, read once from a page that everybody may see. */
    private String token() throws IOException {
        for (var page : token.isEmpty() ? PAGES_WITH_TOKEN : List.<String>of()) {
            var found = TOKEN.matcher(get(page).text());
            if (found.find()) {
                token = found.group(1);
                return token;
            }
        }
        return token;
    }

    static String form(List<Field> fields) {
        return fields.stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
