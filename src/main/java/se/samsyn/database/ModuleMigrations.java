package se.samsyn.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.modulith.ApplicationModule;

/**
 * Migrates module by module: the scripts in {@code db/migration/<module>}, with a history per module, in the order of the
 * dependencies that the modules declare in their package-info. A foreign key can thus point along the arrows of the module map.
 */
/*
 * Why not spring-modulith-runtime, which lays things out the same way: it orders modules by the imports it finds, so that a foreign
 * key to a module that no class imports yet breaks the start, and it reads every class of the program at each start to find them.
 */
final class ModuleMigrations implements FlywayMigrationStrategy {

    private static final String ROOT = "se.samsyn.";

    /** One to read the history by, one to change the schema by, one to spare. */
    private static final int CONNECTIONS = 3;

    private static final int LOGIN_SECONDS = 5;

    @Override
    public void migrate(Flyway flyway) {
        try (HikariDataSource held = held(flyway)) {
            refuseNewer(held);
            modules().forEach(module -> migrate(flyway, held, module, MigrationVersion.LATEST));
        }
    }

    /** Left to itself, Flyway lets an older program loose on newer data. */
    private static void refuseNewer(DataSource held) {
        try (Connection connection = held.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set role " + DatabaseAddress.OWNER);
            unknown(new Catalog(connection).versions()).ifPresent(newer -> {
                throw new DatabaseUnavailable(
                        "Databasen har använts av en nyare version av Samsyn (" + newer + ") än den här",
                        "Starta den nyare versionen. Ska den här användas: återställ en säkerhetskopia från före uppgraderingen till en ny"
                                + " datamapp. Ingenting har ändrats.");
            });
        } catch (SQLException failure) {
            throw new DatabaseUnavailable(
                    "Databasens version gick inte att läsa",
                    "Kontrollera rollen som migrerar; se docs/drift.md.",
                    failure);
        }
    }

    /** Migrates these modules only, each up to the version given for it. */
    static void migrateTo(Flyway flyway, Map<String, String> versions) {
        try (HikariDataSource held = held(flyway)) {
            for (String module : modules()) {
                String version = versions.get(module);
                if (version != null) {
                    migrate(flyway, held, module, MigrationVersion.fromVersion(version));
                }
            }
        }
    }

    /** Says how long the pool is to wait for a connection that is being made when it closes; by itself Flyway's says not at all. */
    private static final class Patient extends DelegatingDataSource {

        Patient(DataSource of) {
            super(of);
        }

        @Override
        public int getLoginTimeout() {
            return LOGIN_SECONDS;
        }

        @Override
        public void setLoginTimeout(int seconds) {}
    }

    /** Connections of the migrations' own, kept from one module to the next: a restart would else open some twenty. */
    private static HikariDataSource held(Flyway flyway) {
        var held = new HikariDataSource();
        held.setPoolName("migrations");
        held.setDataSource(new Patient(flyway.getConfiguration().getDataSource()));
        held.setMaximumPoolSize(CONNECTIONS);
        held.setMinimumIdle(0);
        return held;
    }

    private static void migrate(Flyway flyway, DataSource held, String module, MigrationVersion version) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(held)
                .locations("classpath:db/migration/" + module)
                .table("flyway_schema_history_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(version)
                .load()
                .migrate();
    }

    /** The modules that have migrations, each after those it depends on. */
    static List<String> modules() {
        Map<String, List<String>> declared = new TreeMap<>();
        withScripts().forEach(module -> declare(module, declared));
        return ModuleOrder.of(declared).stream()
                .filter(newest().keySet()::contains)
                .toList();
    }

    private static void declare(String module, Map<String, List<String>> declared) {
        if (!declared.containsKey(module)) {
            List<String> dependencies = dependencies(module);
            declared.put(module, dependencies);
            dependencies.forEach(dependency -> declare(dependency, declared));
        }
    }

    /** What a module declares in its package-info; of {@code table :: source} and {@code table.disclosure} the outer module counts. */
    private static List<String> dependencies(String module) {
        try {
            Class<?> description = Class.forName(ROOT + module + ".package-info");
            ApplicationModule stated = Objects.requireNonNull(
                    description.getAnnotation(ApplicationModule.class), "No @ApplicationModule on " + module);
            return List.of(stated.allowedDependencies()).stream()
                    .map(name -> name.split("::|\\.")[0].strip())
                    .filter(name -> !name.equals(module))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException("db/migration/" + module + " belongs to no module", absent);
        }
    }

    /** The newest migration that this program has for each module. */
    static Map<String, String> newest() {
        Map<String, String> newest = new TreeMap<>();
        for (String[] script : scripts()) {
            newest.merge(script[0], script[1], ModuleMigrations::later);
        }
        return newest;
    }

    /** Something of these versions that this program does not know, as it is newer: a module and its version; nothing where all is known. */
    static Optional<String> unknown(Map<String, String> versions) {
        Map<String, String> known = newest();
        return versions.entrySet().stream()
                .filter(stated -> isNewer(stated.getValue(), known.get(stated.getKey())))
                .map(stated -> stated.getKey() + " " + stated.getValue())
                .findFirst();
    }

    private static boolean isNewer(String version, @Nullable String known) {
        return known == null
                || MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(known)) > 0;
    }

    private static String later(String one, String other) {
        return MigrationVersion.fromVersion(one).compareTo(MigrationVersion.fromVersion(other)) < 0 ? other : one;
    }

    private static List<String> withScripts() {
        return List.copyOf(newest().keySet());
    }

    /** The module and version of every script, {@code db/migration/<module>/V<version>__<what>.sql}. */
    private static List<String[]> scripts() {
        try {
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql");
            List<String[]> found = new ArrayList<>();
            for (Resource script : scripts) {
                String[] path = script.getURL().getPath().split("/");
                String name = path[path.length - 1];
                found.add(new String[] {path[path.length - 2], name.substring(1, name.indexOf("__"))});
            }
            return found;
        } catch (IOException failure) {
            throw new IllegalStateException("Migrations cannot be listed", failure);
        }
    }
}
