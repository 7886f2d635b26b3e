package se.samsyn.operation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the database answers. */
@Component
class ReachedStore {

    private final JdbcClient database;

    ReachedStore(JdbcClient database) {
        this.database = database;
    }

    /** Asks for nothing; fails where the database is not there. */
    void ask() {
        database.sql("select 1").query(Integer.class).single();
    }
}
