package se.samsyn.register;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;

/** {@code ./samsyn register}: imports microdata with a codebook. */
@Component
@Command(name = "register", description = "Läser in ett register (CSV, XLSX eller Parquet) med kodbok.")
class RegisterCommand implements Callable<Integer> {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final RegisterImport imports;
    private final MessageSource messages;

    @Parameters(paramLabel = "FIL", description = "filen med data: CSV, XLSX eller Parquet")
    private Path file = Path.of("");

    @Option(names = "--name", required = true, description = "kort namn med små bokstäver, som skolhalsa")
    private String name = "";

    @Option(names = "--title", required = true, description = "titel, som läsarna ser den")
    private String title = "";

    @Option(
            names = "--codebook",
            description =
                    "kodbok: CSV eller XLSX (annars bladet Kodbok i arbetsboken, eller så läses kolumnerna som de ser ut)")
    private @Nullable Path codebook;

    @Option(names = "--place", defaultValue = "SE", description = "vems data det är: SE, länskod eller kommunkod")
    private String place = "SE";

    @Option(names = "--source", description = "vem som samlat in och hur")
    private @Nullable String source;

    @Spec
    private @Nullable CommandSpec spec;

    RegisterCommand(RegisterImport imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        NewRegister register;
        try {
            register = new NewRegister(
                    new InstrumentKey(name),
                    Wording.same(title),
                    Wording.same(source == null ? title : source),
                    new PlaceCode(place));
        } catch (IllegalArgumentException _) {
            out.println(
                    "Namnet ska vara 2-40 små bokstäver a-z, siffror och bindestreck, och platsen SE, en länskod eller en kommunkod.");
            return 2;
        }
        if (!Files.isReadable(file)) {
            out.println("Filen finns inte eller går inte att läsa: " + file);
            return 2;
        }
        long from = System.nanoTime();
        return told(
                imports.run(register, file, Optional.ofNullable(codebook), Optional.empty(), step -> say(step, out)),
                from,
                out);
    }

    private static void say(String step, PrintWriter out) {
        out.println(
                switch (step) {
                    case "reading" -> "Läser filen …";
                    case "looking" -> "Ser efter vad kolumnerna innehåller …";
                    default -> "Prövar och läser in alla rader …";
                });
        out.flush();
    }

    private int told(Imported imported, long from, PrintWriter out) {
        return switch (imported) {
            case Imported.Done done -> {
                out.printf(
                        SWEDISH,
                        "%,d rader och %d variabler inlästa på %.1f sekunder.%n",
                        done.register().size(),
                        done.register().codebook().fields().size(),
                        (System.nanoTime() - from) / 1e9);
                if (!done.leftOut().isEmpty()) {
                    out.println("Utelämnade kolumner: " + String.join(", ", done.leftOut()));
                }
                yield 0;
            }
            case Imported.Refused refused -> {
                out.println("Inget lästes in. Rätta detta först:");
                refused.mends().forEach(mend -> out.println("- " + line(mend)));
                yield 1;
            }
        };
    }

    private String line(Mend mend) {
        String where = (mend.file() == Mend.File.CODEBOOK ? "kodboken" : "filen")
                + (mend.row() > 0 ? ", rad " + mend.row() : "")
                + (mend.column().isEmpty() ? "" : ", kolumn " + mend.column());
        return where + ": " + messages.getMessage(mend.message(), mend.details().toArray(), SWEDISH);
    }
}
