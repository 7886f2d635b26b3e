package se.samsyn.table.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.Hiding;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Suppression;
import se.samsyn.table.disclosure.Zeros;

/** Tables that were counted apart and hold cells of the same persons: each by itself, one after the other, and all at once. */
@Component
class LinkedClaims {

    private static final Pattern TABLE = Pattern.compile("dimVar=(c\\([^)]*\\))");

    List<Claim> claims(Reference reference) {
        return reference.claims("Länkade tabeller döljs som i referensen", GaussClaims.CASES, LinkedClaims::gathered);
    }

    /** A claim for each call, whose tables stand in a row of the cases each. */
    private static Stream<Claim> gathered(Path file) throws IOException {
        var cases = CodedRows.read(file);
        var calls = cases.column("rcall");
        return calls.stream()
                .filter(call -> call.startsWith("SuppressLinkedTables"))
                .distinct()
                .flatMap(call -> {
                    var at = IntStream.range(0, calls.size())
                            .filter(row -> calls.get(row).equals(call))
                            .boxed()
                            .toList();
                    return claim(file, cases, call, at);
                });
    }

    private static Stream<Claim> claim(Path file, CodedRows cases, String call, List<Integer> at) {
        var way = RCall.elements(RCall.of(call).argument("linkedGauss").orElse("super-consistent"))
                .getFirst();
        if (!List.of("local", "back-tracking", "consistent", "super-consistent").contains(way)) {
            return Stream.of();
        }
        return Stream.of(new Claim(
                "Länkade tabeller, " + way + ": samma celler dolda som i referensen",
                () -> tried(file, cases, way, call, at)));
    }

    private static Verdict tried(Path file, CodedRows cases, String way, String call, List<Integer> at)
            throws IOException {
        var data = CodedRows.read(file.resolveSibling(cases.column("input").get(at.getFirst())));
        int least = RCall.of(call).number("maxN", 3) + 1;
        var tables = TABLE.matcher(call)
                .results()
                .map(match -> LinkedTable.of(data, RCall.elements(match.group(1)), least))
                .toList();
        var hidden = switch (way) {
            case "local" ->
                tables.stream().map(table -> table.hidden(new BitSet())).toList();
            case "back-tracking" -> backTracking(tables);
            case "consistent" -> Consistent.of(tables);
            default -> together(tables, least);
        };
        int differing = 0;
        int cells = 0;
        for (int k = 0; k < tables.size(); k++) {
            var expected = file.resolveSibling(cases.column("expected").get(at.get(k)));
            cells += tables.get(k).names().size();
            differing += Files.exists(expected)
                    ? differing(tables.get(k), hidden.get(k), CodedRows.read(expected))
                    : Math.abs(hidden.get(k).cardinality()
                            - Integer.parseInt(cases.column("suppressed").get(at.get(k))));
        }
        return Verdict.of(
                differing == 0,
                String.format(Locale.ROOT, "%d celler i %d tabeller, %d skiljer", cells, tables.size(), differing));
    }

    private static int differing(LinkedTable table, BitSet hidden, CodedRows expected) {
        var flags = GaussClaims.byName(expected, expected.column("suppressed"));
        return (int) IntStream.range(0, table.names().size())
                .filter(cell -> hidden.get(cell)
                        != "TRUE"
                                .equals(flags.get(GaussClaims.name(table.names().get(cell)))))
                .count();
    }

    /** Table by table, each with what the others hide of the same persons, until none hides more. */
    private static List<BitSet> backTracking(List<LinkedTable> tables) {
        var hidden = tables.stream().map(LinkedTable::small).toList();
        boolean more = true;
        for (int pass = 0; more; pass++) {
            more = false;
            for (var table : tables) {
                var own = hidden.get(tables.indexOf(table));
                var wanted = (BitSet) own.clone();
                for (var other : tables) {
                    hidden.get(tables.indexOf(other)).stream()
                            .forEach(cell ->
                                    table.same(other.records().get(cell)).forEach(wanted::set));
                }
                if (pass == 0 || !wanted.equals(own)) {
                    var now = table.hidden(wanted);
                    more |= now.cardinality() > wanted.cardinality();
                    own.or(now);
                }
            }
        }
        return hidden;
    }

    /** All at once, each over its own inner cells, with the cells of the same persons said to be the same. */
    private static List<BitSet> together(List<LinkedTable> tables, int least) {
        var order = JointOrder.of(tables);
        var builder = LinkedTables.builder();
        var firstCell = new ArrayList<Integer>();
        var first = new TreeMap<String, Integer>();
        int firstInner = 0;
        int cells = 0;
        for (var table : tables) {
            for (long count : table.counts()) {
                builder.innerCell(count);
            }
        }
        for (var table : tables) {
            firstCell.add(cells);
            for (int cell = 0; cell < table.names().size(); cell++) {
                int offset = firstInner;
                int number = builder.cell(
                        Standing.FREE,
                        -order.indexOf(cells),
                        table.rows().get(cell).stream()
                                .mapToInt(row -> row + offset)
                                .toArray());
                var known = first.putIfAbsent(table.records().get(cell).toString(), number);
                if (known != null) {
                    builder.same(known, number);
                }
                cells++;
            }
            firstInner += table.counts().length;
        }
        Hiding hiding = Suppression.protect(builder.build(), new Rule(least).with(Zeros.PROTECTED), Care.SINGLETONS);
        var hidden = new ArrayList<BitSet>();
        for (int k = 0; k < tables.size(); k++) {
            var own = new BitSet();
            for (int cell = 0; cell < tables.get(k).names().size(); cell++) {
                own.set(cell, hiding.hides(firstCell.get(k) + cell));
            }
            hidden.add(own);
        }
        return hidden;
    }
}
