package se.samsyn.exchange.opendata;

import java.net.URI;
import java.util.Optional;

/**
 * One request.
 *
 * @param body JSON to post, or empty to get
 */
record Ask(URI address, Optional<String> body, Expected expected) {

    /** What kind of text the answer is to be. */
    enum Expected {
        JSON,
        /** PX text, for which servers name many types. */
        PX
    }

    static Ask get(URI address) {
        return new Ask(address, Optional.empty(), Expected.JSON);
    }

    /** What the answer is kept under: the address, and the body if there is one. */
    String key() {
        return body.map(text -> address + "\n" + text).orElse(address.toString());
    }
}
