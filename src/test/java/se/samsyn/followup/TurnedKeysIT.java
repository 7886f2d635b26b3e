package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;
import se.samsyn.SignedInAs;
import se.samsyn.access.Purpose;
import se.samsyn.database.RowScope;
import se.samsyn.database.TestDatabase;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.VariableKey;
import se.samsyn.keys.KeyFault;
import se.samsyn.keys.Keys;
import se.samsyn.keys.Ring;
import se.samsyn.keys.Use;

/** Keys are turned by the command while cases are read and written. */
@SpringBootTest(properties = {"samsyn.test.own-database=true", "samsyn.key-pause=PT0.3S"})
@DirtiesContext
class TurnedKeysIT extends SignedInCaseworker {

    private static final VariableKey NOTE = new VariableKey("anteckning");
    private static final Executor THREADS = work -> Thread.ofPlatform().start(work);
    private static final UUID WRITER = UUID.randomUUID();
    private static final Map<String, Object> OWN = TestDatabase.ownProperties();

    @Autowired
    @Qualifier("keysCommand")
    private Callable<Integer> command;

    @Autowired
    private Keys keys;

    @Autowired
    private CaseTexts texts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Ring ring = Ring.of(Use.LOG);
    private String said = "";

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        OWN.forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void ring() {
        ring = FreeText.ring(unit.municipality());
    }

    @Test
    void sealsEverythingAnewAndThrowsTheOldKeyAway() {
        var of = opened("a");
        var goal = goal(of, "Trygg hemma");
        var occasion = occasion(of, "Vid köksbordet");
        var before = stored(goal);

        assertThat(run("rotate", "--municipality", "2080")).as(said).isZero();
        var logged = RowScope.compiling(
                unit.municipality(),
                () -> jdbc.sql("select object from access_log where event = 'TURN_KEYS'")
                        .query(String.class)
                        .list());
        assertThat(logged).contains(ring.toString());

        assertThat(said).contains("text-2080: ny nyckel").contains("1 nyckel kastad");
        assertThat(stored(goal)).isNotEqualTo(before);
        assertThat(cases.read(of.id(), Purpose.FOLLOW_UP).goals().getFirst().text())
                .isEqualTo("Trygg hemma");
        assertThat(read(occasion)).isEqualTo("Vid köksbordet");
        assertThat(Keys.isSealed(before)).isTrue();
        assertThat(opens(before, goal)).isFalse();
        assertThat(run("check")).as(said).isZero();
        assertThat(said).contains("text-2080").doesNotContain("äldre").doesNotContain("Trygg");
    }

    @Test
    @Timeout(120)
    void readingAndWritingGoesOnMeanwhile() throws Exception {
        var of = opened("a");
        for (int i = 0; i < 20; i++) {
            goal(of, "Mål " + i);
        }
        var occasion = occasion(of, "0");
        var over = new AtomicBoolean();
        var writing = CompletableFuture.supplyAsync(() -> writing(occasion, over), THREADS);
        var reading = CompletableFuture.supplyAsync(() -> reading(of, over), THREADS);
        for (int turn = 0; turn < 4; turn++) {
            assertThat(run("rotate", "--municipality", "2080")).as(said).isZero();
        }
        over.set(true);

        var last = writing.get(20, TimeUnit.SECONDS);
        assertThat(last).isGreaterThan(20);
        assertThat(reading.get(20, TimeUnit.SECONDS)).isGreaterThan(20);
        assertThat(read(occasion)).isEqualTo(String.valueOf(last));
        var count = texts.count(ring);
        assertThat(count.newest()).isGreaterThanOrEqualTo(21);
        assertThat(count.settled()).isTrue();
    }

    @Test
    @Timeout(60)
    void aLongTransactionThatSealedWithTheOldKeyIsWaitedFor() throws Exception {
        var of = opened("a");
        goal(of, "finns redan");
        var sealed = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var id = GoalId.fresh();
        var slow = CompletableFuture.runAsync(() -> slowly(of, id, sealed, go), THREADS);
        assertThat(sealed.await(10, TimeUnit.SECONDS)).isTrue();

        var turning = CompletableFuture.supplyAsync(() -> run("rotate", "--municipality", "2080"), THREADS);
        assertThat(turning.copy().completeOnTimeout(-1, 2, TimeUnit.SECONDS).get())
                .isEqualTo(-1);
        goal(opened("b"), "skrivs utan att vänta");

        go.countDown();
        slow.get(10, TimeUnit.SECONDS);
        assertThat(turning.get(20, TimeUnit.SECONDS)).as(said).isZero();
        SignedInAs.thread(caseworker);
        assertThat(cases.read(of.id(), Purpose.FOLLOW_UP).goals())
                .extracting(Goal::text)
                .containsExactlyInAnyOrder("sent skriven", "finns redan");
        assertThat(texts.count(ring).settled()).isTrue();
    }

