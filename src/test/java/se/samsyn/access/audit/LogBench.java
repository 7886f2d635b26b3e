package se.samsyn.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.samsyn.StatementCount;
import se.samsyn.access.Accounts;
import se.samsyn.access.Actor;
import se.samsyn.access.ExampleLog;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.database.TestDatabase;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** How long a million lines take: to write, seal, go through, search and draw from. Run by hand: {@code -Dit.test=LogBench}. */
@SpringBootTest(properties = {"samsyn.demo=true", "samsyn.test.own-database=true", "samsyn.data=target/log-bench"})
@AutoConfigureMockMvc
@Import(StatementCount.class)
class LogBench {

    private static final int LINES = Integer.getInteger("samsyn.bench.lines", 1_000_000);
    private static final int AT_ONCE = 10_000;
    private static final PlaceCode PLACE = new PlaceCode("2080");

    @Autowired
    private ExampleLog example;

    @Autowired
    private Sealer sealer;

    @Autowired
    private SealingEverySecond everySecond;

    @Autowired
    private Chain chain;

    @Autowired
    private Checks checks;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Clock clock;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @Test
    void aMillionLines() {
        everySecond.stop();
        var people = new ArrayList<Actor>();
        for (int i = 0; i < 50; i++) {
            people.add(accounts.open(
                    "bench-" + i,
                    UUID.randomUUID().toString(),
                    "Prov",
                    Role.CASEWORKER,
                    PLACE,
                    Optional.of(new UnitId(UUID.randomUUID()))));
        }
        var reviewer = accounts.open(
                "bench-granskare", UUID.randomUUID().toString(), "Prov", Role.AUDITOR, PLACE, Optional.empty());
        UserDetails reader = accounts.loadUserByUsername("bench-granskare");
        time("write", () -> fill(people));
        time("seal", () -> {
            for (long done = sealer.seal(); done > 0 || sealer.seal() > 0; done = sealer.seal()) {}
        });
        sql.sql("analyze").update();
        time(
                "verify",
                () -> assertThat(chain.verify(Optional.empty(), Optional.empty(), _ -> {})
                                .faults())
                        .isZero());
        page("/logg", reader);
        page("/logg", reader);
        page("/logg?vem=" + people.getFirst().id(), reader);
        page("/logg?galler=" + new UUID(7, 17), reader);
        page("/logg?handelse=READ_PROTECTED_CASE", reader);
        page(
                "/logg?fran=" + YearMonth.now(clock).minusMonths(2).atDay(1) + "&till="
                        + YearMonth.now(clock).minusMonths(2).atDay(2),
                reader);
        page("/logg?fore=500000", reader);
        page("/logg.csv", reader);
        time("draw a check", () -> checks.begin(YearMonth.now(clock).minusMonths(1), reviewer, 1));
    }

    private void page(String address, UserDetails reader) {
        time(address, () -> {
            int statements = StatementCount.during(
                    () -> assertThat(pages.get().uri(address).with(user(reader)).exchange())
                            .hasStatusOk());
            System.out.println("BENCH   statements " + statements);
        });
    }

    /** Spread over a year, as busy by night as by day. */
    private void fill(List<Actor> people) {
        Instant from = clock.instant().minus(Duration.ofDays(365));
        for (int done = 0; done < LINES; done += AT_ONCE) {
            var lines = new ArrayList<ExampleLog.Line>();
            for (int i = done; i < done + AT_ONCE; i++) {
                lines.add(new ExampleLog.Line(
                        from.plusSeconds(i * 31_536_000L / LINES),
                        people.get(i % people.size()),
                        i % 1000 == 0 ? "READ_PROTECTED_CASE" : i % 3 == 0 ? "WRITE_CASE" : "READ_CASE",
                        Optional.of(Purpose.FOLLOW_UP),
                        new UUID(7, i % 20_011).toString(),
                        PLACE));
            }
            example.write(lines);
        }
    }

    private static void time(String what, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        System.out.printf("BENCH %-60s %,8d ms%n", what, (System.nanoTime() - begun) / 1_000_000);
    }
}
