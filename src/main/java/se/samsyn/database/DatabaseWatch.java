package se.samsyn.database;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Starts the program's own database server again when its process has ended without having been stopped, so that work goes on without a restart. */
@Component
class DatabaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private final DatabaseHome home;
    private boolean failing;

    DatabaseWatch(DatabaseHome home) {
        this.home = home;
    }

    void look() {
        home.server().ifPresent(server -> {
            try {
                if (server.revive()) {
                    LOG.warn("Databasservern hade slutat och är igång igen");
                    failing = false;
                }
            } catch (IOException failure) {
                if (!failing) {
                    LOG.error(
                            "Databasservern har slutat och går inte att starta; nya försök görs. Se loggen i {}",
                            server.folder().log());
                }
                failing = true;
            }
        });
    }
}
