package se.samsyn.table;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samsyn.kernel.InstrumentKey;

/** {@code ./samsyn table}: prints a protected table, or the names of those there are. */
@Component
@Scope("prototype")
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description =
                "Räknar fram en skyddad tabell. Utan tabellnamn listas instrumenten, med --list tabellerna för en plats.")
final class TableCommand implements Callable<Integer> {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "TABELL",
            description = "Namn: instrument.plats.år.slag.variabel, till exempel vald.2080.all.change.halsa")
    private Optional<String> table = Optional.empty();

    @Option(
            names = "--list",
            paramLabel = "INSTRUMENT.PLATS",
            description = "Visar namnen på tabellerna för en plats, till exempel vald.2080")
    private Optional<String> list = Optional.empty();

    private final Results results;

    TableCommand(Results results) {
        this.results = results;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (list.isPresent()) {
            names(list.get()).forEach(out::println);
            return 0;
        }
        if (table.isEmpty()) {
            results.gatherings()
                    .forEach(one -> out.println(one.set() + "  " + one.title().in(SWEDISH)));
            return 0;
        }
        Optional<ProtectedTable> found = results.print(key(table.get()));
        if (found.isEmpty()) {
            spec.commandLine().getErr().println("Tabellen finns inte. Namnen visas med --list INSTRUMENT.PLATS.");
            return 1;
        }
        TablePrint.print(found.get(), out);
        return 0;
    }

    private List<TableKey> names(String instrumentAndPlace) {
        String[] parts = instrumentAndPlace.split("\\.", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Ange instrument och plats, till exempel vald.2080");
        }
        return results.keys(new InstrumentKey(parts[0]), Where.of(parts[1]), new Span.AllYears());
    }

    private static TableKey key(String text) {
        try {
            return TableKey.of(text);
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException(
                    "Tabellnamnet ska vara instrument.plats.år.slag.variabel, till exempel vald.2080.all.change.halsa",
                    fault);
        }
    }
}
