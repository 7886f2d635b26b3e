package se.samsyn.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import se.samsyn.database.LastBackup;
import se.samsyn.keys.Keys;

/**
 * What must be in order for Samsyn to do its work: the database answers, there is room on the disk, the keys are those the data was
 * sealed with, and there is a backup that is not too old. An old backup is a warning; the rest stop the work. Each says how it is in a
 * number or a word, and nothing else.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationSettings.class)
class Readiness {

    /** Something somebody should see to, though the work goes on. */
    static final Status WARNING = new Status("WARNING");

    @Bean
    HealthIndicator reachedHealthIndicator(ReachedStore database) {
        return () -> {
            try {
                database.ask();
                return Health.up().build();
            } catch (DataAccessException | CannotCreateTransactionException _) {
                return Health.down().build();
            }
        };
    }

    @Bean
    HealthIndicator roomHealthIndicator(OperationSettings settings) {
        return () -> {
            try {
                long free = Files.getFileStore(settings.existing()).getUsableSpace() >> 20;
                var health = free < settings.room() ? Health.down() : Health.up();
                return health.withDetail("freeMegabytes", free).build();
            } catch (IOException _) {
                return Health.down().build();
            }
        };
    }

    @Bean
    HealthIndicator keysHealthIndicator(Keys keys) {
        return () -> (isTrue(keys::areWhole) ? Health.up() : Health.down()).build();
    }

    @Bean
    HealthIndicator backupHealthIndicator(LastBackup last, OperationSettings settings, Clock clock) {
        return () -> last.at()
                .map(at -> Duration.between(at, clock.instant()))
                .map(age -> Health.status(age.compareTo(settings.backup()) > 0 ? WARNING : Status.UP)
                        .withDetail("ageHours", age.toHours())
                        .build())
                .orElseGet(() ->
                        Health.status(WARNING).withDetail("ageHours", "none").build());
    }

    private static boolean isTrue(Supplier<Boolean> asked) {
        try {
            return asked.get();
        } catch (DataAccessException | CannotCreateTransactionException _) {
            return false;
        }
    }
}
