package se.samsyn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * A Trino cluster answers as DuckDB does. The cluster is somebody's own: {@code SAMSYN_TRINO_URL} is its coordinator, {@code
 * SAMSYN_TRINO_DATA} a data folder of which it sees the folder rows, and the driver comes with Maven's profile trino. Made-up rows,
 * {@code SAMSYN_TRINO_ROWS} of them, are kept there while the test runs.
 */
@EnabledIfEnvironmentVariable(
        named = "SAMSYN_TRINO_URL",
        matches = "jdbc:trino:.+",
        disabledReason = "needs a Trino cluster, see docs/drift.md")
class TrinoEngineIT {

    private static final byte[] SECRET = "trettiotvå byte som ingen känner".getBytes(StandardCharsets.UTF_8);

    private static final EngineSettings SETTINGS = new EngineSettings(2, 1024, 60);
    private static final List<String> YEARS = List.of("2020", "2021", "2022");

    /** Some hours of work. */
    private static final String ENDLESS = """
            select count(*) from unnest(sequence(1, 10000)) a(i), unnest(sequence(1, 10000)) b(j),
            unnest(sequence(1, 10000)) c(k) where (i * j + k) % 7 = 3""";

    private static RowsFolder folder;
    private static DuckDbStore database;
    private static Warehouse warehouse;
    private static TrinoSettings trino;
    private static TrinoStore cluster;
    private static RowsName rows;

    @BeforeAll
    static void load() throws SQLException {
        folder = new RowsFolder(Path.of(environment("SAMSYN_TRINO_DATA", "")));
        database = new DuckDbStore(folder, SETTINGS);
        KeySecret secret = new KeySecret(SECRET);
        warehouse = new Warehouse(
                folder,
                new LoadStore(database, secret),
                new AppendStore(database),
                new NestStore(database, folder),
                secret);
        trino = new TrinoSettings(
                environment("SAMSYN_TRINO_URL", ""), "samsyn", "", "samsyn", "samsyn_test", "local:///");
        cluster = new TrinoStore(trino);
        Path file = madeUp(Long.parseLong(environment("SAMSYN_TRINO_ROWS", "300000")));
        rows = ((Load.Outcome.Kept) warehouse.load(new Load(
                        file,
                        warehouse.look(file),
                        List.of(
                                new Load.Codes(1, YEARS),
                                new Load.Codes(2, List.of("1", "2")),
                                new Load.Codes(3, codes(290)),
                                new Load.Codes(4, codes(100)),
                                new Load.Numbers(5, false, Set.of(), false)),
                        OptionalInt.of(0),
                        OptionalInt.of(0),
                        OptionalInt.empty())))
                .rows();
    }

