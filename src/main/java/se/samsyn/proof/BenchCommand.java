package se.samsyn.proof;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samsyn.access.Role;
import se.samsyn.exchange.MappingJson;
import se.samsyn.exchange.Origin;
import se.samsyn.exchange.Trait;
import se.samsyn.followup.Case;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.CaseImport;
import se.samsyn.followup.Cases;
import se.samsyn.followup.Identity;
import se.samsyn.followup.ImportProgress;
import se.samsyn.followup.ImportedCase;
import se.samsyn.followup.LocalId;
import se.samsyn.followup.Occasion;
import se.samsyn.followup.Occasions;
import se.samsyn.followup.OpenCase;
import se.samsyn.followup.Outcome;
import se.samsyn.followup.Pen;
import se.samsyn.followup.WayIn;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Instruments;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;

/**
 * {@code ./samsyn bench}: prints how fast the main job goes on this machine, on made-up cases in a database of its own. Pages are timed
 * as a browser meets them: signed in, over HTTP, to the last byte.
 */
@Component
@Command(name = "bench", description = "Mäter hur snabbt det går på den här maskinen.")
class BenchCommand implements Callable<Integer> {

    private static final InstrumentKey SET = new InstrumentKey("allman");
    private static final String CASES = "cases";
    private static final int SAVES = 200;
    private static final int VISITS = 100;
    private static final String FIGURE = "class=\"figure-card\"";

    private final ProofGround ground;
    private final Organisations organisations;
    private final Instruments instruments;
    private final CaseImport imports;
    private final Cases cases;
    private final Occasions occasions;
    private final BenchPages pages;
    private final ObjectProvider<Bench> benches;
    private final Clock clock;
    private final SplittableRandom random = new SplittableRandom(1);

    @Option(names = "--cases", defaultValue = "100000", description = "ärenden i landet (annars 100000)")
    private int wanted = 100_000;

    @Parameters(
            paramLabel = "DEL",
            arity = "0..*",
            description = "cases, tables, crossings, indicators, load (annars cases)")
    private List<String> parts = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    BenchCommand(
            ProofGround ground,
            Organisations organisations,
            Instruments instruments,
            CaseImport imports,
            Cases cases,
            Occasions occasions,
            BenchPages pages,
            ObjectProvider<Bench> benches,
            Clock clock) {
        this.ground = ground;
        this.organisations = organisations;
        this.instruments = instruments;
        this.imports = imports;
        this.cases = cases;
        this.occasions = occasions;
        this.pages = pages;
        this.benches = benches;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (parts.isEmpty() || parts.contains(CASES)) {
            importFile(out);
            saves(out);
            nation(out);
        }
        for (Bench bench : benches.orderedStream().toList()) {
            if (parts.contains(bench.name())) {
                bench.print(out);
                out.flush();
            }
        }
        return 0;
    }

