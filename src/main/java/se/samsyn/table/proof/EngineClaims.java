package se.samsyn.table.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Suppression;
import se.samsyn.table.disclosure.Zeros;

/** Elimination against the engine of the reference: the same cells hidden of what that was given. */
@Component
class EngineClaims {

    List<Claim> claims(Reference reference) {
        return reference.claims(
                "Elimination döljer samma celler som i referensen",
                GaussClaims.CASES,
                cases -> engines(Objects.requireNonNull(cases.getParent())));
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
