package se.samsyn.access;

/**
 * What was asked for does not exist, or is not for the one who asks. The two are one answer on purpose: a difference would tell
 * that something exists. Pages answer 404.
 */
public final class NotFoundOrDenied extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Without a message, since none may reach the reader. */
    public NotFoundOrDenied() {
        super("Not found, or not for this actor");
    }
}
