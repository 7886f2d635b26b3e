package se.samsyn.exchange.opendata;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A service on this machine that answers as a test tells it, and remembers what it was asked. */
final class TestHost implements AutoCloseable {

    /** What was asked. */
    record Asked(String method, URI address, String body) {

        String path() {
            return address.getPath();
        }

        String query() {
            return String.valueOf(address.getQuery());
        }
    }

    /** What is answered; a stated length longer than the text cuts the answer off. */
    record Reply(int status, Map<String, String> headers, String text, long length) {

        static Reply json(String text) {
            return of(200, "application/json", text);
        }

        static Reply of(int status, String type, String text) {
            return new Reply(status, Map.of("Content-Type", type), text, -1);
        }

        Reply with(String header, String value) {
            var more = new TreeMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, text, length);
        }

        Reply cut() {
            return new Reply(status, headers, text, text.length() + 1000L);
        }
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Function<Asked, Reply> answers;

    TestHost(Function<Asked, Reply> answers) throws IOException {
        this.answers = answers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    void answers(Function<Asked, Reply> now) {
        answers = now;
    }

    URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var question = new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), body);
            asked.add(question);
            Reply reply = answers.apply(question);
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] bytes = reply.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    reply.status(), reply.length() > 0 ? reply.length() : bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
                exchange.getResponseBody().flush();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
