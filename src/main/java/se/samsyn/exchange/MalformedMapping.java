package se.samsyn.exchange;

/** A text that should be a mapping in JSON is not; the message says what is wrong. */
public final class MalformedMapping extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedMapping(String message) {
        super(message);
    }
}
