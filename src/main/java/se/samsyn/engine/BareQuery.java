package se.samsyn.engine;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the engine would do if nothing were to be protected: plain counts by some columns. For the bench, to compare with; tells nothing. */
@Component
@Lazy
public final class BareQuery {

    private final DuckDbStore database;
    private final RowsFolder folder;

    BareQuery(DuckDbStore database, RowsFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    /** How many groups the columns give. */
    public int groups(RowsName rows, List<Integer> columns) {
        Path file = folder.file(rows);
        String list = columns.stream().map(column -> "c" + column).collect(Collectors.joining(", "));
        String sql = "select " + list + ", count(*) from read_parquet(" + DuckDbStore.text(file.toString())
                + ") group by " + list;
        return database.run((connection, running) -> {
            try (Statement statement = running.statement(connection);
                    ResultSet found = statement.executeQuery(sql)) {
                int groups = 0;
                while (found.next()) {
                    groups++;
                }
                return groups;
            }
        });
    }
}
