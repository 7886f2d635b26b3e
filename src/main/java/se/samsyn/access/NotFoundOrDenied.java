package se.samsyn.access;

/**
 * What was asked for does not exist, or is not for the one who asks. The two are one answer on purpose: a difference would tell
 * that something exists. Pages answer 404.
 */
public final class NotFoundOrDenied extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean logged;

    /** Without a message, since none may reach the reader. */
    public NotFoundOrDenied() {
        this(false);
    }

    private NotFoundOrDenied(boolean logged) {
        super("Not found, or not for this actor");
        this.logged = logged;
    }

    /** One that is in the access log already. */
    static NotFoundOrDenied inLog() {
        return new NotFoundOrDenied(true);
    }

    boolean isLogged() {
        return logged;
    }
}
