package se.samsyn.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds columns that lie in each other: units in municipalities. */
@Component
@Lazy
final class NestStore {

    /** What does not hold for so many of the rows need not be looked for among all. */
    private static final int FIRST = 100_000;

    /** With fewer rows for each code it may be by chance. */
    private static final int ROWS_FOR_EACH = 20;

    private final DuckDbStore database;
    private final RowsFolder folder;

    NestStore(DuckDbStore database, RowsFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    List<Nest> nests(RowsName rows, List<Integer> columns) {
        String all = "read_parquet(" + DuckDbStore.text(folder.file(rows).toString()) + ")";
        String first = "(from " + all + " limit " + FIRST + ")";
        return database.run((connection, running) -> {
            List<Nest> nests = new ArrayList<>();
            for (int narrow : columns) {
                List<Integer> others =
                        columns.stream().filter(column -> column != narrow).toList();
                List<Integer> left = nests(narrow, others, first, connection, running).stream()
                        .map(Nest::wide)
                        .toList();
                nests.addAll(nests(narrow, left, all, connection, running).stream()
                        .filter(NestStore::isWide)
                        .toList());
            }
            return nests;
        });
    }

    /** Whether it takes some codes together and keeps some apart. */
    private static boolean isWide(Nest nest) {
        int groups = new HashSet<>(nest.within().values()).size();
        return groups > 1 && groups < nest.within().size();
    }

    private static List<Nest> nests(
            int narrow, List<Integer> wide, String source, Connection connection, DuckDbStore.Running running)
            throws SQLException {
        Map<Integer, Map<Integer, Integer>> within = new LinkedHashMap<>();
        wide.forEach(column -> within.put(column, new HashMap<>()));
        long counted = 0;
        int codes = 0;
        try (Statement statement = running.statement(connection);
                ResultSet found = statement.executeQuery(sql(narrow, wide, source))) {
            while (found.next()) {
                codes++;
                counted += found.getLong(2);
                for (int at = 0; at < wide.size(); at++) {
                    Map<Integer, Integer> codesOf = within.get(wide.get(at));
                    boolean isOne = found.getInt(3 * at + 3) == found.getInt(3 * at + 4)
                            && found.getLong(3 * at + 5) == found.getLong(2);
                    if (isOne && codesOf != null) {
                        codesOf.put(found.getInt(1), found.getInt(3 * at + 3));
                    } else {
                        within.remove(wide.get(at));
                    }
                }
            }
        }
        boolean enough = counted >= (long) ROWS_FOR_EACH * codes;
        return enough
                ? within.entrySet().stream()
                        .map(each -> new Nest(narrow, each.getKey(), each.getValue()))
                        .toList()
                : List.of();
    }

    private static String sql(int narrow, List<Integer> wide, String source) {
        String bounds = wide.stream()
                .map(column -> ", min(c%1$d), max(c%1$d), count(c%1$d)".formatted(column))
                .collect(Collectors.joining());
        return "select c%1$d, count(*)%2$s from %3$s where c%1$d is not null group by c%1$d"
                .formatted(narrow, bounds, source);
    }
}
