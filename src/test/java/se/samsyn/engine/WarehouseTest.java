package se.samsyn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.table.disclosure.RecordKeys;

/** Files become rows whole or not at all, rows are counted as they are, and nothing else of the machine can be reached. */
class WarehouseTest {

    private static final byte[] SECRET = "trettiotvå byte som ingen känner".getBytes(StandardCharsets.UTF_8);

    private static final String FILE = """
            id;ar;kon;poang
            a;2020;1;10
            b;2020;2;20,5
            c;2020;2;
            a;2021;2;12
            b;2021;2;x
            """;

    @TempDir
    private Path data;

    private RowsFolder folder;
    private DuckDbStore database;
    private Warehouse warehouse;
    private Engine engine;

    @BeforeEach
    void open() {
        folder = new RowsFolder(data);
        EngineSettings settings = new EngineSettings(2, 512, 30);
        database = new DuckDbStore(folder, settings);
        KeySecret secret = new KeySecret(SECRET);
        warehouse = new Warehouse(
                folder,
                new LoadStore(database, secret),
                new AppendStore(database),
                new NestStore(database, folder),
                secret);
        engine = new DuckDbEngineStore(database, folder, settings);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private Load load(String text, Charset charset, Set<String> missing) throws IOException {
        Path file = Files.writeString(warehouse.incoming().resolve("in.csv"), text, charset);
        return new Load(
                file,
                warehouse.look(file),
                List.of(
                        new Load.Codes(1, List.of("2020", "2021")),
                        new Load.Codes(2, List.of("1", "2")),
                        new Load.Numbers(3, true, missing, false)),
                OptionalInt.of(0),
                OptionalInt.of(0),
                OptionalInt.empty());
    }

    private RowsName kept(Load load) {
        return ((Load.Outcome.Kept) warehouse.load(load)).rows();
    }

    private static Map<String, Long> counts(Tally tally, int axes) {
        Map<String, Long> counts = new TreeMap<>();
        for (int group = 0; group < tally.size(); group++) {
            StringBuilder codes = new StringBuilder();
            for (int axis = 0; axis < axes; axis++) {
                codes.append(tally.code(group, axis)).append(' ');
            }
            counts.merge(codes.toString().strip(), tally.rows(group), Long::sum);
        }
        return counts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-8 with mark"})
    void countsWhatTheFileHolds(String charset) throws IOException {
        boolean mark = charset.endsWith("mark");
        Load load = load(
                (mark ? "\uFEFF" : "") + FILE.replace("poang", "poäng"),
                mark ? StandardCharsets.UTF_8 : Charset.forName(charset),
                Set.of("x"));
        assertThat(load.look().header()).containsExactly("id", "ar", "kon", "poäng");
        Tally tally = engine.answer(Question.counting(kept(load), List.of(Coded.of(0), Coded.of(1)), List.of()));
        assertThat(counts(tally, 2)).isEqualTo(Map.of("0 0", 1L, "0 1", 2L, "1 1", 2L));
    }

    /** Units lie in municipalities; a field of as many codes, or one that differs in one row, lies in nothing. */
    @ParameterizedTest
    @ValueSource(ints = {200, FirstRows.MOST + 4, 3 * FirstRows.MOST})
    void findsColumnsThatLieInOthers(int size) throws IOException {
        StringBuilder text = new StringBuilder("kommun;enhet;kod;nastan\n");
        for (int row = 0; row < size; row++) {
            int unit = row % 4;
            text.append("k%d;e%d;c%d;n%d%n".formatted(unit / 2, unit, unit, row == size - 1 ? 0 : unit));
        }
        Path file = Files.writeString(warehouse.incoming().resolve("nests.csv"), text);
        List<String> four = List.of("0", "1", "2", "3");
        RowsName rows = kept(new Load(
                file,
                warehouse.look(file),
                List.of(
                        new Load.Codes(0, List.of("k0", "k1")),
                        new Load.Codes(1, four.stream().map(each -> "e" + each).toList()),
                        new Load.Codes(2, four.stream().map(each -> "c" + each).toList()),
                        new Load.Codes(3, four.stream().map(each -> "n" + each).toList())),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty()));

        Map<Integer, Integer> within = Map.of(0, 0, 1, 0, 2, 1, 3, 1);
        assertThat(warehouse.nests(rows, List.of(0, 1, 2, 3)))
                .containsExactlyInAnyOrder(new Nest(1, 0, within), new Nest(2, 0, within));
        assertThat(warehouse.nests(rows, List.of(1, 3))).isEmpty();
    }

    @Test
    void stopsReadingWhereThereAreTooManyGroups() throws IOException {
        Path file = warehouse.incoming().resolve("many.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("tal\n");
            for (int number = 0; number <= Question.MOST_GROUPS; number++) {
                out.write(number + "\n");
            }
        }
        RowsName rows = kept(new Load(
                file,
                warehouse.look(file),
                List.of(new Load.Numbers(0, false, Set.of(), false)),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty()));
        Question question = new Question(
                rows, List.of(), List.of(), List.of(), -1, Optional.of(new Measured(Coded.of(0), Optional.empty(), 1)));
        assertThatThrownBy(() -> engine.answer(question)).isInstanceOf(Engine.TooManyGroups.class);
        assertThat(engine.answer(question.ungrouped()).rows(0)).isEqualTo(Question.MOST_GROUPS + 1L);
    }

    @Test
    void setsTheSamePersonsOtherPeriodsBeside() throws IOException {
        RowsName rows = kept(load(FILE, StandardCharsets.UTF_8, Set.of("x")));
        Question question = new Question(
                rows,
                List.of(Coded.of(1), new Coded(1, 1)),
                List.of(new Condition(Coded.of(0), Set.of(0))),
                List.of(1),
                0,
                Optional.empty());
        assertThat(counts(engine.answer(question), 2)).isEqualTo(Map.of("0 1", 1L, "1 1", 1L, "1 -2", 1L));
    }

    @Test
    void sumsNumbersAndChangesByStep() throws IOException {
        RowsName rows = kept(load(FILE, StandardCharsets.UTF_8, Set.of("x")));
        Condition first = new Condition(Coded.of(0), Set.of(0));
        Tally level = engine.answer(new Question(
                rows,
                List.of(),
                List.of(first),
                List.of(),
                0,
                Optional.of(new Measured(Coded.of(2), Optional.empty(), 0.5))));
        Map<Double, Double> sums = new TreeMap<>();
        for (int group = 0; group < level.size(); group++) {
            sums.put(level.step(group), level.sum(group));
        }
        assertThat(sums).isEqualTo(Map.of(10.0, 10.0, 20.5, 20.5, Double.NaN, 0.0));
        Tally change = engine.answer(new Question(
                rows,
                List.of(),
                List.of(first),
                List.of(1),
                0,
                Optional.of(new Measured(new Coded(2, 1), Optional.of(Coded.of(2)), 1))));
        long known = 0;
        for (int group = 0; group < change.size(); group++) {
            known += Double.isNaN(change.step(group)) ? 0 : change.rows(group);
        }
        assertThat(known).isOne();
    }

    @Test
    void givesPersonsTheKeysOfTheLibrary() throws IOException {
        RowsName rows = kept(load(FILE, StandardCharsets.UTF_8, Set.of("x")));
        RecordKeys keys = new RecordKeys(SECRET);
        assertThat(warehouse.key("a")).isEqualTo(keys.key("persons", "a") >>> 32);
        Tally tally = engine.answer(Question.counting(rows, List.of(Coded.of(0)), List.of()));
        for (int group = 0; group < tally.size(); group++) {
            long wanted =
                    warehouse.key("a") + warehouse.key("b") + (tally.code(group, 0) == 0 ? warehouse.key("c") : 0);
            assertThat(tally.keys(group)).isEqualTo(wanted & 0xFFFF_FFFFL);
        }
    }

    @Test
    void keepsNothingOfAFileWithFaultsAndSaysWhereTheyAre() throws IOException {
        String bad = FILE + "d;2022;1;3\n;2021;1;4\na;2021;1;5\ne;2021;1;-4\n";
        var refused = (Load.Outcome.Refused) warehouse.load(load(bad, StandardCharsets.UTF_8, Set.of()));
        assertThat(refused.problems())
                .extracting(Load.Problem::fault, Load.Problem::row, Load.Problem::value)
                .containsExactlyInAnyOrder(
                        tuple(Load.Fault.UNKNOWN_CODE, 7L, "2022"),
                        tuple(Load.Fault.NOT_A_NUMBER, 6L, "x"),
                        tuple(Load.Fault.NEGATIVE, 10L, "-4"),
                        tuple(Load.Fault.NO_PERSON, 8L, ""));
        try (var left = Files.list(folder.prepared())) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith("register") || name.startsWith(".new"));
        }
    }

