package se.samsyn.table.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.Attacker;
import se.samsyn.table.disclosure.Axis;
import se.samsyn.table.disclosure.CrossTables;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Reach;
import se.samsyn.table.disclosure.Zeros;

/** What an attacker can tell of hidden cells, against what two other solvers told of the same. */
@Component
class IntervalClaims {

    static final String AUDIT = "disclosure/audit/in_small_432cells.csv";
    private static final double NEAR = 1e-5;
    /** Amounts of the reference have one decimal; the attack is on whole numbers. */
    private static final double TENTHS = 10;

    List<Claim> claims(Reference reference) {
        var text = "Angriparen når lika långt som i referensen";
        return Stream.of(
                        reference.claims(text, GaussClaims.CASES, IntervalClaims::intervals),
                        reference.claims(text, AUDIT, IntervalClaims::audits))
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<Claim> intervals(Path file) throws IOException {
        var cases = CodedRows.read(file);
        return IntStream.range(0, cases.rows().size())
                .filter(at -> cases.column("rcall").get(at).contains("lpPackage"))
                .filter(at -> Files.exists(
                        file.resolveSibling(cases.column("expected").get(at))))
                .mapToObj(at -> claim(cases.column("case").get(at), () -> tried(file, cases, at)));
    }

    private static Claim claim(String name, Callable<Verdict> trial) {
        return new Claim("Intervall, " + name + ": angriparen når lika långt som i referensen", trial);
    }

    private static Verdict tried(Path file, CodedRows cases, int at) throws IOException {
        var inputs = List.of(file.resolveSibling(cases.column("input").get(at)));
        var expected =
                CodedRows.read(file.resolveSibling(cases.column("expected").get(at)));
        var asked = GaussCase.of(RCall.of(cases.column("rcall").get(at)), inputs);
        boolean amounts = expected.variables().contains("value");
        var flags = GaussClaims.byName(expected, expected.column("suppressed"));
        var tables = amounts ? asked.inTenths(TENTHS) : asked.tables();
        try (var attacker = new Attacker(
                tables,
                Zeros.SHOWN,
                cell -> "TRUE".equals(flags.get(GaussClaims.name(asked.cells().get(cell)))),
                0)) {
            var least = GaussClaims.byName(expected, expected.column("lo"));
            var most = GaussClaims.byName(expected, expected.column("up"));
            return compared(
                    tables.size(),
                    amounts ? TENTHS : 1,
                    attacker,
                    cell -> List.of(
                            least.getOrDefault(GaussClaims.name(asked.cells().get(cell)), ""),
                            most.getOrDefault(GaussClaims.name(asked.cells().get(cell)), "")));
        }
    }

    private static Verdict compared(int cells, double scale, Attacker attacker, IntFunction<List<String>> bounds) {
        int compared = 0;
        int differing = 0;
        for (int cell = 0; cell < cells; cell++) {
            var expected = bounds.apply(cell);
            if (!expected.getFirst().isEmpty()) {
                Reach reach = attacker.reach(cell);
                compared++;
                boolean same = near(reach.least() / scale, expected.getFirst())
                        && near(reach.most() / scale, expected.getLast());
                differing += same ? 0 : 1;
            }
        }
        return Verdict.of(compared > 0 && differing == 0, compared + " intervall, " + differing + " skiljer");
    }

    private static boolean near(double bound, String expected) {
        double value = expected.equals("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(expected);
        return bound == value || Math.abs(bound - value) < NEAR;
    }

    private static Stream<Claim> audits(Path input) throws IOException {
        var folder = Objects.requireNonNull(input.getParent());
        try (var files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("small_"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(name -> claim(name, () -> audited(input, folder.resolve(name))));
        }
    }

    private static Verdict audited(Path input, Path file) throws IOException {
        var leaves = CodedRows.read(input);
        var ground = leaves.only(List.of("m", "c", "a", "b"));
        var tables = ground.crossed();
        LinkedTables linked = tables.linked(
                leaves.column("freq").stream().mapToLong(Long::parseLong).toArray());
        var expected = CodedRows.read(file);
        Map<List<String>, List<String>> rows = new HashMap<>();
        expected.rows().forEach(row -> rows.put(row.subList(0, 3), row));
        var names = names(tables);
        long lowest = file.toString().toLowerCase(Locale.ROOT).contains("lb1") ? 1 : 0;
        try (var attacker = new Attacker(
                linked, Zeros.SHOWN, cell -> of(rows, names.get(cell)).get(5).equals("true"), lowest)) {
            return compared(
                    linked.size(),
                    1,
                    attacker,
                    cell -> of(rows, names.get(cell)).subList(6, 8));
        }
    }

    private static List<String> of(Map<List<String>, List<String>> rows, List<String> name) {
        return Objects.requireNonNull(rows.get(name), () -> "no cell " + name);
    }

    /** The cells' names without the column of counties, whose codes stand among those of municipalities. */
    private static List<List<String>> names(CrossTables tables) {
        return tables.cells().stream()
                .map(name -> List.of(name.get(0), name.get(2), name.get(3)))
                .map(name -> name.stream()
                        .map(code -> code.isEmpty() ? Axis.TOTAL : code)
                        .toList())
                .toList();
    }
}
