package se.samsyn.database;

/**
 * A backup cannot be restored here. Says why and what to do, in Swedish. What is wrong with the file itself, or in the way, is told
 * before anything has been changed; what shows itself only as the rows are read leaves an empty database, and what {@code --force}
 * erased is gone.
 */
final class RestoreRefused extends RuntimeException {

    RestoreRefused(String reason) {
        super(reason);
    }

    RestoreRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
