package se.samsyn.table.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.CrossTables;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.SmallCountRounding;

/**
 * Small count rounding against the reference: every table adds up, no small count is left, and cells are altered no more than the
 * reference altered them.
 */
@Component
class RoundingClaims {

    private static final String CASES = "disclosure/pls/cases.csv";

    List<Claim> claims(Reference reference) {
        return reference.claims("Små tal avrundas som i referensen", CASES, RoundingClaims::gathered);
    }

    private static Stream<Claim> gathered(Path file) throws IOException {
        var cases = CodedRows.read(file);
        return IntStream.range(0, cases.rows().size())
                .mapToObj(at -> new Claim(
                        "Avrundning " + cases.column("case").get(at)
                                + ": alla tabeller går ihop, inget litet tal blir kvar, ändringen är inte större än referensens",
                        () -> tried(file.resolveSibling(cases.column("input").get(at)), cases, at)));
    }

    private static Verdict tried(Path input, CodedRows cases, int at) throws IOException {
        var call = RCall.of(cases.column("rcall").get(at));
        var rows = CodedRows.read(input);
        var tables = tables(rows, call);
        var counts = rows
                .column(RCall.elements(call.argument("freqVar", 2).orElseThrow())
                        .getFirst())
                .stream()
                .mapToLong(Long::parseLong)
                .toArray();
        int base = Integer.parseInt(call.argument("roundBase", 3).orElse("3"));
        LinkedTables linked = tables.linked(counts);
        var rounded = SmallCountRounding.round(linked, base);
        int published = Integer.parseInt(cases.column("publish").get(at));
        double mean = Double.parseDouble(cases.column("meanAbsDiff").get(at));
        long most = Math.round(Double.parseDouble(cases.column("maxdiff").get(at)));
        boolean holds = linked.size() == published
                && smallLeft(rounded, linked.size(), base).isEmpty()
                && rounded.meanDifference() <= mean + 1e-9
                && rounded.greatestDifference() <= most;
        return Verdict.of(
                holds,
                String.format(
                        Locale.ROOT,
                        "%d celler av %d, medeländring %.3f mot %.3f, största %d mot %d",
                        linked.size(),
                        published,
                        rounded.meanDifference(),
                        mean,
                        rounded.greatestDifference(),
                        most));
    }

    private static CrossTables tables(CodedRows rows, RCall call) {
        if (call.argument("formula").isPresent()) {
            String formula = call.argument("formula").get();
            return rows.only(RFormula.variables(formula)).crossed(formula);
        }
        return rows.only(rows.named(RCall.elements(call.argument("dimVar").orElseThrow())))
                .crossed();
    }

    private static List<Integer> smallLeft(SmallCountRounding.Rounded rounded, int cells, int base) {
        var small = new ArrayList<Integer>();
        for (int cell = 0; cell < cells; cell++) {
            if (rounded.cell(cell) > 0 && rounded.cell(cell) < base) {
                small.add(cell);
            }
        }
        return small;
    }
}
