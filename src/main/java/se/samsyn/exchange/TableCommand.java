package se.samsyn.exchange;

import java.io.PrintWriter;
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
import se.samsyn.table.Results;
import se.samsyn.table.Span;
import se.samsyn.table.TableKey;
import se.samsyn.table.Where;

/** {@code ./samsyn table}: prints a protected table, or the names of those there are. */
@Component
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description = "Skriver ut en skyddad tabell, eller namnen på dem som finns.")
class TableCommand implements Callable<Integer> {

    private final Results results;
    private final TableFiles files;

    @Parameters(paramLabel = "TABELL", arity = "0..1", description = "tabellens namn, som vald.20.all.steps.-")
    private @Nullable String name;

    @Option(names = "--set", defaultValue = "vald", description = "instrument, för att lista (vald, missbruk ...)")
    private String set = "vald";

    @Option(names = "--place", defaultValue = "SE", description = "SE, länskod, kommunkod eller u-ENHETSID")
    private String place = "SE";

    @Option(names = "--year", defaultValue = "all", description = "år ärendena öppnades, eller all")
    private String year = "all";

    @Spec
    private @Nullable CommandSpec spec;

    TableCommand(Results results, TableFiles files) {
        this.results = results;
        this.files = files;
    }

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        return name == null ? list(out) : print(out, name);
    }

    private int list(PrintWriter out) {
        results.keys(new InstrumentKey(set), Where.of(place), Span.of(year)).forEach(out::println);
        return 0;
    }

    private int print(PrintWriter out, String wanted) {
        var table = results.print(TableKey.of(wanted));
        if (table.isEmpty()) {
            out.println(
                    "Det finns ingen sådan tabell. ./samsyn table --set INSTRUMENT --place PLATS visar vilka som finns.");
            return 1;
        }
        out.print(files.csv(table.get(), Locale.forLanguageTag("sv-SE")).replace("\uFEFF", ""));
        out.flush();
        return 0;
    }
}
