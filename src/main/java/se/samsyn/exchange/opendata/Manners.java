package se.samsyn.exchange.opendata;

import java.time.Duration;
import java.util.List;

/**
 * How a source is asked: one request at a time, with pauses, with an end to patience.
 *
 * @param gap least time between two requests to the same host
 * @param connect longest time to reach the host
 * @param answer longest time until a whole answer has come
 * @param waits pauses before each new try after 429, 500, 502, 503, 504 or a broken connection; their number is the number of tries
 * @param longestWait longest pause a {@code Retry-After} may ask for; longer ones are refused at once
 * @param bytes largest answer, in bytes; a larger one is refused
 * @param pages most pages of one question's part; more are refused as endless
 */
public record Manners(
        Duration gap,
        Duration connect,
        Duration answer,
        List<Duration> waits,
        Duration longestWait,
        int bytes,
        int pages) {

    /** 200 ms apart, 10 s to connect, 120 s to answer, tries again after 2, 4 and 8 s, at most 120 s of asked wait, 64 MB, 10 000 pages. */
    public static final Manners USUAL = new Manners(
            Duration.ofMillis(200),
            Duration.ofSeconds(10),
            Duration.ofSeconds(120),
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8)),
            Duration.ofSeconds(120),
            64 << 20,
            10_000);

    /** Copies the waits and checks the limits. */
    public Manners {
        waits = List.copyOf(waits);
        if (bytes < 1 || pages < 1) {
            throw new IllegalArgumentException("An answer has at least one byte and one page");
        }
    }
}
