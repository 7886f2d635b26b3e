package se.samsyn.database;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./samsyn backup FILE}: copies everything to a file, also while Samsyn is running. */
@Component
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Säkerhetskopierar hela databasen till en fil, även medan Samsyn är igång. Filen innehåller"
                + " personuppgifter: förvara den skyddat.")
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FIL", description = "Filen som ska skrivas, till exempel samsyn-2026-11-22.zip")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Skriver över filen om den redan finns")
    private boolean overwrite;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Backup backup;

    private final LastBackup last;

    BackupCommand(Backup backup, LastBackup last) {
        this.backup = backup;
        this.last = last;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (Files.exists(file) && !overwrite) {
            spec.commandLine()
                    .getErr()
                    .println("Filen finns redan: " + file + ". Välj ett annat namn eller lägg till --force.");
            return 1;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            spec.commandLine().getErr().println("Det går inte att skriva i mappen " + folder + ".");
            return 1;
        }
        BackupManifest manifest =
                backup.write(file, part -> out.printf("  %-40s %10d rader%n", part.name(), part.rows()));
        last.note();
        out.printf(
                "Klart: %d tabeller i %s (%d kB). Återställ med ./samsyn restore %s --data NY_MAPP%n",
                manifest.tables().size(), file, Files.size(file) / 1024 + 1, file);
        out.println("Nycklar till pseudonymer ligger utanför databasen och följer inte med; se docs/drift.md.");
        return 0;
    }
}
