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
            FirstRows look = look(columns, all, connection, running);
            List<Nest> nests = new ArrayList<>();
            for (int narrow : columns) {
                List<Integer> others = columns.stream()
                        .filter(column -> column != narrow && look.lies(narrow, column))
                        .toList();
                List<Found> found = look.areAll()
                        ? others.stream().map(wide -> look.found(narrow, wide)).toList()
                        : found(
                                narrow,
                                wides(found(narrow, others, first, connection, running)),
                                all,
                                connection,
                                running);
                found.stream().filter(Found::isTold).map(Found::nest).forEach(nests::add);
            }
            return nests;
        });
    }

    private static List<Integer> wides(List<Found> found) {
        return found.stream().map(each -> each.nest().wide()).toList();
    }

    private static FirstRows look(
            List<Integer> columns, String source, Connection connection, DuckDbStore.Running running)
            throws SQLException {
        List<int[]> codes = new ArrayList<>();
        String list = columns.stream().map(column -> "c" + column).collect(Collectors.joining(", "));
        String sql = "select " + (list.isEmpty() ? "1" : list) + " from " + source + " limit " + FirstRows.MOST;
        try (Statement statement = running.statement(connection);
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                int[] row = new int[columns.size()];
                for (int at = 0; at < row.length; at++) {
                    int code = rows.getInt(at + 1);
                    row[at] = rows.wasNull() ? FirstRows.NONE : code;
                }
                codes.add(row);
            }
        }
        return new FirstRows(columns, codes);
    }

    /** A nest with the rows of each code of the narrow column. */
    record Found(Nest nest, Map<Integer, Long> rows) {

        /** Whether the wide column takes some codes together and keeps some apart, and not by chance. */
        boolean isTold() {
            int groups = new HashSet<>(nest.within().values()).size();
            return groups > 1 && groups < nest.within().size() && bits() > BITS;
        }

        /** How unlikely it is by chance: every row after a code's first would have hit upon the same wide code. */
        private double bits() {
            Map<Integer, Long> ofWide = new HashMap<>();
            nest.within().forEach((code, wide) -> ofWide.merge(wide, rows.getOrDefault(code, 0L), Long::sum));
            long all = ofWide.values().stream().mapToLong(Long::longValue).sum();
            long most =
                    ofWide.values().stream().mapToLong(Long::longValue).max().orElse(all);
            return (all - rows.size()) * -Math.log((double) most / all) / Math.log(2);
        }
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
