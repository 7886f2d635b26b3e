package se.samsyn.engine;

import java.sql.ResultSet;
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

    BareStore(DuckDbStore database, RowsFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    int groups(RowsName rows, List<Integer> columns) {
        String list = columns.stream().map(column -> "c" + column).collect(Collectors.joining(", "));
        String file = DuckDbStore.text(folder.file(rows).toString());
        String sql = "select " + list + ", count(*) from read_parquet(" + file + ") group by " + list;
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