    @AfterAll
    static void throwAway() throws SQLException {
        warehouse.drop(rows);
        cluster.run((connection, running) -> {
            for (String schema : List.of("samsyn_test", "samsyn_elsewhere")) {
                try (Statement statement = running.statement(connection)) {
                    statement.execute("drop schema if exists samsyn." + schema + " cascade");
                }
            }
            return rows;
        });
        cluster.close();
        database.close();
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    private static List<String> codes(int many) {
        return IntStream.range(0, many).mapToObj(code -> "k" + code).toList();
    }

    /** Persons with a row in two years of three, by sex, one of 290 places and age; every tenth age and number is missing. */
    private static Path madeUp(long size) {
        Path file = warehouse.incoming().resolve("trino.parquet");
        String sql = """
                copy (select cast(i // 2 as varchar) as person, cast(2020 + (i // 2 + i %% 2) %% 3 as varchar) as year,
                    cast(1 + hash(i // 2) %% 2 as varchar) as sex, 'k' || (hash(i // 2 + 1) %% 290) as place,
                    case when hash(i) %% 10 > 0 then 'k' || (hash(i + 1) %% 100) end as age,
                    case when hash(i + 2) %% 10 > 0 then cast((hash(i + 3) %% 1000) / 10.0 as varchar) end as points
                    from range(%d) t(i)) to %s (format parquet)""".formatted(size, DuckDbStore.text(file.toString()));
        database.run((connection, running) -> {
            try (Statement statement = running.statement(connection)) {
                return statement.execute(sql);
            }
        });
        return file;
    }

    private static Engine duck() {
        return new DuckDbEngineStore(database, folder, SETTINGS);
    }

    private static TrinoEngineStore trino(EngineSettings settings) {
        return new TrinoEngineStore(
                cluster, new TrinoTableStore(database, folder, trino), database, folder, trino, settings);
    }

    /** A question and what it is called where times are told. */
    record Asked(String name, Question question) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Asked> questions() {
        List<Coded> three = List.of(Coded.of(1), Coded.of(2), Coded.of(3));
        Condition first = new Condition(Coded.of(0), Set.of(0));
        List<Condition> several = List.of(
                first,
                new Condition(Coded.of(2), Set.of(3, 5, 8, 13, 280)),
                new Condition(Coded.of(3), Set.of(Coded.EMPTY, 20, 21, 22)));
        Optional<Measured> points = Optional.of(new Measured(Coded.of(4), Optional.empty(), 0.5));
        Optional<Measured> change = Optional.of(new Measured(new Coded(4, 1), Optional.of(Coded.of(4)), 5));
        return List.of(
                new Asked("one way", Question.counting(rows, List.of(Coded.of(2)), List.of())),
                new Asked("three ways", Question.counting(rows, three, List.of())),
                new Asked("conditions", Question.counting(rows, three, several)),
                new Asked(
                        "another period beside",
                        new Question(
                                rows,
                                List.of(Coded.of(1), Coded.of(3), new Coded(3, 1)),
                                List.of(first),
                                List.of(1),
                                0,
                                Optional.empty())),
                new Asked(
                        "absent in two periods",
                        new Question(
                                rows,
                                List.of(new Coded(1, 1), new Coded(1, 2)),
                                List.of(first, new Condition(new Coded(1, 1), Set.of(Coded.ABSENT, 0))),
                                List.of(1, 2),
                                0,
                                Optional.empty())),
                new Asked("number", new Question(rows, List.of(Coded.of(2)), List.of(first), List.of(), 0, points)),
                new Asked("change", new Question(rows, List.of(Coded.of(1)), List.of(first), List.of(1), 0, change)),
                new Asked("everything", Question.counting(rows, List.of(), List.of())));
    }

    /** Groups by codes and step, each with its rows and keys; the sums apart, since their order of adding differs. */
    private static Map<List<Object>, Double> groups(Question question, Tally tally) {
        Map<List<Object>, Double> groups = new HashMap<>();
        for (int group = 0; group < tally.size(); group++) {
            List<Object> key = new ArrayList<>();
            for (int axis = 0; axis < question.axes().size(); axis++) {
                key.add(tally.code(group, axis));
            }
            key.add(tally.step(group));
            key.add(tally.rows(group));
            key.add(tally.keys(group));
            groups.put(key, tally.sum(group));
        }
        return groups;
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersAsDuckDbDoes(Asked asked) {
        Question question = asked.question();
        TrinoEngineStore engine = trino(SETTINGS);
        engine.answer(question.ungrouped());
        Map<List<Object>, Double> there = groups(question, engine.answer(question));
        Map<List<Object>, Double> here = groups(question, duck().answer(question));
        assertThat(here).isNotEmpty();
        assertThat(there.keySet()).isEqualTo(here.keySet());
        here.forEach((group, sum) -> assertThat(there.get(group)).isCloseTo(sum, withinPercentage(1e-9)));
        System.out.printf(
                Locale.ROOT,
                "Trino %-22s %7d groups, best of 3: Trino %5d ms, DuckDB %5d ms%n",
                asked,
                here.size(),
                best(engine, question),
                best(duck(), question));
    }

    private static long best(Engine engine, Question question) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            engine.answer(question);
            best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
        }
        return best;
    }

    @Test
    void stopsInTheClusterWhenTheOneWhoAskedIsInterrupted() throws Exception {
        AtomicReference<@Nullable Throwable> met = new AtomicReference<>();
        Thread asking = Thread.ofPlatform()
                .start(() -> met.set(catchThrowable(() -> cluster.run((connection, running) -> {
                    try (Statement statement = running.statement(connection)) {
                        return statement.executeQuery(ENDLESS).next();
                    }
                }))));
        Thread.sleep(3_000);
        assertThat(unfinished()).isEqualTo(1);
        asking.interrupt();
        asking.join(5_000);
        assertThat(met.get()).isInstanceOf(Engine.Stopped.class);
        Thread.sleep(1_000);
        assertThat(unfinished()).isZero();
    }

