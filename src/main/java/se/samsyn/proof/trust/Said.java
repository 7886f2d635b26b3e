package se.samsyn.proof.trust;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What was answered, with all that is not the body as text. Never compared with another.
 *
 * @param location where one is sent on to; empty where nowhere
 * @param heads the headers, a line each
 */
@SuppressWarnings("ArrayRecordComponent")
record Said(int status, String location, String heads, byte[] body, long millis) {

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);
    private static final int FAULT = 500;

    static Said of(HttpResponse<byte[]> answer, long millis) {
        var heads = new StringBuilder();
        answer.headers()
                .map()
                .forEach((name, values) ->
                        heads.append(name).append(": ").append(values).append('\n'));
        return new Said(
                answer.statusCode(),
                answer.headers().firstValue("Location").orElse(""),
                heads.toString(),
                answer.body(),
                millis);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether one was turned away, to the page for signing in or with a word. */
    boolean refused() {
        return REFUSALS.contains(status) || location.contains("/logga-in");
    }

    /** Whether the program failed. */
    boolean broken() {
        return status >= FAULT;
    }
}
