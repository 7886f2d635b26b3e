package se.samsyn.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Actor;
import se.samsyn.access.ActorId;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.access.audit.Finding.Kind;
import se.samsyn.database.TestDatabase;
import se.samsyn.kernel.PlaceCode;

/** What somebody with every right in the database, but without the key, does to the log is found. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"samsyn.test.own-database=true", "samsyn.data=target/chain"})
class ChainIT {

    private static final PlaceCode FALUN = new PlaceCode("2080");
    private static final int LINES = 12;

    private static final Map<String, Object> ADDRESS = TestDatabase.ownProperties();

    @Autowired
    private AccessLog log;

    @Autowired
    private Sealer sealer;

    @Autowired
    private Chain chain;

    @Autowired
    private HeadFile heads;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private @Nullable Connection owner;
    private String headsBefore = "";

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        ADDRESS.forEach((name, value) -> registry.add(name, () -> value));
    }

    /** A chain with lines in it, and everything as it is kept aside. */
    @BeforeEach
    void lines() throws SQLException, IOException {
        owner = TestDatabase.asOwner(ADDRESS);
        write(LINES);
        sealer.seal();
        headsBefore = Files.readString(heads.current());
        sql("drop table if exists kept_log; create table kept_log as select * from access_log");
        sql("drop table if exists kept_seal; create table kept_seal as select * from access_seal");
    }

    @AfterEach
    void putBack() throws SQLException, IOException {
        sql("delete from access_log; delete from access_seal; delete from access_unsealed");
        sql("insert into access_log overriding system value select * from kept_log");
        sql("insert into access_seal select * from kept_seal");
        Files.writeString(heads.current(), headsBefore);
        assertThat(findings()).isEmpty();
        owner().close();
    }

    @Test
    void isWholeWhenNobodyTouchedIt() {
        assertThat(findings()).isEmpty();
        assertThat(chain.verify(Optional.empty(), Optional.empty(), _ -> {}).places())
                .isGreaterThanOrEqualTo(LINES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update access_log set object = 'x' where number = {5}                         | LINES_CHANGED | 5",
                "update access_log set at = at + interval '1 microsecond' where number = {5}   | LINES_CHANGED | 5",
                "update access_log set actor = gen_random_uuid() where number = {5}            | LINES_CHANGED | 5",
                "update access_log set purpose = null where number = {5}                       | LINES_CHANGED | 5",
                "delete from access_log where number = {5}                                     | LINES_REMOVED | 5",
                "delete from access_log where number in ({5}, {6})                             | LINES_REMOVED | 5",
                "delete from access_seal where line = {5}; delete from access_log where number = {5} | SEALS_REMOVED | 5"
            })
    void findsALineThatIsChangedOrRemoved(String done, Kind kind, int at) throws SQLException {
        List<Long> numbers = numbers();
        String filled = done;
        for (int i = 0; i < numbers.size(); i++) {
            filled = filled.replace("{" + i + "}", numbers.get(i).toString());
        }
        sql(filled);

        assertThat(findings()).first().extracting(Finding::kind).isEqualTo(kind);
        if (kind != Kind.SEALS_REMOVED) {
            assertThat(findings()).first().extracting(Finding::from).isEqualTo(numbers.get(at));
        }
    }

    @Test
    void findsLinesThatHaveChangedPlaces() throws SQLException {
        List<Long> numbers = numbers();
        sql("alter table access_log alter column number set generated by default");
        sql("update access_log set number = -1 where number = %d".formatted(numbers.get(3)));
        sql("update access_log set number = %d where number = %d".formatted(numbers.get(3), numbers.get(4)));
        sql("update access_log set number = %d where number = -1".formatted(numbers.get(4)));

        assertThat(findings()).containsExactly(new Finding(Kind.LINES_CHANGED, numbers.get(3), numbers.get(4)));
    }

    @Test
    void findsSealsThatHaveChangedPlaces() throws SQLException {
        List<Long> numbers = numbers();
        sql("update access_seal set line = -line where line in (%d, %d)".formatted(numbers.get(3), numbers.get(4)));
        sql("update access_seal set line = case line when -%1$d then %2$d else %1$d end where line < 0"
                .formatted(numbers.get(3), numbers.get(4)));

        assertThat(kinds()).contains(Kind.LINES_CHANGED);
    }

    @Test
    void findsALineThatSomebodyElseWrote() throws SQLException {
        sql("insert into access_log (at, actor, role, event, purpose, object, place)"
                + " select at, actor, role, event, purpose, 'another', place from kept_log limit 1");

        assertThat(kinds()).containsExactly(Kind.LINE_FOREIGN);
    }

    @Test
    void findsALineWrittenWithTriggersDisabled() throws SQLException {
        sql("alter table access_log disable trigger user");
        sql("insert into access_log (at, event) values (now(), 'READ_CASE')");
        sql("alter table access_log enable trigger user");

        assertThat(kinds()).containsExactly(Kind.LINE_FOREIGN);
    }

    @Test
    void findsACopyOfATrueLine() throws SQLException {
        sql(
                "insert into access_log (at, actor, role, event, purpose, object, place, mark)"
                        + " select at, actor, role, event, purpose, object, place, mark from kept_log where mark is not null limit 1");

        assertThat(kinds()).containsExactly(Kind.LINE_COPIED);
    }

    @Test
    void findsASealThatIsNone() throws SQLException {
        sql("update access_seal set seal = '\\x01' where line = %d"
                .formatted(numbers().get(4)));

        assertThat(kinds()).containsOnly(Kind.LINES_CHANGED);
    }

    @Test
    void findsAnEndThatIsCutOff() throws SQLException {
        long last = numbers().getLast();
        sql("delete from access_seal where line >= %d; delete from access_log where number >= %1$d"
                .formatted(last - 2));

        assertThat(findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.TAIL_REMOVED);
            assertThat(found.to() - found.from()).isEqualTo(2);
        });
    }

    @Test
    void findsAnEndThatIsCutOffAndWrittenOn() throws SQLException {
        long last = numbers().getLast();
        sql("delete from access_seal where line >= %d; delete from access_log where number >= %1$d"
                .formatted(last - 2));
        write(1);

        assertThat(kinds()).contains(Kind.HEAD_WENT_BACK, Kind.TAIL_WAS_LOST);
        write(5);
        assertThat(kinds()).contains(Kind.HEAD_DIFFERS, Kind.TAIL_WAS_LOST);
    }

    @Test
    void findsALineRemovedBeforeItWasSealed() throws SQLException {
        write(1);
        sql("delete from access_log where number = (select max(number) from access_log)");

        assertThat(kinds()).containsExactly(Kind.LINES_WERE_LOST);
    }

    @Test
    void findsAHeadThatIsChangedOrGone() throws IOException {
        Files.writeString(heads.current(), headsBefore.replaceFirst("HEAD (\\d+)", "HEAD 1$1"));
        assertThat(kinds()).contains(Kind.HEAD_CHANGED);

        Files.delete(heads.current());
        assertThat(kinds()).containsExactly(Kind.HEAD_MISSING);
        write(1);
        assertThat(kinds()).containsExactly(Kind.HEAD_WAS_LOST);
    }

    @Test
    void comparesWithAHeadThatWasWrittenDown() {
        var noted = Chain.noted(Chain.words(chain.head().orElseThrow()));
        assertThat(noted).isPresent();
        assertThat(chain.verify(Optional.empty(), noted, _ -> {}).faults()).isZero();

        var other = Chain.noted("3:00ff");
        var found = new ArrayList<Finding>();
        chain.verify(Optional.empty(), other, found::add);
        assertThat(found).containsExactly(Finding.of(Kind.NOTED_HEAD_DIFFERS, 3));
        assertThat(Chain.noted("nonsens")).isEmpty();
    }

    @Test
    void forgivesAHeadCutShortByAPowerFailure() throws IOException {
        Files.writeString(heads.current(), "HEAD 12 17", StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
        assertThat(findings()).isEmpty();
    }

    @Test
    void goesThroughWhatIsNewAlone() {
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        assertThat(chain.verify(Optional.of(tomorrow), Optional.empty(), _ -> {})
                        .places())
                .isZero();
        assertThat(chain.verify(Optional.of(Instant.EPOCH), Optional.empty(), _ -> {})
                        .places())
                .isPositive();
    }

    @Test
    void sealsEachCommittedLineOnceThoughManyWriteAtOnce() throws InterruptedException {
        var threads = Stream.generate(() -> Thread.ofPlatform().unstarted(() -> write(50)))
                .limit(4)
                .toList();
        threads.forEach(Thread::start);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            sealer.seal();
        }
        for (var thread : threads) {
            thread.join();
        }
        sealer.seal();

        assertThat(findings()).isEmpty();
        assertThat(chain.verify(Optional.empty(), Optional.empty(), _ -> {}).waiting())
                .isZero();
    }

    @Test
    void sealsWhatWasNotSealedWhenTheProgramDied() throws SQLException {
        long before = chain.head().orElseThrow().position();
        write(3);
        // nothing sealed, as after a kill: the next one does
        assertThat(sealer.seal()).isEqualTo(3);
        assertThat(chain.head().orElseThrow().position()).isEqualTo(before + 3);
    }

    @Test
    void sealsNothingThatIsTakenBack() {
        long before = chain.head().orElseThrow().position();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            write(3);
            status.setRollbackOnly();
        });

        assertThat(chain.head().orElseThrow().position()).isEqualTo(before);
        assertThat(findings()).isEmpty();
    }

    @Test
    void goesBackHonestlyWhenABackupIsPutBack() throws SQLException {
        write(4);
        long further = chain.head().orElseThrow().position();
        sql("delete from access_seal where position > %d".formatted(further - 4));
        sql("delete from access_log where number not in (select line from access_seal)");

        assertThat(new Restored(sealer).restored(clock.instant()))
                .hasValueSatisfying(words -> assertThat(words).contains("finns inte längre"));
        assertThat(kinds()).containsExactly(Kind.RESTORED_OVER, Kind.RESTORED);
        assertThat(chain.verify(Optional.empty(), Optional.empty(), _ -> {}).faults())
                .isZero();
        write(9);
        assertThat(kinds()).containsExactly(Kind.RESTORED_OVER, Kind.RESTORED);
    }

    @Test
    void keepsTheHeadForItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(heads.current())))
                .isEqualTo("rw-------");
        assertThat(headsBefore).doesNotContain("READ_CASE");
    }

    private Connection owner() {
        return Objects.requireNonNull(owner);
    }

    private List<Finding> findings() {
        var found = new ArrayList<Finding>();
        chain.verify(Optional.empty(), Optional.empty(), found::add);
        return found;
    }

    private List<Kind> kinds() {
        return findings().stream().map(Finding::kind).toList();
    }

    private void write(int lines) {
        var actor = new Actor(new ActorId(new UUID(0, 7)), "Prov", Role.QUALITY_DEVELOPER, FALUN, Optional.empty());
        for (int i = 0; i < lines; i++) {
            log.record(actor, "READ_CASE", Purpose.FOLLOW_UP, UUID.randomUUID().toString(), FALUN);
        }
    }

    private List<Long> numbers() throws SQLException {
        var numbers = new ArrayList<Long>();
        try (Statement statement = owner().createStatement();
                var rows =
                        statement.executeQuery("select line from access_seal order by position desc limit " + LINES)) {
            while (rows.next()) {
                numbers.addFirst(rows.getLong(1));
            }
        }
        return numbers;
    }

    /** Does it as the owner of the tables, who may lift what guards them. */
    private void sql(String done) throws SQLException {
        boolean isInsert = done.startsWith("insert into access_log (");
        try (Statement statement = owner().createStatement()) {
            for (String table : List.of("access_log", "access_seal")) {
                statement.execute("alter table " + table + " no force row level security");
                if (!isInsert) {
                    statement.execute("alter table " + table + " disable trigger user");
                }
            }
            statement.execute(done);
            for (String table : List.of("access_log", "access_seal")) {
                if (!done.contains("disable trigger")) {
                    statement.execute("alter table " + table + " enable trigger user");
                }
            }
            statement.execute("alter table access_log force row level security");
        }
    }
}
