package se.samsyn.table.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.Attacker;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Suppression;
import se.samsyn.table.disclosure.Zeros;

/** The wide tables of the reference, hidden and attacked. */
@Component
class WideClaims {

    private static final Pattern WIDE =
            Pattern.compile("gauss_base_mean([\\d.]+)_(\\d+)_(none|default)\\.csv(?:\\.gz)?");

    List<Claim> claims(Reference reference) {
        return reference.claims(
                "Stora tabeller döljs som i referensen",
                IntervalClaims.AUDIT,
                input -> wide(Objects.requireNonNull(input.getParent())));
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
}
