package se.samsyn.database;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./samsyn backup FILE}: copies everything to a sealed file, or the database's files to a folder, also while Samsyn is running. */
@Component
@Command(
        name = "backup",
        description =
                "Säkerhetskopierar hela databasen till en krypterad fil, eller dess filer till en mapp, även medan Samsyn är igång."
                        + " Nyckelmappen följer aldrig med: utan den kan ingen öppna kopian.")
final class BackupCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FIL",
            description = "Filen som ska skrivas, till exempel samsyn-2026-11-22.samsyn")
    private @Nullable Path file;

    @Option(
            names = "--base",
            paramLabel = "MAPP",
            description = "Kopierar databasens filer till mappen, som grund för att återställa till ett ögonblick")
    private @Nullable Path folder;

    @Option(names = "--force", description = "Skriver över filen om den redan finns")
    private boolean overwrite;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Backup backup;
    private final BaseCopy copies;
    private final LastBackup last;

    BackupCommand(Backup backup, BaseCopy copies, LastBackup last) {
        this.backup = backup;
        this.copies = copies;
        this.last = last;
    }

    @Override
    public Integer call() throws Exception {
        if ((file == null) == (folder == null)) {
            return refused("Ange antingen en fil eller --base MAPP.");
        }
        return file == null ? base(folder) : tables(file);
    }

    private int tables(Path target) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (Files.exists(target) && !overwrite) {
            return refused("Filen finns redan: " + target + ". Välj ett annat namn eller lägg till --force.");
        }
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
            return refused("Det går inte att skriva i mappen " + parent + ".");
        }
        BackupManifest manifest =
                backup.write(target, part -> out.printf("  %-40s %10d rader%n", part.name(), part.rows()));
        last.note();
        out.printf(
                "Klart: %d tabeller i %s (%d kB), krypterade. Pröva med ./samsyn restore %s --verify; återställ med ./samsyn restore %s --data NY_MAPP%n",
                manifest.tables().size(), target, Files.size(target) / 1024 + 1, target, target);
        remindOfKeys(out);
        return 0;
    }

    private int base(@Nullable Path target) throws Exception {
        if (target == null || !Files.isDirectory(target) || !Files.isWritable(target)) {
            return refused("Mappen finns inte eller går inte att skriva i: " + target + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        BackupFolder.Base base =
                copies.write(new BackupFolder(target.toAbsolutePath().normalize()));
        last.note();
        out.printf(
                "Klart: %s (%d kB), krypterad och läst tillbaka. Återställ med ./samsyn restore %s --at ÖGONBLICK --data NY_MAPP%n",
                base.file().getFileName(), Files.size(base.file()) / 1024 + 1, target);
        remindOfKeys(out);
        return 0;
    }

    private static void remindOfKeys(PrintWriter out) {
        out.println(
                "Nyckelmappen följer inte med: kopiera den för sig, och förvara den på annat ställe än kopian; se docs/drift.md.");
    }

    private int refused(String why) {
        spec.commandLine().getErr().println(why);
        return 1;
    }
}
