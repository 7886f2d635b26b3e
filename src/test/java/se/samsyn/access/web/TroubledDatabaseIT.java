package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsyn.access.Role;
import se.samsyn.database.SmallDisk;
import se.samsyn.database.StoppableServer;

/** The database is slow, silent, or out of room while people work; each is told in its own words, and work goes on when it is over. */
@DirtiesContext
class TroubledDatabaseIT extends OverHttp {

    private static final StoppableServer SERVER = new StoppableServer(Path.of("target", "troubled-database"));

    @Autowired
    private DataSource connections;

    private Browser atWork;

    @DynamicPropertySource
    static void ownServer(DynamicPropertyRegistry registry) {
        SERVER.properties().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("samsyn.patience", () -> "2s");
    }

    @AfterAll
    static void leave() {
        SERVER.stop();
    }

    @BeforeEach
    void signIn() {
        atWork = signedIn(Role.AUDITOR);
        assertThat(atWork.get("/logg").statusCode()).isEqualTo(200);
    }

    @Test
    void aLockThatSomebodyElseHoldsIsNotWaitedForForEver() throws Exception {
        try (Connection other = SERVER.connect()) {
            other.setAutoCommit(false);
            execute(other, "lock table samsyn.access_log in access exclusive mode");
            saysSlow(atWork.get("/logg"));
            other.rollback();
        }
        assertThat(atWork.get("/logg").statusCode()).isEqualTo(200);
    }

    @Test
    void aStatementThatHangsIsCancelled() throws Exception {
        try (Connection other = SERVER.connect()) {
            execute(other, """
                    create function samsyn.access_hang() returns trigger language plpgsql as
                        $$ begin perform pg_sleep(120); return new; end $$;
                    create trigger access_hangs before insert on samsyn.access_log
                        for each row when (new.event = 'READ_LOG') execute function samsyn.access_hang()""");
            try {
                saysSlow(atWork.get("/logg"));
                try (Statement statement = other.createStatement();
                        var row = statement.executeQuery("select count(*) from pg_stat_activity"
                                + " where state = 'active' and wait_event = 'PgSleep'")) {
                    row.next();
                    assertThat(row.getLong(1)).isZero();
                }
            } finally {
                execute(other, "drop trigger access_hangs on samsyn.access_log; drop function samsyn.access_hang()");
            }
        }
        assertThat(atWork.get("/logg").statusCode()).isEqualTo(200);
    }

    @Test
    void allConnectionsInUseIsToldAndPasses() throws Exception {
        List<Connection> held = new ArrayList<>();
        try {
            for (int taken = 0; taken < 16; taken++) {
                held.add(connections.getConnection());
            }
            saysSlow(atWork.get("/logg"));
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
        assertThat(atWork.get("/logg").statusCode()).isEqualTo(200);
    }

    @Test
    void aServerThatIsSilentIsNotWaitedForForEver() throws Exception {
        SERVER.signal("STOP");
        try {
            long begun = System.nanoTime();
            assertThat(atWork.get("/logg").statusCode()).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        } finally {
            SERVER.signal("CONT");
        }
        assertThat(goesOn(atWork)).isTrue();
    }

    @Test
    void aFullDiskOfTheDatabaseIsToldAndPasses() throws Exception {
        try (SmallDisk disk = SmallDisk.at(Path.of("target", "troubled-disk"), "2m");
                Connection other = SERVER.connect()) {
            Path place = Path.of("target", "troubled-disk", "tables").toAbsolutePath();
            java.nio.file.Files.createDirectory(place);
            execute(other, "drop tablespace if exists small");
            execute(other, "create tablespace small location '" + place + "'");
            execute(other, "grant create on tablespace small to samsyn_owner");
            execute(other, "alter table samsyn.access_log set tablespace small");
            try {
                disk.fill();
                HttpResponse<String> full = atWork.get("/logg");
                for (int line = 0; line < 300 && full.statusCode() == 200; line++) {
                    full = atWork.get("/logg");
                }
                assertThat(full.statusCode()).isEqualTo(503);
                assertThat(full.body()).contains("Disken är full").doesNotContain("??");

                disk.empty();
                assertThat(atWork.get("/logg").statusCode()).isEqualTo(200);
            } finally {
                execute(other, "alter table samsyn.access_log set tablespace pg_default");
                execute(other, "drop tablespace small");
            }
        }
    }

    private static void saysSlow(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(answer.body()).contains("Databasen hinner inte med").doesNotContain("??", "Exception");
    }

    /** Connections that were lost are found out one by one. */
    private static boolean goesOn(Browser browser) throws InterruptedException {
        for (int attempt = 0; attempt < 20; attempt++) {
            if (browser.get("/logg").statusCode() == 200) {
                return true;
            }
            Thread.sleep(500);
        }
        return false;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
