package se.samsyn.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.table.ProtectedTable;
import se.samsyn.table.Results;
import se.samsyn.table.Span;
import se.samsyn.table.Where;

/** {@code ./samsyn export}: writes every protected table of a place and time as files. */
@Component
@Command(name = "export", description = "Skriver alla skyddade tabeller för en plats och tid som filer.")
class ExportCommand implements Callable<Integer> {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final Results results;
    private final TableFiles files;

    @Parameters(paramLabel = "MAPP", description = "mappen som filerna skrivs i; skapas om den saknas")
    private Path folder = Path.of("");

    @Option(names = "--set", required = true, description = "instrument (vald, missbruk, boende, barn, allman)")
    private String set = "";

    @Option(names = "--place", defaultValue = "SE", description = "SE, länskod, kommunkod eller u-ENHETSID")
    private String place = "SE";

    @Option(names = "--year", defaultValue = "all", description = "år ärendena öppnades, eller all")
    private String year = "all";

    @Option(names = "--format", defaultValue = "csv", description = "csv eller xlsx")
    private Format format = Format.csv;

    @Spec
    private @Nullable CommandSpec spec;

    /** As written on the command line and as the files end. */
    enum Format {
        csv,
        xlsx
    }

    ExportCommand(Results results, TableFiles files) {
        this.results = results;
        this.files = files;
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        int written = 0;
        for (var key : results.keys(new InstrumentKey(set), Where.of(place), Span.of(year))) {
            var table = results.print(key);
            if (table.isPresent()) {
                write(table.get());
                written++;
            }
        }
        Objects.requireNonNull(spec).commandLine().getOut().println(written + " tabeller skrivna i " + folder);
        return written > 0 ? 0 : 1;
    }

    private void write(ProtectedTable table) throws IOException {
        var file = folder.resolve(table.key() + "." + format);
        switch (format) {
            case csv -> Files.writeString(file, files.csv(table, SWEDISH), StandardCharsets.UTF_8);
            case xlsx -> {
                try (var out = Files.newOutputStream(file)) {
                    files.xlsx(table, SWEDISH, out);
                }
            }
        }
    }
}
