package se.samsyn.table.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.Axis;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.Hiding;
import se.samsyn.table.disclosure.Suppression;

/** Which cells are hidden, against the reference: whole cases, from the records to the hidden cells. */
@Component
class GaussClaims {

    static final String CASES = "disclosure/gauss/cases.csv";
    private static final int MOST_ABOVE = 5;

    List<Claim> claims(Reference reference) {
        return reference.claims("Samma celler döljs som i referensen", CASES, GaussClaims::cases);
    }

    private static Stream<Claim> cases(Path file) throws IOException {
        var cases = CodedRows.read(file);
        int[] single = IntStream.range(0, cases.rows().size())
                .filter(at -> !cases.column("rcall").get(at).startsWith("SuppressLinkedTables"))
                .toArray();
        var cost = new Claim(
                "Kostnad: aldrig mer än " + MOST_ABOVE + " % fler dolda celler än i referensen",
                () -> cost(Objects.requireNonNull(file.getParent()), cases, single));
        return Stream.concat(
                IntStream.of(single)
                        .mapToObj(at -> new Claim(
                                "Dolda celler, " + cases.column("case").get(at) + ": samma som i referensen",
                                () -> tried(Objects.requireNonNull(file.getParent()), cases, at))),
                Stream.of(cost));
    }

    private static Verdict cost(Path folder, CodedRows cases, int[] single) throws IOException {
        double most = Double.NEGATIVE_INFINITY;
        for (int at : single) {
            var asked = asked(folder, cases, at);
            int hidden = names(asked, Suppression.protect(asked.tables(), asked.rule(), Care.SINGLETONS), false)
                    .size();
            int reference = number(cases, "suppressed", at);
            most = Math.max(most, reference == 0 ? 100.0 * hidden : 100.0 * (hidden - reference) / reference);
        }
        return Verdict.of(
                most <= MOST_ABOVE,
                String.format(Locale.ROOT, "%d fall, som mest %.1f %% fler", single.length, Math.max(0, most)));
    }

    private static GaussCase asked(Path folder, CodedRows cases, int at) throws IOException {
        var inputs = Arrays.stream(cases.column("input").get(at).split(" \\+ "))
                .map(folder::resolve)
                .toList();
        return GaussCase.of(RCall.of(cases.column("rcall").get(at)), inputs);
    }

    private static Verdict tried(Path folder, CodedRows cases, int at) throws IOException {
        var asked = asked(folder, cases, at);
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
}
