package se.samsyn.exchange.opendata;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One answer of a table, with the selection it is for.
 *
 * @param number from 1
 * @param of number of parts the question was split into
 * @param selection codes by variable, in the table's order; the parts' selections are disjoint and together make up the question's
 * @param answer the answer's bytes as they came, JSON-stat 2 or PX
 */
public record PxWebPart(
        int number, int of, Map<String, List<String>> selection, AnswerBytes answer, Instant fetchedAt) {

    /** Keeps the order. */
    public PxWebPart {
        selection = Collections.unmodifiableMap(new LinkedHashMap<>(selection));
    }
}
