package se.samsyn.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the database together: server, roles, migration as one role and the application's connections as another. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, BackupSettings.class, Patience.class})
class DatabaseConfiguration {

    @Bean
    UnfinishedRestore unfinishedRestore(DatabaseSettings settings) {
        return new UnfinishedRestore(new DataFolder(settings.data()));
    }

    @Bean
    DatabaseHome databaseHome(DatabaseSettings settings, UnfinishedRestore unfinished) {
        unfinished.requireNone();
        return settings.isEmbedded() ? DatabaseHome.embedded(settings) : DatabaseHome.external(settings);
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(DatabaseHome home) {
        return new MigrationConnection(home.address());
    }

    /** Everything the migrations make belongs to the owner, whoever signs in to run them. */
    @Bean
    FlywayConfigurationCustomizer migrateAsOwner() {
        return flyway -> flyway.initSql("set role " + DatabaseAddress.OWNER)
                .defaultSchema(DatabaseAddress.SCHEMA)
                .createSchemas(false)
                .callbacks(new HistoryGuard());
    }

    @Bean
    FlywayMigrationStrategy migrationStrategy() {
        return new ModuleMigrations();
    }

    @Bean
    RowScopedDataSource dataSource(DatabaseHome home, Patience patience, ObjectProvider<RowScopeSource> sources) {
        HikariDataSource pool = pool(home, patience, "samsyn", 16);
        refusePrivileged(pool);
        return new RowScopedDataSource(
                pool, pool(home, patience, "samsyn-apart", 2), () -> Optional.ofNullable(sources.getIfAvailable()));
    }

    private static HikariDataSource pool(DatabaseHome home, Patience patience, String name, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(home.address().url());
        config.setUsername(home.address().application().user());
        config.setPassword(home.address().application().password());
        config.setDataSourceProperties(DatabaseAddress.properties());
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(Math.min(most - 1, 2));
        config.setConnectionTimeout(patience.connection());
        return new HikariDataSource(config);
    }

    /** Row-level security does not hold for superusers, so the application refuses to run as one. */
    private static void refusePrivileged(HikariDataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(
                        "select rolsuper or rolbypassrls or pg_has_role('samsyn_owner', 'member')"
                                + " from pg_roles where rolname = current_user")) {
            if (role.next() && role.getBoolean(1)) {
                pool.close();
                throw new DatabaseUnavailable(
                        "Databasrollen i SAMSYN_DATABASE_USER går förbi radskyddet",
                        "Använd en roll utan SUPERUSER, BYPASSRLS och medlemskap i samsyn_owner; se docs/drift.md.");
            }
        } catch (SQLException failure) {
            pool.close();
            throw new DatabaseUnavailable(
                    "Databasen går inte att nå som programmets roll",
                    "Kontrollera adress, användare och lösenord; se docs/drift.md.",
                    failure);
        }
    }

    private record MigrationConnection(DatabaseAddress address) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return address.migration().user();
        }

        @Override
        public String getPassword() {
            return address.migration().password();
        }

        @Override
        public String getJdbcUrl() {
            return address.url();
        }
    }
}
