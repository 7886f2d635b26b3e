package se.samsyn.database;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./samsyn restore FILE}: puts a backup back in an empty data folder and shows that it equals the original. */
@Component
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Återställer en säkerhetskopia i en tom datamapp och kontrollerar att den är lika med originalet.")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FIL", description = "En fil som ./samsyn backup har skrivit")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Raderar först allt som finns i datamappens databas")
    private boolean erase;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Restore restore;
    private final ObjectProvider<AfterRestore> after;

    RestoreCommand(Restore restore, ObjectProvider<AfterRestore> after) {
        this.restore = restore;
        this.after = after;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.isReadable(file)) {
            spec.commandLine().getErr().println("Filen finns inte eller går inte att läsa: " + file);
            return 1;
        }
        BackupManifest manifest = restore.read(
                file,
                erase ? Restore.Existing.ERASE : Restore.Existing.REFUSE,
                part -> out.printf(
                        "  %-40s %10d rader  lika (%s)%n",
                        part.name(), part.rows(), part.sha256().substring(0, 12)));
        long rows =
                manifest.tables().stream().mapToLong(BackupManifest.Part::rows).sum();
        out.printf(
                "Klart: %d tabeller och %d rader återställda, alla lika med säkerhetskopian från %s.%n",
                manifest.tables().size(), rows, manifest.made());
        after.forEach(work -> work.restored(manifest.made()).ifPresent(out::println));
        out.println(
                "Nycklarna följer inte med kopian: nyckelmappen ska vara från samma tid. Pröva med ./samsyn keys check.");
        return 0;
    }
}
