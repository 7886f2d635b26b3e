package se.samsyn.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What may be the matter below the program, none of it the reader's fault and all of it passing. */
public enum Trouble {
    /** The database cannot be reached, or was lost on the way. */
    LOST,
    /** The database answers, but not in the time a page may take: too much at once, or something in the way. */
    SLOW,
    /** A disk is full: the database's, or one that the program writes to. */
    FULL;

    /** The attribute of a request that tells the page of faults what is the matter. */
    public static final String ATTRIBUTE = "samsyn.trouble";

    /** What the attribute says: {@code lost}, {@code slow} or {@code full}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The trouble that a fault tells of; none where the fault is of another kind. */
    public static Optional<Trouble> of(@Nullable Throwable fault) {
        if (FullDisk.isCause(fault)) {
            return Optional.of(FULL);
        }
        Optional<Trouble> found = Optional.empty();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            Optional<Trouble> told = one(cause);
            found = told.isPresent() ? told : found;
        }
        return found;
    }

    /** The innermost cause knows best. */
    private static Optional<Trouble> one(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException pool when pool.getCause() == null -> Optional.of(SLOW);
            case SQLException sql when sql.getSQLState() != null -> ofState(sql.getSQLState());
            case QueryTimeoutException _ -> Optional.of(SLOW);
            case DataAccessResourceFailureException _ -> Optional.of(LOST);
            case RecoverableDataAccessException _ -> Optional.of(LOST);
            case CannotCreateTransactionException _ -> Optional.of(LOST);
            case TransactionSystemException _ -> Optional.of(LOST);
            default -> Optional.empty();
        };
    }

    /** By PostgreSQL's codes: cancelled by a time limit, a lock that could not be had in time, too many connections; lost connections and shutdowns. */
    private static Optional<Trouble> ofState(String state) {
        return switch (state) {
            case "57014", "55P03", "25P03", "25P04", "53300" -> Optional.of(SLOW);
            default ->
                state.startsWith("08") || state.startsWith("57P") || state.startsWith("58") || state.startsWith("53")
                        ? Optional.of(LOST)
                        : Optional.empty();
        };
    }
}
