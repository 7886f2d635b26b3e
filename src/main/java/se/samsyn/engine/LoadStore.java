package se.samsyn.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Loads files with DuckDB: streams them through once, counts what is wrong, and looks for the rows only where something is. */
@Component
@Lazy
final class LoadStore {

    /** From here on a number may be a day and four digits more, its leading zero lost. */
    private static final double LONG_NUMBER = 1_01_01_0000d;

    private final DuckDbStore database;
    private final KeySecret secret;

    LoadStore(DuckDbStore database, KeySecret secret) {
        this.database = database;
        this.secret = secret;
    }

    Load.Look look(Path file) {
        TextLook text = TextLook.of(file);
        return text.parquet()
                ? new Load.Look(Load.Format.PARQUET, parquetHeader(file), "", "")
                : new Load.Look(Load.Format.CSV, text.header(), text.delimiter(), text.encoding());
    }

    private List<String> parquetHeader(Path file) {
        String sql = "describe select * from read_parquet(" + DuckDbStore.text(file.toString()) + ")";
        return database.run((connection, running) -> {
            List<String> names = new ArrayList<>();
            try (Statement statement = running.statement(connection);
                    ResultSet columns = statement.executeQuery(sql)) {
                while (columns.next()) {
                    names.add(columns.getString(1));
                }
            } catch (SQLException _) {
                return List.<String>of();
            }
            return names;
        });
    }

    List<Load.Profile> profile(Path file, Load.Look look, Map<Integer, Set<String>> missing) {
        String source = LoadSql.source(file, look, false);
        int width = look.header().size();
        String counted = IntStream.range(0, width)
                .mapToObj(i ->
                        "count(f%1$d), approx_count_distinct(f%1$d), count(%2$s), count(*) filter (f%1$d like '%%,%%'), min(%2$s)%3$s, max(%2$s)%3$s"
                                .formatted(
                                        i,
                                        LoadSql.number("f" + i, true),
                                        LoadSql.besides(i, missing.getOrDefault(i, Set.of()))))
                .collect(Collectors.joining(", "));
        return database.run((connection, running) -> {
            List<Load.Profile> found = new ArrayList<>();
            try (Statement statement = running.statement(connection);
                    ResultSet counts = statement.executeQuery("select " + counted + " from " + source)) {
                counts.next();
                for (int i = 0; i < width; i++) {
                    found.add(profile(counts, i));
                }
            }
            return withValues(found, source, connection, running);
        });
    }

    private static Load.Profile profile(ResultSet counts, int source) throws SQLException {
        int at = 6 * source;
        long filled = counts.getLong(at + 1);
        long numbers = counts.getLong(at + 3);
        double lowest = counts.getDouble(at + 5);
        lowest = counts.wasNull() ? Double.NaN : lowest;
        double highest = counts.getDouble(at + 6);
        highest = counts.wasNull() ? Double.NaN : highest;
        boolean all = filled > 0 && numbers == filled;
        return new Load.Profile(
                source, filled, counts.getLong(at + 2), all, counts.getLong(at + 4) > 0, lowest, highest, 0, List.of());
    }

    private static List<Load.Profile> withValues(
            List<Load.Profile> found, String source, Connection connection, DuckDbStore.Running running)
            throws SQLException {
        List<Load.Profile> whole = new ArrayList<>();
        for (Load.Profile each : found) {
            List<String> values = new ArrayList<>();
            if (each.distinct() <= Load.Profile.MOST_VALUES) {
                String sql = "select distinct f%1$d from %2$s where f%1$d is not null order by 1 limit %3$d"
                        .formatted(each.source(), source, 2 * Load.Profile.MOST_VALUES);
                try (Statement statement = running.statement(connection);
                        ResultSet distinct = statement.executeQuery(sql)) {
                    while (distinct.next()) {
                        values.add(distinct.getString(1));
                    }
                }
            }
            double dayLike = values.isEmpty() && each.highest() >= LONG_NUMBER
                    ? dayLike(each.source(), source, connection, running)
                    : 0;
            whole.add(new Load.Profile(
                    each.source(),
                    each.filled(),
                    each.distinct(),
                    each.numbers(),
                    each.comma(),
                    each.lowest(),
                    each.highest(),
                    dayLike,
                    values));
        }
        return whole;
    }

    long apart(Path one, Path other, Optional<Warehouse.Periods> periods) {
        String known = periods.map(
                        each -> persons(one, each.column(), identity(each.same().keySet())))
                .orElseGet(() -> persons(one));
        String anew = periods.map(each -> persons(other, each.other(), turned(each.same())))
                .orElseGet(() -> persons(other));
        String sql =
                "select count(*) from (%s) one full join (%s) other on one.person = other.person and one.period = other.period where one.person is null or other.person is null"
                        .formatted(known, anew);
        return database.run((connection, running) -> {
            try (Statement statement = running.statement(connection);
                    ResultSet count = statement.executeQuery(sql)) {
                count.next();
                return count.getLong(1);
            }
        });
    }