    @Test
    void aTurningThatWasStoppedIsFinishedWithTheSameKey() throws Exception {
        var of = opened("a");
        var goals = IntStream.range(0, 5).mapToObj(i -> goal(of, "Mål " + i)).toList();
        var file = Path.of(String.valueOf(OWN.get("samsyn.keys"))).resolve("text-2080.json");
        var before = stored(goals.get(0));
        var ring = Files.readString(file);
        var turning = Thread.ofPlatform().start(() -> run("rotate", "--municipality", "2080"));
        while (Files.readString(file).equals(ring)) {
            Thread.sleep(5);
        }
        turning.interrupt();
        turning.join();
        assertThat(said).doesNotContain("kastad");
        var added = Files.readString(file);
        assertThat(stored(goals.get(0))).isEqualTo(before);
        assertThat(cases.read(of.id(), Purpose.FOLLOW_UP).goals()).hasSize(5);
        var newer = goal(of, "efter avbrottet");
        assertThat(texts.count(this.ring).older()).isPositive();

        assertThat(run("rotate", "--municipality", "2080")).as(said).isZero();

        assertThat(texts.count(this.ring).settled()).isTrue();
        assertThat(opens(stored(newer), newer)).isTrue();
        assertThat(Files.readString(file)).contains(primary(added));
    }

    @Test
    void aTextThatCannotBeOpenedKeepsTheOldKeyAndIsSaid() {
        var of = opened("a");
        var goal = goal(of, "x");
        write("update followup_goal set text = left(text, -6) || 'AAAAAA' where id = '" + goal.id() + "'");

        assertThat(run("rotate", "--municipality", "2080")).isEqualTo(1);
        assertThat(said).contains("behålls");
        assertThat(run("check")).isEqualTo(1);
        assertThat(said).contains("1 går INTE att öppna");

        write("delete from followup_goal where id = '" + goal.id() + "'");
        assertThat(run("rotate", "--municipality", "2080")).as(said).isZero();
    }

    @Test
    void ringsWhoseTextsNobodyTellsOfKeepTheirOldKeys() {
        var log = Ring.of(Use.LOG);
        var signature = keys.sign(log, new byte[] {1});

        assertThat(run("rotate", "--use", "LOG")).as(said).isZero();

        assertThat(said).contains("De äldre behålls");
        assertThat(keys.isSignature(log, signature, new byte[] {1})).isTrue();
        assertThat(run("list")).isZero();
        assertThat(said).contains("log");
    }

    private int run(String... args) {
        var out = new StringWriter();
        var code = new CommandLine(command).setOut(new PrintWriter(out)).execute(args);
        said = out.toString();
        return code;
    }

    private int writing(Occasion occasion, AtomicBoolean over) {
        SignedInAs.thread(caseworker);
        var page = Pen.first(1);
        int turn = 1;
        while (!over.get()) {
            turn++;
            var kept =
                    occasions.keep(occasion.id(), new Pen(page.revision(), WRITER, turn), note(String.valueOf(turn)));
            assertThat(kept).isInstanceOf(Outcome.Kept.class);
        }
        return turn;
    }

    private int reading(Case of, AtomicBoolean over) {
        SignedInAs.thread(caseworker);
        int times = 0;
        while (!over.get()) {
            var goals = cases.read(of.id(), Purpose.FOLLOW_UP).goals();
            assertThat(goals)
                    .hasSize(20)
                    .allSatisfy(goal -> assertThat(goal.text()).startsWith("Mål "));
            times++;
        }
        return times;
    }

    private void slowly(Case of, GoalId id, CountDownLatch sealed, CountDownLatch go) {
        SignedInAs.thread(caseworker);
        transaction.executeWithoutResult(_ -> {
            support.set(of.id(), new SetGoal(id, "sent skriven", GoalWeight.PART, GasScale.FIVE_LEVELS, today));
            sealed.countDown();
            try {
                assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Goal goal(Case of, String text) {
        return OpenedCases.done(Goal.class, support.set(of.id(), OpenedCases.goal(text, GoalWeight.PART, today)));
    }

    private Occasion occasion(Case of, String note) {
        var begun = OpenedCases.done(Occasion.class, occasions.begin(of.id(), Phase.BEFORE, today));
        assertThat(occasions.keep(begun.id(), new Pen(begun.revision(), WRITER, 1), note(note)))
                .isInstanceOf(Outcome.Kept.class);
        return begun;
    }

    private static Answers note(String text) {
        return new Answers(Map.of(NOTE, new Answer.Text(text)));
    }

    private String read(Occasion occasion) {
        var answers =
                occasions.open(occasion.id(), Purpose.FOLLOW_UP).occasion().answers();
        return ((Answer.Text) answers.find(NOTE).orElseThrow()).value();
    }

    private String stored(Goal goal) {
        return RowScope.working(
                Set.of(unit.id()),
                "",
                () -> jdbc.sql("select text from followup_goal where id = :id")
                        .param("id", goal.id().value())
                        .query(String.class)
                        .single());
    }

    private void write(String sql) {
        RowScope.working(Set.of(unit.id()), "", () -> jdbc.sql(sql).update());
    }

    private boolean opens(String sealed, Goal goal) {
        try {
            keys.open(ring, sealed, "followup_goal/" + goal.id() + "/text");
            return true;
        } catch (KeyFault shut) {
            return false;
        }
    }

    private static String primary(String ring) {
        return ring.replaceAll("(?s).*(\"primaryKeyId\":\\d+).*", "$1");
    }
}
