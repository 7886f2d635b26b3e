package se.samsyn.database;

import java.time.Instant;
import java.util.Optional;

/**
 * How the unasked backing up goes, for those who watch over the program.
 *
 * @param named whether there is a backup folder at all
 * @param newest when the newest whole copy was made
 * @param moved when a piece of the database's log last reached the folder
 * @param waiting pieces of the log that have not reached the folder yet
 * @param fault what is wrong and what to do, in Swedish; empty when all is well
 */
public record BackupState(
        boolean named, Optional<Instant> newest, Optional<Instant> moved, int waiting, Optional<String> fault) {

    static final BackupState NONE = new BackupState(false, Optional.empty(), Optional.empty(), 0, Optional.empty());
}
