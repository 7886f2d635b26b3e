package se.samsyn.exchange.opendata;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts requests to one host with manners, and answers with the whole body of a good answer or refuses. */
final class Wire {

    private static final Set<Integer> AGAIN = Set.of(429, 500, 502, 503, 504);
    private static final int MOST_REDIRECTS = 3;
    private static final Pattern POLICY = Pattern.compile("(\\d{1,6})\\s*;\\s*w=(\\d{1,6})s?");
    private static final String JSON_TYPES = "application/json, application/problem+json;q=0.9";

    private final URI base;
    private final Manners manners;
    private final Timing timing;
    private final Gate gate;
    private final Optional<AnswerCache> cache;
    private final HttpClient client;

    Wire(URI base, Manners manners, Timing timing, Gate gate, Optional<AnswerCache> cache) {
        this.base = base;
        this.manners = manners;
        this.timing = timing;
        this.gate = gate;
        this.cache = cache;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(manners.connect())
                .build();
    }

    Gate gate() {
        return gate;
    }

    Manners manners() {
        return manners;
    }

    /** The answer from the cache, or from the host. A good answer is kept only when its reader says so. */
    Answer fetch(Ask ask) {
        Optional<Answer> kept = cache.flatMap(files -> files.find(ask));
        return kept.isPresent() ? kept.get() : gate.through(() -> fromHost(ask));
    }

    /** The answer could be read: it may be used again. */
    void keep(Answer answer) {
        cache.ifPresent(files -> files.keep(answer));
    }

    /** The answer turned out to be wrong: it is not used again. */
    void drop(Ask ask) {
        cache.ifPresent(files -> files.drop(ask));
    }

    private Answer fromHost(Ask ask) {
        URI address = ask.address();
        int redirects = 0;
        for (int tries = 0; ; ) {
            gate.step(manners.gap());
            HttpResponse<byte[]> response =
                    send(request(address, ask), tries < manners.waits().size());
            if (response == null) {
                timing.pause(manners.waits().get(tries++));
                continue;
            }
            learn(response);
            int status = response.statusCode();
            if (status == 200) {
                checkType(response, ask);
                return new Answer(ask, new AnswerBytes(response.body()), timing.now(), Answer.Came.FROM_HOST);
            }
            if (status / 100 == 3 && redirects++ < MOST_REDIRECTS) {
                address = redirected(address, ask, response);
            } else if (AGAIN.contains(status) && tries < manners.waits().size()) {
                timing.pause(wait(response, tries++));
            } else {
                throw refused(response, ask);
            }
        }
    }

    private HttpRequest request(URI address, Ask ask) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                .header("User-Agent", "Samsyn")
                .header("Accept", ask.expected() == Ask.Expected.JSON ? JSON_TYPES : "*/*");
        ask.body()
                .ifPresent(body ->
                        builder.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
        return builder.build();
    }

