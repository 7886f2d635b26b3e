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

    /** What comes about by chance once in 2 to the power of so many times is no chance. */
    private static final double BITS = 40;

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
                List<Integer> left = found(narrow, others, first, connection, running).stream()
                        .map(found -> found.nest().wide())
                        .toList();
                found(narrow, left, all, connection, running).stream()
                        .filter(found -> isWide(found.nest()) && found.bits() > BITS)
                        .map(Found::nest)
                        .forEach(nests::add);
            }
            return nests;
        });
    }

    /** A nest with the rows of each code of the narrow column. */
    private record Found(Nest nest, Map<Integer, Long> rows) {

        /** How unlikely it is by chance: every row after a code's first would have hit upon the same wide code. */
        double bits() {
            Map<Integer, Long> ofWide = new HashMap<>();
            nest.within().forEach((code, wide) -> ofWide.merge(wide, rows.getOrDefault(code, 0L), Long::sum));
            long all = ofWide.values().stream().mapToLong(Long::longValue).sum();
            long most =
                    ofWide.values().stream().mapToLong(Long::longValue).max().orElse(all);
            return (all - rows.size()) * -Math.log((double) most / all) / Math.log(2);
        }
    }

    /** Whether it takes some codes together and keeps some apart. */
    private static boolean isWide(Nest nest) {
        int groups = new HashSet<>(nest.within().values()).size();
        return groups > 1 && groups < nest.within().size();
    }

    private static List<Found> found(
            int narrow, List<Integer> wide, String source, Connection connection, DuckDbStore.Running running)
            throws SQLException {
        if (wide.isEmpty()) {
            return List.of();
        }
        Map<Integer, Map<Integer, Integer>> within = new LinkedHashMap<>();
        wide.forEach(column -> within.put(column, new HashMap<>()));
        Map<Integer, Long> counted = new HashMap<>();
        try (Statement statement = running.statement(connection);
                ResultSet rows = statement.executeQuery(sql(narrow, wide, source))) {
            while (rows.next()) {
                counted.put(rows.getInt(1), rows.getLong(2));
                for (int at = 0; at < wide.size(); at++) {
                    Map<Integer, Integer> codesOf = within.get(wide.get(at));
                    boolean isOne = rows.getInt(3 * at + 3) == rows.getInt(3 * at + 4)
                            && rows.getLong(3 * at + 5) == rows.getLong(2);
                    if (isOne && codesOf != null) {
                        codesOf.put(rows.getInt(1), rows.getInt(3 * at + 3));
                    } else {
                        within.remove(wide.get(at));
                    }
                }
            }
        }
        return within.entrySet().stream()
                .map(each -> new Found(new Nest(narrow, each.getKey(), each.getValue()), counted))
                .toList();
    }

    private static String sql(int narrow, List<Integer> wide, String source) {
        String bounds = wide.stream()
                .map(column -> ", min(c%1$d), max(c%1$d), count(c%1$d)".formatted(column))
                .collect(Collectors.joining());
        return "select c%1$d, count(*)%2$s from %3$s where c%1$d is not null group by c%1$d"
                .formatted(narrow, bounds, source);
    }
}
