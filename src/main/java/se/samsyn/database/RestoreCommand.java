package se.samsyn.database;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./samsyn restore}: puts a backup back in an empty data folder, or only shows that it could be. */
@Component
@Command(
        name = "restore",
        description =
                "Återställer en säkerhetskopia i en tom datamapp och kontrollerar den. En fil är alla tabeller vid ett ögonblick;"
                        + " ur en mapp återställs databasen till det ögonblick som anges.")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FIL|MAPP",
            description = "En fil som ./samsyn backup har skrivit, eller mappen i SAMSYN_BACKUP")
    private Path from = Path.of("");

    @Option(
            names = "--at",
            paramLabel = "ÖGONBLICK",
            description =
                    "Svensk tid, till exempel 2026-11-23T14:05 eller 2026-11-23T14:05:30; annars så långt kopian räcker")
    private @Nullable String at;

    @Option(names = "--verify", description = "Prövar kopian i en databas som kastas; datamappens databas rörs inte")
    private boolean verify;

    @Option(names = "--force", description = "Raderar först allt som finns i datamappens databas")
    private boolean erase;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final ObjectProvider<Restore> restore;
    private final PointInTime pointInTime;
    private final Rehearsal rehearsal;
    private final DatabaseSettings settings;
    private final UnfinishedRestore unfinished;
    private final ObjectProvider<DatabaseHome> home;
    private final ObjectProvider<AfterRestore> after;
    private final Clock clock;

    RestoreCommand(
            ObjectProvider<Restore> restore,
            PointInTime pointInTime,
            Rehearsal rehearsal,
            DatabaseSettings settings,
            UnfinishedRestore unfinished,
            ObjectProvider<DatabaseHome> home,
            ObjectProvider<AfterRestore> after,
            Clock clock) {
        this.restore = restore;
        this.pointInTime = pointInTime;
        this.rehearsal = rehearsal;
        this.settings = settings;
        this.unfinished = unfinished;
        this.home = home;
        this.after = after;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(from)) {
            spec.commandLine().getErr().println("Filen eller mappen finns inte eller går inte att läsa: " + from);
            return 1;
        }
        unfinished.restoring();
        boolean folder = Files.isDirectory(from);
        if (at != null && !folder) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "--at gäller en mapp med kopior av databasens filer. En fil är alltid som när den gjordes.");
            return 1;
        }
        return folder ? fromFolder(new BackupFolder(from.toAbsolutePath().normalize())) : fromFile();
    }

    private int fromFile() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        BackupManifest manifest =
                verify ? rehearsal.of(from, this::tell) : restore.getObject().read(from, existing(), this::tell);
        long rows =
                manifest.tables().stream().mapToLong(BackupManifest.Part::rows).sum();
        out.printf(
                "Klart: %d tabeller och %d rader %s, alla lika med säkerhetskopian från %s.%n",
                manifest.tables().size(),
                rows,
                verify ? "prövade i en databas som har kastats" : "återställda",
                shown(manifest.made()));
        finish(manifest.made());
        return 0;
    }

    private void tell(BackupManifest.Part part) {
        spec.commandLine()
                .getOut()
                .printf(
                        "  %-40s %10d rader  lika (%s)%n",
                        part.name(), part.rows(), part.sha256().substring(0, 12));
    }

    private int fromFolder(BackupFolder folder) throws Exception {
        if (!settings.isEmbedded() && !verify) {
            throw new RestoreRefused(
                    "SAMSYN_DATABASE_URL pekar på en egen PostgreSQL. Återställ den med dess egna verktyg; se docs/drift.md");
        }
        Optional<Instant> moment = Optional.ofNullable(at).map(this::moment);
        PointInTime.Restored restored;
        Map<String, Long> rows;
        if (verify) {
            Rehearsal.Seen seen = rehearsal.of(folder, moment);
            restored = seen.restored();
            rows = seen.rows();
        } else {
            restored = pointInTime.restore(folder, moment, new DataFolder(settings.data()), existing());
            rows = new Examination(home.getObject().server().orElseThrow()).rows();
        }
        PrintWriter out = spec.commandLine().getOut();
        rows.forEach((table, count) -> out.printf("  %-40s %10d rader  hel%n", table, count));
        out.printf(
                "Klart: databasen %s som den var %s, ur kopian från %s. Kontrollsummor, tabeller och index är hela.%n",
                verify ? "gick att återställa" : "är återställd",
                restored.isWhole() && moment.isPresent() ? shown(moment.get()) : "så långt kopian räcker",
                shown(restored.base().ended()));
        out.println(restored.last()
                .map(last -> "Den sista ändringen som finns med gjordes " + last + ".")
                .orElse("Efter kopian av filerna finns ingen ändring med."));
        if (!restored.isWhole()) {
            out.println(
                    "Mappen har ingenting senare än så: hände något mellan dess och det begärda ögonblicket är det inte med.");
        }
        finish(restored.asOf());
        return 0;
    }

    private void finish(Instant asOf) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (verify) {
            return;
        }
        List<AfterRestore> left =
                after.orderedStream().filter(work -> !done(work, asOf)).toList();
        if (!left.isEmpty()) {
            throw new RestoreRefused(
                    "Databasen är återställd, men efterarbetet blev inte klart (se ovan). Starta inte Samsyn ännu: det som"
                            + " gallrats kan vara tillbaka. Åtgärda felet och återställ igen");
        }
        unfinished.end();
        out.println("Nyckelmappen följer inte med kopian: den ska vara från samma tid. Pröva med ./samsyn keys check.");
    }

    /** One that fails does not keep the others from their work. */
    private boolean done(AfterRestore work, Instant asOf) {
        try {
            work.restored(asOf).ifPresent(spec.commandLine().getOut()::println);
            return true;
        } catch (RuntimeException failure) {
            spec.commandLine().getErr().println(failure.getMessage());
            return false;
        }
    }

    private Restore.Existing existing() {
        return erase ? Restore.Existing.ERASE : Restore.Existing.REFUSE;
    }

    private String shown(Instant moment) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(moment.atZone(clock.getZone()));
    }

    private Instant moment(String text) {
        try {
            LocalDateTime local = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text.replace(' ', 'T'));
            return local.atZone(clock.getZone()).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new RestoreRefused("Ögonblicket går inte att läsa: skriv det som 2026-11-23T14:05", unreadable);
        }
    }
}
