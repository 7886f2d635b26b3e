package se.samsyn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import se.samsyn.keys.SealedFiles;
import tools.jackson.databind.json.JsonMapper;

/** Newer programs take over older data; older programs leave newer data alone. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class UpgradeIT {

    private static final String PERSON = "'00000000-0000-0000-0000-00000000ab01'";

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    private SealedFiles seals;

    @Autowired
    private JsonMapper json;

    @Test
    void refusesDataOfANewerVersionOfAModuleAndChangesNothing() throws Exception {
        DatabaseAddress address = TestDatabase.another();
        Flyway flyway = flyway(address);
        ModuleMigrations.migrateTo(flyway, Map.of("access", "1"));
        execute(address, "update flyway_schema_history_access set version = '999' where version = '1'");

        assertThatThrownBy(() -> new ModuleMigrations().migrate(flyway))
                .isInstanceOfSatisfying(DatabaseUnavailable.class, refusal -> {
                    assertThat(refusal).hasMessageContaining("nyare version").hasMessageContaining("access 999");
                    assertThat(refusal.remedy()).contains("Ingenting har ändrats");
                });
        assertThat(versions(address)).containsExactly(Map.entry("access", "999"));
    }

    @Test
    void refusesDataOfAModuleThatThisProgramDoesNotHave() throws Exception {
        DatabaseAddress address = TestDatabase.another();
        Flyway flyway = flyway(address);
        new ModuleMigrations().migrate(flyway);
        execute(address, "create table flyway_schema_history_weather as select * from flyway_schema_history_access");

        assertThatThrownBy(() -> new ModuleMigrations().migrate(flyway))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("weather");
    }

    @Test
    void takesOverABackupOfTheFirstVersionOfEveryModule() throws Exception {
        DatabaseAddress old = TestDatabase.another();
        Map<String, String> first = new TreeMap<>();
        ModuleMigrations.modules().forEach(module -> first.put(module, "1"));
        ModuleMigrations.migrateTo(flyway(old), first);
        execute(
                old,
                "insert into access_account (id, username, password_hash, name, role, place) values (" + PERSON
                        + ", 'anna', 'x', 'Anna', 'ADMINISTRATOR', '2080')");
        Path file = folder.resolve("old.samsyn");
        new Backup(home(old), seals, json, Clock.systemUTC()).write(file, part -> {});

        DatabaseAddress now = TestDatabase.another();
        BackupManifest restored = new Restore(
                        home(now), seals, json, flyway(now), new UnfinishedRestore(new DataFolder(folder)))
                .read(file, Restore.Existing.REFUSE, part -> {});

        assertThat(restored.versions()).containsAllEntriesOf(first);
        assertThat(versions(now)).isEqualTo(ModuleMigrations.newest());
        assertThat(one(now, "select name from access_account where id = " + PERSON))
                .isEqualTo("Anna");
    }

    private static DatabaseHome home(DatabaseAddress address) {
        return new DatabaseHome(address, Optional.empty());
    }

    private static Flyway flyway(DatabaseAddress address) {
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(
                        address.url(),
                        address.migration().user(),
                        address.migration().password());
        new DatabaseConfiguration().migrateAsOwner().customize(flyway);
        return flyway.load();
    }

    private static Map<String, String> versions(DatabaseAddress address) throws SQLException {
        try (Connection owner = TestDatabase.asOwner(address)) {
            return new Catalog(owner).versions();
        }
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection owner = TestDatabase.asOwner(address);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(DatabaseAddress address, String query) throws SQLException {
        try (Connection owner = TestDatabase.asOwner(address);
                Statement statement = owner.createStatement()) {
            statement.execute("alter table access_account no force row level security");
            try (var row = statement.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
