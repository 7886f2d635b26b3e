package se.samsyn.table.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.Attacker;
import se.samsyn.table.disclosure.Axis;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.Hiding;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Suppression;
import se.samsyn.table.disclosure.Zeros;

/** Which cells are hidden, against the reference: whole cases, and its engine with what it was given. */
@Component
class GaussClaims {

    private static final String CASES = "disclosure/gauss/cases.csv";
    private static final Pattern WIDE =
            Pattern.compile("gauss_base_mean([\\d.]+)_(\\d+)_(none|default)\\.csv(?:\\.gz)?");

    List<Claim> claims(Reference reference) {
        var file = reference.find(CASES);
        if (file.isEmpty()) {
            return List.of(new Claim(
                    "Samma celler döljs som i referensen", () -> new Verdict.Skipped(CASES + " finns inte här")));
        }
        try {
            var folder = Objects.requireNonNull(file.get().getParent());
            return Stream.of(cases(file.get()), engines(folder), wide(folder.resolveSibling("audit")))
                    .flatMap(claims -> claims)
                    .toList();
        } catch (IOException unread) {
            return List.of(new Claim("Fallen går att läsa", () -> {
                throw unread;
            }));
        }
    }

    private static Stream<Claim> cases(Path file) throws IOException {
        var cases = CodedRows.read(file);
        return IntStream.range(0, cases.rows().size())
                .filter(at -> !cases.column("rcall").get(at).startsWith("SuppressLinkedTables"))
                .mapToObj(at -> new Claim(
                        "Dolda celler, " + cases.column("case").get(at) + ": samma som i referensen",
                        () -> tried(Objects.requireNonNull(file.getParent()), cases, at)));
    }

    private static Verdict tried(Path folder, CodedRows cases, int at) throws IOException {
        var inputs = Arrays.stream(cases.column("input").get(at).split(" \\+ "))
                .map(folder::resolve)
                .toList();
        var asked = GaussCase.of(RCall.of(cases.column("rcall").get(at)), inputs);
        var hiding = Suppression.protect(asked.tables(), asked.rule(), Care.SINGLETONS);
        var hidden = names(asked, hiding, false);
        var primary = names(asked, hiding, true);
        var figure = String.format(
                Locale.ROOT, "%d celler, %d för små, %d dolda", asked.cells().size(), primary.size(), hidden.size());
        var counts = List.of(asked.cells().size(), primary.size(), hidden.size());
        if (!counts.equals(List.of(
                number(cases, "published", at), number(cases, "primary", at), number(cases, "suppressed", at)))) {
            return new Verdict.Fails(figure + ", i referensen " + number(cases, "published", at) + ", "
                    + number(cases, "primary", at) + ", " + number(cases, "suppressed", at));
        }
        var expected = folder.resolve(cases.column("expected").get(at));
        if (!Files.exists(expected)) {
            return new Verdict.Holds(figure + ", antalen jämförda");
        }
        var cells = CodedRows.read(expected);
        boolean same = named(cells, "suppressed").equals(hidden)
                && named(cells, "primary").equals(primary);
        return Verdict.of(same, figure + ", cell för cell");
    }

    private static int number(CodedRows cases, String column, int at) {
        return Integer.parseInt(cases.column(column).get(at));
    }

    private static Set<Set<String>> names(GaussCase asked, Hiding hiding, boolean primary) {
        var names = new HashSet<Set<String>>();
        for (int cell = 0; cell < asked.cells().size(); cell++) {
            if (primary ? hiding.primaryForOwnerOnly(cell) : hiding.hides(cell)) {
                names.add(name(asked.cells().get(cell)));
            }
        }
        return names;
    }

