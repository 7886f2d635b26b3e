package se.samsyn.database;

import java.time.Instant;
import java.util.Optional;

/**
 * What a module does once a backup has been put back, before anybody can sign in: such as erasing anew what has been erased since the
 * backup was made. Each is a bean of the module whose work it is.
 */
public interface AfterRestore {

    /**
     * The database is now as it was at that moment.
     *
     * @return what was done, a sentence for the operator in Swedish; empty where nothing had to be done
     */
    Optional<String> restored(Instant asOf);
}
