package se.samsyn.database;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import se.samsyn.keys.KeyFault;

/** The unasked backups where a backup folder is named: a whole copy each night, and sooner where one is needed; old ones are removed. */
@Service
public class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final Duration A_DAY = Duration.ofHours(26);

    private final DatabaseHome home;
    private final BackupSettings settings;
    private final Archive archive;
    private final BaseCopy copies;
    private final Backup tables;
    private final LastBackup last;
    private final Clock clock;

    Backups(
            DatabaseHome home,
            BackupSettings settings,
            Archive archive,
            BaseCopy copies,
            Backup tables,
            LastBackup last,
            Clock clock) {
        this.home = home;
        this.settings = settings;
        this.archive = archive;
        this.copies = copies;
        this.tables = tables;
        this.last = last;
        this.clock = clock;
    }

    /** How it goes. */
    public BackupState state() {
        return archive.state();
    }

    /** The copy of the night. */
    void night() {
        settings.folder().ifPresent(this::copy);
    }

    /** The first copy, the one of a night when the program stood still, and one after a gap do not wait for the night. */
    void look() {
        settings.folder().filter(this::isDue).ifPresent(this::copy);
    }

    private boolean isDue(BackupFolder folder) {
        try {
            Instant now = clock.instant();
            return archive.hasGap()
                    || folder.present()
                            .newest()
                            .filter(newest -> newest.plus(A_DAY).isAfter(now))
                            .isEmpty();
        } catch (IOException failure) {
            archive.faults().add(failure, clock.instant());
            return false;
        }
    }

    private void copy(BackupFolder folder) {
        try {
            Instant begun = clock.instant();
            write(folder);
            last.note();
            archive.closeGap(begun);
            int removed = folder.prune(clock.instant().minus(settings.kept()));
            LOG.info(
                    "Säkerhetskopian är gjord på {} s; {} gamla filer borttagna",
                    Duration.between(begun, clock.instant()).toSeconds(),
                    removed);
        } catch (IOException | SQLException | RestoreRefused | KeyFault failure) {
            archive.faults().add(failure, clock.instant());
        }
    }

    private void write(BackupFolder folder) throws IOException, SQLException {
        if (home.server().isPresent()) {
            copies.write(folder);
        } else {
            tables.write(folder.present().tables(clock.instant()), part -> {});
        }
    }
}
