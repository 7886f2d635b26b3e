package se.samsyn.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Answers questions with DuckDB over the files of the data folder. */
@Component
@Lazy
@ConditionalOnProperty(name = "samsyn.engine.trino", matchIfMissing = true, havingValue = "false")
final class DuckDbEngineStore implements Engine {

    private final DuckDbStore database;
    private final RowsFolder folder;
    private final EngineSettings settings;

    DuckDbEngineStore(DuckDbStore database, RowsFolder folder, EngineSettings settings) {
        this.database = database;
        this.folder = folder;
        this.settings = settings;
    }

    @Override
    public Tally answer(Question question) {
        if (!folder.holds(question.rows())) {
            throw new RowsMissing();
        }
        Function<RowsName, String> table =
                name -> "read_parquet(" + DuckDbStore.text(folder.file(name).toString()) + ")";
        String sql = new QuestionSql(question, table).text();
        return database.run((connection, running) -> answer(question, sql, connection, running));
    }

    private Tally answer(Question question, String sql, Connection connection, DuckDbStore.Running running)
            throws SQLException {
        try (Statement statement = running.statement(connection)) {
            statement.setQueryTimeout(settings.seconds());
            try (ResultSet groups = statement.executeQuery(sql)) {
                return TallyStore.read(question, groups);
            }
        } catch (SQLTimeoutException _) {
            throw new Stopped();
        }
    }
}