    private void importFile(PrintWriter out) throws IOException {
        ground.instrument("housing");
        var unit = ground.unit("Bänk");
        var rows = new StringBuilder("id;tid;boende\n");
        for (int row = 0; row < 10_000; row++) {
            rows.append("b")
                    .append(row / 4)
                    .append(';')
                    .append(row % 4 * 6)
                    .append(';')
                    .append(row % 3)
                    .append('\n');
        }
        var file = Files.createTempFile("samsyn-bench", ".csv");
        try {
            Files.writeString(file, rows, StandardCharsets.UTF_8);
            var mapping = MappingJson.read("""
                    {"samsyn": "mapping/1", "name": "b", "instrument": "prove-housing", "reading": {},
                     "shape": {"long": {"column": "tid", "kind": "months", "between": "during", "phases": {"0": "before"}}},
                     "case": {"column": "id", "kind": "local-id"},
                     "traits": {"opened": {"constant": "2020-01-01"}},
                     "variables": [{"column": "boende", "variable": "living"}], "numbersInText": "refuse"}
                    """).with(Trait.UNIT, Origin.constant(unit.name()));
            var permit = ground.permit(List.of(unit));
            var from = System.nanoTime();
            ground.run(permit, file, mapping, List.of(unit));
            line(out, "läsa in 10 000 rader från CSV", millis(from), "under 5 000");
            from = System.nanoTime();
            ground.run(permit, file, mapping, List.of(unit));
            line(out, "samma fil igen, inget ändrat", millis(from), "");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void saves(PrintWriter out) {
        var unit = ground.unit("Spara");
        ground.signIn(Role.CASEWORKER, unit.municipality(), Optional.of(unit));
        var today = LocalDate.now(clock);
        var opened = cases.open(new OpenCase(
                CaseId.fresh(),
                unit.id(),
                SET,
                Optional.empty(),
                Sex.WOMAN,
                OptionalInt.empty(),
                Identity.OPEN,
                WayIn.REPORT,
                today));
        var of = (Case) ((Outcome.Done<?>) opened).result();
        var begun = (Occasion) ((Outcome.Done<?>) occasions.begin(of.id(), Phase.BEFORE, today)).result();
        var times = new double[SAVES];
        for (int save = 0; save < SAVES; save++) {
            var answers = answers(save % 10);
            var from = System.nanoTime();
            occasions.keep(begun.id(), Pen.first(save + 1), answers);
            times[save] = millis(from);
        }
        spread(out, "spara ett svar", times, "under 100");
    }

    private void nation(PrintWriter out) throws IOException {
        var places = organisations.municipalities(PlaceCode.NATION);
        var form = instruments.inUse(SET, PlaceCode.NATION);
        var from = System.nanoTime();
        ground.signIn(Role.QUALITY_DEVELOPER, PlaceCode.NATION, Optional.empty());
        for (var place : places) {
            var board = organisations.found(place.name(), OrganisationKind.MUNICIPAL, place.code());
            var unit = organisations.open(board, place.name(), UnitKind.AUTHORITY, ServiceArea.GENERAL, place.code());
            var permit = imports.require(Set.of(unit.id()));
            imports.write(permit, made(unit, form, wanted / places.size()), ImportProgress.UNWATCHED);
        }
        line(out, "skriva " + wanted + " ärenden i 290 kommuner", millis(from), "");
        results(out, places);
        lists(out, large(form));
    }

    private void results(PrintWriter out, List<Place> places) throws IOException {
        var from = System.nanoTime();
        var analyst = pages.signIn(Role.NATIONAL_ANALYST, PlaceCode.NATION, Optional.empty());
        line(out, "logga in, läsa landets ärenden och skydda första sidan", millis(from), "");
        for (var view : List.of("who-we-meet", "how-it-went")) {
            var address = "/resultat?instrument=" + SET + "&vy=" + view + "&plats=";
            line(out, "resultatsida, " + view + ", den första", analyst.visit(address + "2080", FIGURE), "");
            for (var place : places) {
                analyst.visit(address + place.code(), FIGURE);
            }
            var times = new double[VISITS];
            for (int visit = 0; visit < VISITS; visit++) {
                var place = places.get(visit * 7 % places.size());
                times[visit] = analyst.visit(address + place.code(), FIGURE);
            }
            spread(out, "resultatsida, " + view, times, "under 300");
        }
    }

    /** A unit with a fifth as many cases as all others together. */
    private Unit large(Form form) {
        var unit = ground.unit("Stor");
        ground.signIn(Role.QUALITY_DEVELOPER, PlaceCode.NATION, Optional.empty());
        imports.write(imports.require(Set.of(unit.id())), made(unit, form, wanted / 5), ImportProgress.UNWATCHED);
        return unit;
    }

    private void lists(PrintWriter out, Unit unit) throws IOException {
        var caseworker = pages.signIn(Role.CASEWORKER, unit.municipality(), Optional.of(unit));
        for (var address : List.of("/arenden", "/att-gora")) {
            var times = new double[VISITS];
            for (int visit = 0; visit < VISITS; visit++) {
                times[visit] = caseworker.visit(address, "<td");
            }
            spread(out, address + ", enhet med " + wanted / 5 + " ärenden", times, "under 300");
        }
    }

    private List<ImportedCase> made(Unit unit, Form form, int count) {
        var made = new ArrayList<ImportedCase>();
        for (int i = 0; i < count; i++) {
            var opened = LocalDate.of(2024 + i % 3, 1 + i % 9, 1 + i % 28);
            made.add(new ImportedCase(
                    unit.id(),
                    SET,
                    new LocalId("b" + i),
                    i % 2 == 0 ? Sex.WOMAN : Sex.MAN,
                    OptionalInt.of(1950 + random.nextInt(50)),
                    Identity.OPEN,
                    WayIn.REPORT,
                    opened,
                    Optional.empty(),
                    List.of(
                            new ImportedCase.Visit(Phase.BEFORE, opened, 0, form.id(), answers(random.nextInt(7))),
                            new ImportedCase.Visit(
                                    Phase.DURING, opened.plusMonths(6), 6, form.id(), answers(random.nextInt(11)))),
                    List.of(),
                    Optional.empty()));
        }
        return made;
    }

    private static Answers answers(int value) {
        return new Answers(Map.of(
                new VariableKey("maende"), new Answer.Amount(BigDecimal.valueOf(value)),
                new VariableKey("vardag"), new Answer.Amount(BigDecimal.valueOf(value)),
                new VariableKey("ekonomi"), new Answer.Amount(BigDecimal.valueOf(10 - value))));
    }

    private static void spread(PrintWriter out, String what, double[] times, String aim) {
        Arrays.sort(times);
        line(out, what + ", median av " + times.length, times[times.length / 2], aim);
        line(out, what + ", 95:e percentilen", times[times.length * 95 / 100], aim);
    }

    static double millis(long from) {
        return (System.nanoTime() - from) / 1e6;
    }

    private static void line(PrintWriter out, String what, double milliseconds, String aim) {
        out.printf("  %-60s %10.1f ms  %s%n", what, milliseconds, aim);
        out.flush();
    }
}