    private static Map<Integer, Integer> identity(Set<Integer> codes) {
        return codes.stream().collect(Collectors.toMap(code -> code, code -> code));
    }

    private static Map<Integer, Integer> turned(Map<Integer, Integer> codes) {
        return codes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    private static String persons(Path rows) {
        return "select distinct person, 0 as period from read_parquet(" + DuckDbStore.text(rows.toString()) + ")";
    }

    /** The persons of each period; what a period's code is called, by its code in these rows. */
    private static String persons(Path rows, int column, Map<Integer, Integer> called) {
        String names = called.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> " when " + entry.getKey() + " then " + entry.getValue())
                .collect(Collectors.joining());
        return "select * from (select distinct person, case c" + column + names + " end as period from read_parquet("
                + DuckDbStore.text(rows.toString()) + ")) where period is not null";
    }

    private static double dayLike(int column, String source, Connection connection, DuckDbStore.Running running)
            throws SQLException {
        try (Statement statement = running.statement(connection);
                ResultSet share = statement.executeQuery(LoadSql.dayLike(column, source))) {
            share.next();
            return share.getDouble(1);
        }
    }

    Load.Outcome load(Load load, Path draft, RowsName name) {
        LoadSql sql = new LoadSql(load, name, secret);
        return database.run((connection, running) -> {
            try {
                for (String type : sql.types()) {
                    execute(type, connection, running);
                }
                execute(sql.copy(draft), connection, running);
                List<Load.Problem> problems = new ArrayList<>(new RejectStore(connection, running).found());
                long size = checked(sql, draft, load, problems, connection, running);
                return problems.isEmpty() ? new Load.Outcome.Kept(name, size) : new Load.Outcome.Refused(problems);
            } finally {
                for (String type : sql.dropTypes()) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(type);
                    }
                }
            }
        });
    }

    /** The number of rows; what is wrong with them is added to the problems. */
    private static long checked(
            LoadSql sql,
            Path draft,
            Load load,
            List<Load.Problem> problems,
            Connection connection,
            DuckDbStore.Running running)
            throws SQLException {
        List<LoadSql.Check> wrong = new ArrayList<>();
        long size;
        try (Statement statement = running.statement(connection);
                ResultSet counts = statement.executeQuery(sql.counts(draft))) {
            counts.next();
            size = counts.getLong(1);
            List<LoadSql.Check> checks = sql.checks();
            for (int i = 0; i < checks.size(); i++) {
                if (counts.getLong(i + 2) > 0) {
                    wrong.add(checks.get(i));
                }
            }
        }
        for (LoadSql.Check check : wrong) {
            first(check, sql, problems, connection, running);
        }
        if (problems.isEmpty() && load.person().isPresent()) {
            twice(sql, draft, load, problems, connection, running);
        }
        if (problems.isEmpty() && size == 0) {
            problems.add(new Load.Problem(Load.Fault.EMPTY, 0, -1, "", 1));
        }
        return size;
    }

    private static void first(
            LoadSql.Check check,
            LoadSql sql,
            List<Load.Problem> problems,
            Connection connection,
            DuckDbStore.Running running)
            throws SQLException {
        try (Statement statement = running.statement(connection);
                ResultSet rows = statement.executeQuery(sql.where(check))) {
            while (rows.next()) {
                String value = rows.getString(1);
                problems.add(new Load.Problem(
                        check.fault(), rows.getLong(2), check.source(), value == null ? "" : value, rows.getLong(3)));
            }
        }
    }

    private static void twice(
            LoadSql sql,
            Path draft,
            Load load,
            List<Load.Problem> problems,
            Connection connection,
            DuckDbStore.Running running)
            throws SQLException {
        long twice;
        try (Statement statement = running.statement(connection);
                ResultSet count = statement.executeQuery(sql.twice(draft))) {
            count.next();
            twice = count.getLong(1);
        }
        if (twice > 0) {
            try (Statement statement = running.statement(connection);
                    ResultSet row = statement.executeQuery(sql.firstTwice())) {
                long at = row.next() ? row.getLong(1) : 0;
                problems.add(
                        new Load.Problem(Load.Fault.TWICE, at, load.person().getAsInt(), "", twice));
            }
        }
    }

    private static void execute(String sql, Connection connection, DuckDbStore.Running running) throws SQLException {
        try (Statement statement = running.statement(connection)) {
            statement.execute(sql);
        }
    }
}
