package se.samsyn.exchange.opendata;

import java.time.Instant;

/** What came on a request, now or earlier. */
record Answer(Ask ask, AnswerBytes content, Instant fetchedAt, Came came) {

    /** Where the bytes are from. */
    enum Came {
        FROM_HOST,
        FROM_CACHE
    }

    byte[] bytes() {
        return content.bytes();
    }

    String place() {
        return Refusal.place(ask.address());
    }
}
