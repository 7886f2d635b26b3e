package se.samsyn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of an embedded server on a data folder of its own. */
class EmbeddedServerIT {

    @TempDir
    private Path root = Path.of("");

    @Test
    void keepsWhatIsCommittedThroughAKillAndIsPrivate() throws Exception {
        DataFolder folder = new DataFolder(root);
        EmbeddedServer first = EmbeddedServer.join(folder, Durability.KEPT);
        DatabaseAddress address = new DatabaseRoles(first, folder).prepare("samsyn");
        assertThat(one(first, "show fsync")).isEqualTo("on");
        assertThat(one(first, "show synchronous_commit")).isEqualTo("on");
        assertThat(one(first, "show listen_addresses")).isEqualTo("127.0.0.1");
        refusesAWrongPassword(first);
        execute(first, "create table kept (x int); insert into kept values (42)");

        RunningServer running = RunningServer.in(folder.cluster()).orElseThrow();
        ProcessHandle process = ProcessHandle.of(running.process()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
        first.close();
        Files.setPosixFilePermissions(folder.cluster(), PosixFilePermissions.fromString("rwxr-xr-x"));

        EmbeddedServer second = EmbeddedServer.join(folder, Durability.KEPT);
        assertThat(one(second, "select x from kept")).isEqualTo("42");
        assertThat(second.port()).isEqualTo(first.port());
        assertThat(address.url()).contains(":" + second.port() + "/");
        second.close();
        assertThat(RunningServer.in(folder.cluster())).isEmpty();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.secret(EmbeddedServer.SUPERUSER))))
                .isEqualTo("rw-------");
    }

    @Test
    void isStartedAgainAtTheSamePortWhenItsProcessIsGoneAndNotWhenItHasBeenLeft() throws Exception {
        DataFolder folder = new DataFolder(root);
        EmbeddedServer server = EmbeddedServer.join(folder, Durability.KEPT);
        new DatabaseRoles(server, folder).prepare("samsyn");
        execute(server, "create table kept (x int); insert into kept values (42)");
        assertThat(server.revive()).isFalse();

        RunningServer running = RunningServer.in(folder.cluster()).orElseThrow();
        ProcessHandle process = ProcessHandle.of(running.process()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);

        assertThat(revived(server)).isTrue();
        assertThat(one(server, "select x from kept")).isEqualTo("42");
        server.close();
        assertThat(server.revive()).isFalse();
        assertThat(RunningServer.in(folder.cluster())).isEmpty();
    }

    /** The killed server's own processes may take a moment to see that it is gone. */
    private static boolean revived(EmbeddedServer server) throws InterruptedException {
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                return server.revive();
            } catch (IOException notYet) {
                Thread.sleep(500);
            }
        }
        return false;
    }

    @Test
    void refusesToBeJoinedTwiceByOneProcess() throws IOException {
        DataFolder folder = new DataFolder(root);
        EmbeddedServer server = EmbeddedServer.join(folder, Durability.FORGETFUL);
        try {
            assertThatThrownBy(() -> EmbeddedServer.join(folder, Durability.FORGETFUL))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("already in use");
        } finally {
            server.close();
        }
    }

    private static void refusesAWrongPassword(EmbeddedServer server) {
        assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), EmbeddedServer.SUPERUSER, "guess")
                        .close())
                .isInstanceOf(SQLException.class)
                .hasFieldOrPropertyWithValue("SQLState", "28P01");
    }

    private static String one(EmbeddedServer server, String query) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(
                server.url("samsyn"),
                server.superuser().user(),
                server.superuser().password());
    }
}
