package se.samsyn.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Answers questions with a Trino cluster that sees the files of the data folder. DuckDB still writes them, and sees once, when Trino is
 * told of new rows, that Trino has the same: as many, with the same sum of record keys.
 */
@Component
@ConditionalOnProperty(name = "samsyn.engine.trino", havingValue = "true")
final class TrinoEngineStore implements Engine {
    /*
     * Rows lie on a disk that the cluster's machines share. One that is mounted wrongly, or copied by halves, would give counts that
     * look right and are not; hence the comparison. Rows never change once they are kept, so once is enough.
     */
    private final TrinoStore cluster;
    private final TrinoTableStore tables;
    private final DuckDbEngineStore loader;
    private final RowsFolder folder;
    private final TrinoSettings trino;
    private final EngineSettings settings;
    private final Set<RowsName> known = ConcurrentHashMap.newKeySet();

    TrinoEngineStore(
            TrinoStore cluster,
            TrinoTableStore tables,
            DuckDbStore loader,
            RowsFolder folder,
            TrinoSettings trino,
            EngineSettings settings) {
        this.cluster = cluster;
        this.tables = tables;
        this.loader = new DuckDbEngineStore(loader, folder, settings);
        this.folder = folder;
        this.trino = trino;
        this.settings = settings;
    }

    @Override
    public Tally answer(Question question) {
        held(question.rows());
        Tally tally = cluster.run((connection, running) -> {
            introduce(question.rows(), connection, running);
            return ask(question, connection, running);
        });
        held(question.rows());
        return tally;
    }

    /** Trino answers nothing at all of a folder that was emptied while it counted. */
    private void held(RowsName rows) {
        if (!folder.holds(rows)) {
            throw new RowsMissing();
        }
    }

    private synchronized void introduce(RowsName rows, Connection connection, DuckDbStore.Running running)
            throws SQLException {
        if (known.contains(rows)) {
            return;
        }
        tables.register(rows, connection, running);
        Question whole = Question.counting(rows, List.of(), List.of());
        Tally there = ask(whole, connection, running);
        Tally here = loader.answer(whole);
        boolean same = here.size() == 0
                ? there.size() == 0
                : there.size() == 1 && there.rows(0) == here.rows(0) && there.keys(0) == here.keys(0);
        if (!same) {
            throw new EngineFault("Trino sees other rows:");
        }
        known.add(rows);
    }

    private Tally ask(Question question, Connection connection, DuckDbStore.Running running) throws SQLException {
        try (Statement statement = running.statement(connection)) {
            statement.setQueryTimeout(settings.seconds());
            try (ResultSet groups = statement.executeQuery(new QuestionSql(question, trino::table).text())) {
                return TallyStore.read(question, groups);
            }
        }
    }
}
