package se.samsyn.exchange;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samsyn.access.Actor;
import se.samsyn.access.ActorId;
import se.samsyn.access.Role;
import se.samsyn.followup.ImportPermit;
import se.samsyn.followup.ImportProgress;
import se.samsyn.instrument.Form;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

/** {@code ./samsyn import}: the same import as on the page, by whoever runs the program. Ends with 1 where nothing was stored. */
@Component
@Command(name = "import", description = "Läser in ärenden från CSV eller XLSX.")
class ImportCommand implements Callable<Integer> {

    private static final ActorId OPERATOR = new ActorId(new UUID(0, 1));
    private static final Locale SWEDISH = Locale.of("sv");

    private final Imports imports;
    private final Organisations organisations;
    private final ProblemTexts texts;
    private final MessageSource messages;

    @Parameters(paramLabel = "FIL", description = "CSV- eller XLSX-fil")
    private Path file = Path.of("");

    @Option(names = "--mapping", required = true, description = "koppling: en JSON-fil, eller namnet på en sparad")
    private String mapping = "";

    @Option(names = "--unit", required = true, description = "enhetens id eller namn")
    private String unit = "";

    @Option(names = "--municipality", description = "kommunkod, om flera enheter heter lika")
    private @Nullable String municipality;

    @Option(names = "--dry-run", description = "visar vad som skulle hända, sparar inget")
    private boolean dryRun;

    @Option(names = "--problems", description = "skriver alla problem till en CSV-fil")
    private @Nullable Path problems;

    @Spec
    private @Nullable CommandSpec spec;

    ImportCommand(Imports imports, Organisations organisations, ProblemTexts texts, MessageSource messages) {
        this.imports = imports;
        this.organisations = organisations;
        this.texts = texts;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (!Files.isRegularFile(file)) {
            return failed(out, "exchange.command.no-file");
        }
        if (!problemsCanBeWritten()) {
            return failed(out, "exchange.command.no-problems");
        }
        Optional<Unit> to = unit();
        if (to.isEmpty()) {
            return failed(out, "exchange.command.no-unit");
        }
        Optional<Mapping> by = mapping(to.get());
        if (by.isEmpty()) {
            return failed(out, "exchange.command.no-mapping");
        }
        Mapping whole = by.get().find(Trait.UNIT).isPresent()
                ? by.get()
                : by.get().with(Trait.UNIT, Origin.constant(to.get().id().toString()));
        return dryRun ? tryOut(out, whole, to.get()) : run(out, whole, to.get());
    }

    /** Found out before anything is stored, so that the command never fails after it has. */
    private boolean problemsCanBeWritten() {
        try {
            if (problems != null) {
                Files.writeString(problems, "");
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private int tryOut(PrintWriter out, Mapping whole, Unit to) throws IOException {
        DryRun run = imports.tryOut(operator(to), file, whole, List.of(to));
        tell(out, run, whole, to);
        out.println(message("exchange.command.dry", run.rows(), run.cases(), run.occasions()));
        return run.ready() ? 0 : 1;
    }

    private int run(PrintWriter out, Mapping whole, Unit to) throws IOException {
        return switch (imports.run(operator(to), file, whole, List.of(to), ImportProgress.UNWATCHED)) {
            case ImportResult.Accepted(DryRun run, var summary) -> {
                tell(out, run, whole, to);
                out.println(message("exchange.command.done", summary.added(), summary.changed(), summary.unchanged()));
                if (summary.added() + summary.changed() > 0) {
                    out.println(message("exchange.command.results"));
                }
                yield 0;
            }
            case ImportResult.Rejected(DryRun run) -> {
                tell(out, run, whole, to);
                out.println(message("exchange.command.refused", run.stops()));
                yield 1;
            }
        };
    }

    private ImportPermit operator(Unit to) {
        var actor = new Actor(OPERATOR, "operator", Role.QUALITY_DEVELOPER, to.municipality(), Optional.empty());
        return imports.asOperator(actor, List.of(to));
    }

    private void tell(PrintWriter out, DryRun run, Mapping whole, Unit to) throws IOException {
        Form form = imports.form(whole.instrument(), to.municipality());
        for (ProblemTexts.Line line : texts.lines(run.problems(), form, SWEDISH)) {
            out.println(message("exchange.command.line", line.row(), line.column(), line.text(), line.remedy()));
        }
        if (run.unlisted() > 0) {
            out.println(message("exchange.problems.more", run.unlisted()));
        }
        if (problems != null) {
            Files.writeString(problems, texts.csv(run.problems(), form, SWEDISH), StandardCharsets.UTF_8);
        }
    }

    private Optional<Unit> unit() {
        PlaceCode within = municipality == null ? PlaceCode.NATION : new PlaceCode(municipality);
        if (unit.matches("[0-9a-f-]{36}")) {
            return organisations.find(UnitId.of(unit));
        }
        List<Unit> named = organisations.units(within).stream()
                .filter(each -> each.name().equalsIgnoreCase(unit))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private Optional<Mapping> mapping(Unit to) throws IOException {
        Path path = Path.of(mapping);
        return Files.isRegularFile(path)
                ? Optional.of(MappingJson.read(Files.readString(path, StandardCharsets.UTF_8)))
                : imports.saved(to.municipality(), mapping);
    }

    private int failed(PrintWriter out, String key) {
        out.println(message(key));
        return 2;
    }

    private String message(String key, Object... args) {
        return messages.getMessage(key, args, SWEDISH);
    }
}