    @Test
    void refusesAPersonTwiceInAPeriod() throws IOException {
        var refused =
                (Load.Outcome.Refused) warehouse.load(load(FILE + "a;2021;1;5\n", StandardCharsets.UTF_8, Set.of("x")));
        assertThat(refused.problems()).hasSize(1);
        assertThat(refused.problems().getFirst().fault()).isEqualTo(Load.Fault.TWICE);
        assertThat(refused.problems().getFirst().row()).isEqualTo(7);
    }

    @Test
    void refusesRowsOfAnotherWidth() throws IOException {
        var refused = (Load.Outcome.Refused)
                warehouse.load(load(FILE + "d;2021\ne;2021;1;2;9\n", StandardCharsets.UTF_8, Set.of("x")));
        assertThat(refused.problems()).extracting(Load.Problem::fault).contains(Load.Fault.WIDTH);
        assertThat(refused.problems()).extracting(Load.Problem::row).contains(7L, 8L);
    }

    @Test
    void letsARowStandForSeveralPersons() throws IOException {
        Path file = Files.writeString(warehouse.incoming().resolve("f.csv"), "antal,kon\n3,1\n0,2\n2,2\n");
        Load load = new Load(
                file,
                warehouse.look(file),
                List.of(new Load.Codes(1, List.of("1", "2"))),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(0));
        Tally tally = engine.answer(Question.counting(kept(load), List.of(Coded.of(0)), List.of()));
        assertThat(counts(tally, 1)).isEqualTo(Map.of("0", 3L, "1", 2L));
    }