    /** The response, or null if the connection broke and there is patience left. */
    private @Nullable HttpResponse<byte[]> send(HttpRequest request, boolean patience) {
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request, head -> new BoundedBody(manners.bytes()));
        try {
            return coming.get(manners.answer().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw Refusal.at(
                    OpenDataFault.SLOW,
                    request.uri(),
                    "Tjänsten hade inte svarat färdigt efter " + seconds(manners.answer()) + ".");
        } catch (InterruptedException interrupted) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw Refusal.at(OpenDataFault.STOPPED, request.uri(), "Hämtningen avbröts.");
        } catch (ExecutionException failed) {
            Optional<Refusal> refusal = refusal(request.uri(), failed);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            if (!patience) {
                throw Refusal.at(
                        OpenDataFault.CUT_OFF, request.uri(), "Förbindelsen bröts innan hela svaret hade kommit.");
            }
            return null;
        }
    }

    /** What new tries do not help against; a broken connection may mend itself and gives nothing. */
    private Optional<Refusal> refusal(URI address, ExecutionException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedBody.TooLarge) {
                return Optional.of(Refusal.at(
                        OpenDataFault.TOO_LARGE,
                        address,
                        "Svaret är större än gränsen, som är " + size(manners.bytes()) + "."));
            }
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return Optional.of(Refusal.at(OpenDataFault.NOT_REACHED, address, "Tjänsten går inte att nå."));
            }
        }
        if (failed.getCause() instanceof IOException) {
            return Optional.empty();
        }
        throw new IllegalStateException("A request failed without touching the network", failed);
    }

    /** Some hosts tell their limit in a header: {@code 40;w=60s} is 40 calls in 60 seconds. */
    private void learn(HttpResponse<byte[]> response) {
        response.headers().firstValue("x-ratelimit-policy").ifPresent(policy -> {
            Matcher told = POLICY.matcher(policy);
            if (told.find()) {
                gate.limit(Integer.parseInt(told.group(1)), Duration.ofSeconds(Long.parseLong(told.group(2))));
            }
        });
    }

    private Duration wait(HttpResponse<byte[]> response, int tries) {
        Duration usual = manners.waits().get(tries);
        Duration asked = response.headers()
                .firstValue("retry-after")
                .flatMap(this::asked)
                .orElse(usual);
        if (asked.compareTo(manners.longestWait()) > 0) {
            throw Refusal.at(
                    OpenDataFault.TOO_MANY_CALLS,
                    response.uri(),
                    "Tjänsten ber om " + seconds(asked) + " väntan innan nästa fråga.");
        }
        return asked.isNegative() ? Duration.ZERO : asked;
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3); anything else is passed over. */
    private Optional<Duration> asked(String text) {
        String stripped = text.strip();
        if (stripped.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(stripped)));
        }
        try {
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(stripped, Instant::from);
            return Optional.of(Duration.between(timing.now(), until));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private URI redirected(URI from, Ask ask, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String location = response.headers().firstValue("location").orElse("");
        boolean asksAnew = ask.body().isEmpty() || status == 307 || status == 308;
        try {
            URI to = from.resolve(location);
            if (!location.isBlank() && asksAnew && Addresses.sameHost(base, to)) {
                return Addresses.onBase(base, to);
            }
        } catch (IllegalArgumentException noAddress) {
            // told below
        }
        throw Refusal.at(OpenDataFault.ELSEWHERE, from, "Tjänsten hänvisar till en annan adress.");
    }

    private void checkType(HttpResponse<byte[]> response, Ask ask) {
        String type = response.headers()
                .firstValue("content-type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split(";")[0]
                .strip();
        boolean json = type.isEmpty() || type.endsWith("/json") || type.endsWith("+json");
        boolean page = type.contains("html") || startsWith(response.body(), '<');
        if (page) {
            throw Refusal.at(OpenDataFault.NOT_JSON, ask.address(), "Svaret är en webbsida och inte uppgifter.");
        }
        if (ask.expected() == Ask.Expected.JSON && !json) {
            throw Refusal.at(
                    OpenDataFault.NOT_JSON,
                    ask.address(),
                    "Svaret är av typen " + (type.length() > 60 ? "okänd" : type) + " och inte JSON.");
        }
    }

    private static boolean startsWith(byte[] body, char sign) {
        int at = 0;
        while (at < body.length && Character.isWhitespace(body[at])) {
            at++;
        }
        return at < body.length && body[at] == sign;
    }

    private static Refusal refused(HttpResponse<byte[]> response, Ask ask) {
        int status = response.statusCode();
        String words = ErrorBody.words(response.body());
        String said = words.isEmpty() ? "" : " Tjänsten säger: ”" + words + "”.";
        OpenDataFault fault = switch (status) {
            case 404, 410 -> OpenDataFault.NOT_FOUND;
            case 429 -> OpenDataFault.TOO_MANY_CALLS;
            default ->
                status >= 500
                        ? OpenDataFault.SERVER_FAULT
                        : status / 100 == 3 ? OpenDataFault.LOOP : OpenDataFault.REJECTED;
        };
        String what = switch (fault) {
            case NOT_FOUND -> "Det som efterfrågas finns inte (" + status + ").";
            case TOO_MANY_CALLS -> "Tjänsten tar inte emot fler frågor just nu (429), inte heller efter väntan.";
            case SERVER_FAULT -> "Tjänsten svarar med fel (" + status + "), också efter nya försök.";
            case LOOP -> "Tjänsten hänvisar runt utan slut.";
            default -> "Tjänsten tar inte emot frågan (" + status + ").";
        };
        return Refusal.at(fault, ask.address(), what + said);
    }

    private static String seconds(Duration time) {
        return time.compareTo(Duration.ofSeconds(1)) < 0 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }

    private static String size(int bytes) {
        return bytes < 1 << 20 ? bytes + " byte" : (bytes >> 20) + " MB";
    }
}