    /** The codes of a cell, whatever columns they stand in. */
    static Set<String> name(List<String> codes) {
        return codes.stream()
                .filter(code -> !code.equals(Axis.TOTAL))
                .flatMap(code -> Arrays.stream(code.split(":")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Set<String>> named(CodedRows expected, String flag) {
        var named = new HashSet<Set<String>>();
        byName(expected, expected.column(flag)).forEach((name, value) -> {
            if (value.equals("TRUE")) {
                named.add(name);
            }
        });
        return named;
    }

    /** What a column says of each cell. */
    static Map<Set<String>, String> byName(CodedRows expected, List<String> column) {
        int numbers = IntStream.range(1, expected.variables().size())
                .filter(k -> List.of("freq", "ant", "value")
                        .contains(expected.variables().get(k)))
                .findFirst()
                .orElseThrow();
        var byName = new HashMap<Set<String>, String>();
        for (int row = 0; row < column.size(); row++) {
            byName.put(name(expected.rows().get(row).subList(1, numbers)), column.get(row));
        }
        return byName;
    }

    private static Stream<Claim> engines(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_engine_x.csv"))
                    .map(name -> name.substring(0, name.indexOf('_')))
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(name -> Stream.of(Care.SUMS, Care.SINGLETONS).map(care -> engine(folder, name, care)));
        }
    }

    /** The wide tables that were made to be attacked: three levels of places, and two variables. */
    private static Stream<Claim> wide(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (var files = Files.list(folder)) {
            return files
                    .filter(file -> WIDE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> new Claim(
                            "Stor tabell, " + file.getFileName()
                                    + ": samma celler dolda, ingen liten går att räkna fram",
                            () -> wideTried(file)));
        }
    }

    private static Verdict wideTried(Path file) throws IOException {
        var name = WIDE.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(file.toString());
        }
        var leaves = CodedRows.read(file.resolveSibling("in_base_5200cells_mean" + name.group(1) + ".csv"));
        var tables = leaves.only(List.of("m", "c", "a", "b")).crossed();
        var linked = tables.linked(
                leaves.column("freq").stream().mapToLong(Long::parseLong).toArray());
        var care = name.group(3).equals("none") ? Care.SUMS : Care.SINGLETONS;
        long start = System.nanoTime();
        var hiding = Suppression.protect(linked, new Rule(Integer.parseInt(name.group(2)) + 1).with(Zeros.SHOWN), care);
        double hidden = (System.nanoTime() - start) / 1e9;
        var flags = new HashMap<List<String>, String>();
        CodedRows.read(file).rows().forEach(row -> flags.put(row.subList(0, 3), row.get(5)));
        long differing = IntStream.range(0, linked.size())
                .filter(cell -> {
                    var codes = tables.cells().get(cell);
                    return hiding.hides(cell)
                            != "TRUE".equals(flags.get(List.of(codes.get(0), codes.get(2), codes.get(3))));
                })
                .count();
        start = System.nanoTime();
        var primaries = new BitSet();
        IntStream.range(0, linked.size()).filter(hiding::primaryForOwnerOnly).forEach(primaries::set);
        try (var attacker = new Attacker(linked, Zeros.SHOWN, hiding::hides, 1)) {
            int told = attacker.told(primaries).cardinality();
            return Verdict.of(
                    differing == 0 && (told == 0 || care == Care.SUMS),
                    String.format(
                            Locale.ROOT,
                            "%d celler, %d skiljer, dolda på %.2f s, angripna på %.2f s, %d av %d framräknade",
                            linked.size(),
                            differing,
                            hidden,
                            (System.nanoTime() - start) / 1e9,
                            told,
                            primaries.cardinality()));
        }
    }

    private static Claim engine(Path folder, String name, Care care) {
        var which = care == Care.SUMS ? "utan" : "med";
        return new Claim("Elimination, " + name + " " + which + " ensamma: samma celler som i referensen", () -> {
            var columns = CodedRows.read(folder.resolve(name + "_engine_cols.csv"));
            var hiding = Suppression.protect(tables(folder, name, columns), new Rule(1).with(Zeros.SHOWN), care);
            var flags = columns.column(care == Care.SUMS ? "secondary_noSingleton" : "secondary_withSingleton");
            var primary = columns.column("primary");
            long differing = IntStream.range(0, flags.size())
                    .filter(cell -> primary.get(cell).equals("FALSE"))
                    .filter(cell -> hiding.hides(cell) != flags.get(cell).equals("TRUE"))
                    .count();
            return Verdict.of(differing == 0, flags.size() + " celler, " + differing + " skiljer");
        });
    }

    /** The engine's columns as cells: inner cells of one person where it was told so, else of two. */
    private static LinkedTables tables(Path folder, String name, CodedRows columns) throws IOException {
        var builder = LinkedTables.builder();
        var single = CodedRows.read(folder.resolve(name + "_engine_rows.csv")).column("singleton");
        single.forEach(flag -> builder.innerCell(flag.equals("1") || flag.equals("TRUE") ? 1 : 2));
        var entries = CodedRows.read(folder.resolve(name + "_engine_x.csv"));
        var inner = new TreeMap<Integer, List<Integer>>();
        for (var entry : entries.rows()) {
            inner.computeIfAbsent(Integer.valueOf(entry.get(1)), column -> new ArrayList<>())
                    .add(Integer.parseInt(entry.get(0)) - 1);
        }
        for (var column : columns.rows()) {
            int rank = Integer.parseInt(column.get(1));
            Standing shown = column.get(3).equals("TRUE") ? Standing.SHOWN : Standing.FREE;
            Standing standing = column.get(2).equals("TRUE") ? Standing.CONCEALED : shown;
            int[] rows = inner.getOrDefault(Integer.valueOf(column.get(0)), List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            builder.cell(standing, -rank, rows);
        }
        return builder.build();
    }
}