    @Test
    void codesAreNeverReadAsSql() throws IOException {
        String odd = "x'); drop table t; --";
        Path file = Files.writeString(warehouse.incoming().resolve("o.csv"), "kon\n\"" + odd + "\"\nb\n");
        Load load = new Load(
                file,
                warehouse.look(file),
                List.of(new Load.Codes(0, List.of(odd, "b"))),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
        Tally tally = engine.answer(Question.counting(kept(load), List.of(Coded.of(0)), List.of()));
        assertThat(counts(tally, 1)).isEqualTo(Map.of("0", 1L, "1", 1L));
    }

    @Test
    void profilesAFileWithoutACodebook() throws IOException {
        Path file = Files.writeString(warehouse.incoming().resolve("p.csv"), FILE);
        List<Load.Profile> profiles = warehouse.profile(file, warehouse.look(file), Map.of());
        assertThat(profiles.get(2).values()).containsExactly("1", "2");
        assertThat(profiles.get(1).numbers()).isTrue();
        assertThat(profiles.get(3).numbers()).isFalse();
        assertThat(profiles.get(3).comma()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_csv('/etc/passwd')",
                "copy (select 1) to '/tmp/samsyn-out.csv'",
                "attach '/tmp/samsyn.db'",
                "install httpfs",
                "set enable_external_access = true",
                "set allowed_directories = ['/']"
            })
    void reachesNothingOutsideItsFolder(String sql) {
        assertThatThrownBy(() -> database.run((Connection connection, DuckDbStore.Running running) -> {
                    try (Statement statement = running.statement(connection)) {
                        return statement.execute(sql);
                    }
                }))
                .isInstanceOf(EngineFault.class)
                .hasMessageNotContaining("passwd");
    }

    @Test
    void stopsWhenTheOneWhoAskedIsInterrupted() throws InterruptedException {
        AtomicReference<@Nullable Throwable> met = new AtomicReference<>();
        Thread asking = Thread.ofPlatform()
                .start(() -> met.set(catchThrowable(() -> database.run((connection, running) -> {
                    try (Statement statement = running.statement(connection)) {
                        return statement.execute(
                                "select count(*) from range(100000000000) a where a.range * 7 % 13 = 5");
                    }
                }))));
        Thread.sleep(500);
        asking.interrupt();
        asking.join(5_000);
        assertThat(met.get()).isInstanceOf(Engine.Stopped.class);
    }

    @Test
    void whatAKilledImportLeftIsThrownAwayAfterADay() throws Exception {
        Path draft = folder.draft(RowsName.fresh("register")).getParent();
        Path file = Files.writeString(warehouse.incoming().resolve("kvar.in"), "id;a\n");
        Path young = Files.writeString(warehouse.incoming().resolve("ny.in"), "id;a\n");
        FileTime before = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        Files.setLastModifiedTime(draft, before);
        Files.setLastModifiedTime(file, before);

        folder.sweepDrafts(Duration.ofDays(1));

        assertThat(draft).doesNotExist();
        assertThat(file).doesNotExist();
        assertThat(young).exists();
    }
}
