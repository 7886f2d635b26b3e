package se.samsyn.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Counts by columns, without keys. */
@Component
@Lazy
final class BareStore {

    private final DuckDbStore database;
    private final RowsFolder folder;
    private final EngineSettings settings;

    BareStore(DuckDbStore database, RowsFolder folder, EngineSettings settings) {
        this.database = database;
        this.folder = folder;
        this.settings = settings;
    }

    int groups(RowsName rows, List<Integer> columns) {
        return database.run((connection, running) -> {
            try (Statement statement = running.statement(connection)) {
                return groups(sql(rows, columns), statement);
            }
        });
    }

    PlainStore plain() {
        return new PlainStore(this, settings);
    }

    String sql(RowsName rows, List<Integer> columns) {
        String list = columns.stream().map(column -> "c" + column).collect(Collectors.joining(", "));
        String file = DuckDbStore.text(folder.file(rows).toString());
        return "select " + list + ", count(*) from read_parquet(" + file + ") group by " + list;
    }

    static int groups(String sql, Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            int groups = 0;
            while (found.next()) {
                groups++;
            }
            return groups;
        }
    }
}
