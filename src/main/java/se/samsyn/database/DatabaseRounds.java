package se.samsyn.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the running program does for its database now and then; commands that share the data folder leave it to the program. */
@Component
@ConditionalOnWebApplication
class DatabaseRounds {

    private final DatabaseWatch watch;
    private final Archive archive;
    private final Backups backups;

    DatabaseRounds(DatabaseWatch watch, Archive archive, Backups backups) {
        this.watch = watch;
        this.archive = archive;
        this.backups = backups;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 1_000)
    void watch() {
        watch.look();
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 5_000)
    void archive() {
        archive.look();
    }

    @Scheduled(initialDelayString = "${samsyn.backup-first:PT1M}", fixedDelayString = "PT10M")
    void backups() {
        backups.look();
    }

    @Scheduled(cron = "${samsyn.backup-night:0 30 2 * * *}")
    void night() {
        backups.night();
    }
}