    private static long unfinished() {
        return cluster.run((connection, running) -> {
            try (Statement statement = running.statement(connection);
                    ResultSet count = statement.executeQuery("select count(*) from system.runtime.queries"
                            + " where query like '%sequence%' and query not like '%runtime%'"
                            + " and state not in ('FINISHED', 'FAILED')")) {
                count.next();
                return count.getLong(1);
            }
        });
    }

    @Test
    void givesUpWhenTheTimeIsOut() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> cluster.run((connection, running) -> {
                    try (Statement statement = running.statement(connection)) {
                        statement.setQueryTimeout(2);
                        return statement.executeQuery(ENDLESS).next();
                    }
                }))
                .isInstanceOf(Engine.Stopped.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void forgetsRowsThatAreGoneAndNothingElse() throws Exception {
        Path file = Files.writeString(warehouse.incoming().resolve("small.csv"), "kon\n1\n2\n2\n");
        Load load = new Load(
                file,
                warehouse.look(file),
                List.of(new Load.Codes(0, List.of("1", "2"))),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
        RowsName small = ((Load.Outcome.Kept) warehouse.load(load)).rows();
        TrinoEngineStore engine = trino(SETTINGS);
        Question question = Question.counting(small, List.of(Coded.of(0)), List.of());
        assertThat(engine.answer(question).size()).isEqualTo(2);
        warehouse.drop(small);
        assertThatThrownBy(() -> engine.answer(question)).isInstanceOf(Engine.RowsMissing.class);
        assertThat(tables()).contains(small.value());
        trino(SETTINGS).answer(Question.counting(rows, List.of(), List.of()));
        assertThat(tables()).doesNotContain(small.value()).contains(rows.value());
        assertThat(folder.holds(rows)).isTrue();
    }

    private static List<String> tables() {
        return cluster.run((connection, running) -> {
            List<String> names = new ArrayList<>();
            try (Statement statement = running.statement(connection);
                    ResultSet tables = statement.executeQuery("show tables from " + trino.schema())) {
                while (tables.next()) {
                    names.add(tables.getString(1));
                }
            }
            return names;
        });
    }

    @Test
    void noticesThatTheClusterSeesOtherRows() throws Exception {
        RowsName other = RowsName.fresh("snapshot");
        Files.createDirectories(folder.prepared().resolve(other.value()));
        Files.createDirectories(folder.prepared().resolve("elsewhere").resolve(other.value()));
        Path whole = folder.file(rows);
        Files.copy(whole, folder.file(other));
        TrinoSettings elsewhere =
                new TrinoSettings(trino.trinoUrl(), "samsyn", "", "samsyn", "samsyn_elsewhere", "local:///elsewhere/");
        TrinoEngineStore engine = new TrinoEngineStore(
                cluster, new TrinoTableStore(database, folder, elsewhere), database, folder, elsewhere, SETTINGS);
        assertThatThrownBy(() -> engine.answer(Question.counting(other, List.of(), List.of())))
                .isInstanceOf(EngineFault.class)
                .hasMessageContaining("other rows");
        Files.delete(folder.prepared().resolve("elsewhere").resolve(other.value()));
        Files.delete(folder.prepared().resolve("elsewhere"));
        warehouse.drop(other);
    }

    @Test
    void takesDuckDbsPlaceWhereTheSettingsSaySo() {
        try (var context = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of(
                            "samsyn.data=" + environment("SAMSYN_TRINO_DATA", ""),
                            "samsyn.engine.trino=true",
                            "samsyn.engine.trino-url=" + trino.trinoUrl(),
                            "samsyn.engine.trino-schema=samsyn_test")
                    .applyTo(context);
            context.scan("se.samsyn.engine");
            context.refresh();
            Engine engine = context.getBean(Engine.class);
            assertThat(engine).isInstanceOf(TrinoEngineStore.class);
            assertThat(engine.answer(Question.counting(rows, List.of(), List.of()))
                            .size())
                    .isEqualTo(1);
        }
    }
}
