package se.samsyn.database;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samsyn.keys.KeyFault;

/** What goes wrong with backing up while the program goes on: said in the log when it begins, once an hour while it lasts, and when it is over. */
final class BackupFaults {

    static final String GAP =
            "Delar av databasens logg fick inte plats i väntan på säkerhetskopiemappen och är inte kopierade. En ny kopia av hela"
                    + " databasen görs så snart mappen går att skriva i; ett ögonblick dessförinnan kan inte återställas.";

    private static final Logger LOG = LoggerFactory.getLogger(BackupFaults.class);
    private static final Duration REMINDER = Duration.ofHours(1);

    private @Nullable String current;
    private Instant said = Instant.EPOCH;

    /** Another database's log has been found where ours should be. */
    static final class OthersFolder extends IOException {
        private static final long serialVersionUID = 1;
        private static final String FACT =
                "i mappen ligger redan kopior av en annan databas. Ange en egen mapp för varje datamapp";

        OthersFolder() {
            super(FACT);
        }
    }

    synchronized void add(Exception failure, Instant now) {
        String sentence = sentence(failure);
        if (!sentence.equals(current) || said.plus(REMINDER).isBefore(now)) {
            LOG.error("{}", sentence);
            said = now;
        }
        current = sentence;
    }

    synchronized void none(Instant now) {
        if (current != null) {
            LOG.warn("Säkerhetskopieringen går igen");
            said = now;
        }
        current = null;
    }

    synchronized Optional<String> current() {
        return Optional.ofNullable(current);
    }

    /** What is wrong, with what to do. */
    static String sentence(Exception failure) {
        return switch (failure) {
            case KeyFault fault -> "Säkerhetskopieringen står still: " + fault.getMessage() + ". " + fault.remedy();
            case OthersFolder _ -> "Säkerhetskopieringen står still: " + OthersFolder.FACT + ".";
            case NoSuchFileException _ ->
                "Säkerhetskopieringen står still: mappen i SAMSYN_BACKUP finns inte. Är disken ansluten? Arbetet går vidare, och det som"
                        + " väntar kopieras när mappen är tillbaka.";
            case RestoreRefused refused -> "Säkerhetskopieringen står still: " + refused.getMessage();
            case IOException _ ->
                "Säkerhetskopieringen står still: det går inte att skriva i mappen i SAMSYN_BACKUP ("
                        + (FullDisk.isCause(failure)
                                ? "disken är full"
                                : failure.getClass().getSimpleName())
                        + "). Arbetet går vidare, och det som väntar kopieras när det går igen.";
            default ->
                "Säkerhetskopieringen står still: " + failure.getClass().getSimpleName() + ". Arbetet går vidare.";
        };
    }
}
