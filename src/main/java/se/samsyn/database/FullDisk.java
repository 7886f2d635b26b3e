package se.samsyn.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a fault is that a disk is full: the database's or one that the program writes to. */
final class FullDisk {

    /** Java gives the system's own words, and in the system's own language. */
    private static final List<String> WORDS = List.of(
            "No space left on device",
            "Disk quota exceeded",
            "Enheten är full",
            "Diskkvoten är överskriden",
            "not enough space on the disk");

    private FullDisk() {}

    static boolean isCause(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "53100".equals(sql.getSQLState())) {
                return true;
            }
            String message = cause.getMessage();
            if (cause instanceof IOException
                    && message != null
                    && WORDS.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }
}
