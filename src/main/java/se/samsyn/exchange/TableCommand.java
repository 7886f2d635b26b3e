package se.samsyn.exchange;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.table.CrossPrinting;
import se.samsyn.table.CrossQuestion;
import se.samsyn.table.Results;
import se.samsyn.table.Span;
import se.samsyn.table.TableKey;
import se.samsyn.table.Where;

/** {@code ./samsyn table}: prints a protected table, the names of those there are, or a crossing. */
@Component
@Command(
        name = "table",
        description =
                "Skriver ut en skyddad tabell, namnen på dem som finns, eller en korstabell (--of med --rows och --columns).")
class TableCommand implements Callable<Integer> {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final Results results;
    private final TableFiles files;
    private final CrossPrinting crossings;

    @Parameters(paramLabel = "TABELL", arity = "0..1", description = "tabellens namn, som vald.20.all.steps.-")
    private @Nullable String name;

    @Option(names = "--set", defaultValue = "vald", description = "instrument, för att lista (vald, missbruk ...)")
    private String set = "vald";

    @Option(names = "--place", defaultValue = "SE", description = "SE, länskod, kommunkod eller u-ENHETSID")
    private String place = "SE";

    @Option(names = "--year", defaultValue = "all", description = "år ärendena öppnades, eller all")
    private String year = "all";

    @Option(names = "--of", description = "data att korsa: ett register eller instrument")
    private @Nullable String of;

    @Option(
            names = "--rows",
            defaultValue = "",
            description = "variabler på rader, med komma mellan: kon,alder-class:tens")
    private String rows = "";

    @Option(names = "--columns", defaultValue = "", description = "variabler på kolumner")
    private String columns = "";

    @Option(names = "--layers", defaultValue = "", description = "variabler som ger var sin tabell")
    private String layers = "";

    @Option(
            names = "--show",
            defaultValue = "",
            description = "count, row-share, column-share, total-share, mean, median ...")
    private String show = "";

    @Option(
            names = "--number",
            defaultValue = "",
            description = "tal för medelvärde; en förändring skrivs tal@från~till")
    private String number = "";

    @Option(names = "--filter", defaultValue = "", description = "urval: variabel=kod~kod, med semikolon mellan")
    private String filter = "";

    @Spec
    private @Nullable CommandSpec spec;

    TableCommand(Results results, TableFiles files, CrossPrinting crossings) {
        this.results = results;
        this.files = files;
        this.crossings = crossings;
    }

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (of != null) {
            return cross(out, of);
        }
        return name == null ? list(out) : print(out, name);
    }

    private int list(PrintWriter out) {
        results.keys(new InstrumentKey(set), Where.of(place), Span.of(year)).forEach(out::println);
        return 0;
    }

    private int print(PrintWriter out, String wanted) {
        var table = named(wanted).flatMap(results::print);
        if (table.isEmpty()) {
            out.println(
                    "Det finns ingen sådan tabell. ./samsyn table --set INSTRUMENT --place PLATS visar vilka som finns.");
            return 1;
        }
        out.print(files.csv(table.get(), SWEDISH).replace("\uFEFF", ""));
        out.flush();
        return 0;
    }

    private int cross(PrintWriter out, String set) {
        CrossPrinting.Printed printed =
                crossings.print(new CrossQuestion(set, rows, columns, layers, show, number, filter), SWEDISH);
        out.print(printed.text());
        out.flush();
        return printed.answered() ? 0 : 1;
    }

    private static Optional<TableKey> named(String text) {
        try {
            return Optional.of(TableKey.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
