package se.samsyn.database;

/** A backup cannot be restored here, and nothing has been changed. Says why and what to do, in Swedish. */
final class RestoreRefused extends RuntimeException {

    RestoreRefused(String reason) {
        super(reason);
    }

    RestoreRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
