package se.samsyn.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Tells on disk that a restore has begun to change the database and that its after-work is not done: cases that were erased may be back,
 * and nobody is to start the program on them, even if the machine stopped in the middle.
 */
final class UnfinishedRestore {

    private final Path mark;
    private volatile boolean restoring;

    UnfinishedRestore(DataFolder data) {
        this.mark = data.database().resolve("restore-unfinished");
    }

    /** Lets this process use the database while it restores. */
    void restoring() {
        restoring = true;
    }

    /** Marks that the database is about to be changed. */
    void begin() throws IOException {
        Files.createDirectories(mark.getParent());
        Files.writeString(mark, "", StandardOpenOption.CREATE, StandardOpenOption.SYNC);
    }

    /** Marks that the after-work is done. */
    void end() throws IOException {
        Files.deleteIfExists(mark);
    }

    /** Demands that the database is whole, or being restored by this process. */
    void requireNone() {
        if (!restoring && Files.exists(mark)) {
            throw new DatabaseUnavailable(
                    "En återställning av databasen avbröts innan den var klar; det som har gallrats kan vara tillbaka",
                    "Återställ igen, med --force om datamappen inte är tom. Filen " + mark
                            + " visar att det återstår och försvinner när det är gjort.");
        }
    }
}
