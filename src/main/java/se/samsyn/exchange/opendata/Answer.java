package se.samsyn.exchange.opendata;

import java.time.Instant;

/** What came on a request, now or earlier. */
record Answer(Ask ask, byte[] bytes, Instant fetchedAt, Came came) {

    /** Where the bytes are from. */
    enum Came {
        FROM_HOST,
        FROM_CACHE
    }

    String place() {
        return Refusal.place(ask.address());
    }
}
