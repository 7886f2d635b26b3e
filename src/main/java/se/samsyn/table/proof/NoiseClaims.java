package se.samsyn.table.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.NoiseLaw;
import se.samsyn.table.disclosure.NoiseTable;

/** Noise by cell key against the reference: the tables of noise, and what becomes of each cell. */
@Component
class NoiseClaims {

    private static final String MICRO = "disclosure/cellkey/ck_micro.csv";
    private static final Pattern TABLE = Pattern.compile("ptable_D(\\d+)_V([\\d.]+?)(?:_js(\\d+))?\\.csv");
    /** The law of the reference's cell keys. */
    private static final NoiseLaw LAW = new NoiseLaw(5, 3, 2, 0.5);

    private static final double PRINTED = 3e-8;
    private static final int KEY_DECIMALS = 100_000;

    List<Claim> claims(Reference reference) {
        return reference.claims("Brus med cellnyckel som i referensen", MICRO, NoiseClaims::gathered);
    }

    private static Stream<Claim> gathered(Path micro) throws IOException {
        try (var files = Files.list(Objects.requireNonNull(micro.getParent()))) {
            var tables = files.filter(
                            file -> TABLE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .map(NoiseClaims::table)
                    .toList();
            var cells = new Claim("Brus med cellnyckel: varje cell ändras som i referensen", () -> cells(micro));
            return Stream.concat(tables.stream(), Stream.of(cells));
        }
    }

    private static Claim table(Path file) {
        return new Claim("Brustabell " + file.getFileName() + ": lika till sista tryckta decimalen", () -> {
            var name = TABLE.matcher(file.getFileName().toString());
            if (!name.matches()) {
                throw new IllegalArgumentException(file.toString());
            }
            int blocked = name.group(3) == null ? 0 : Integer.parseInt(name.group(3));
            var law = new NoiseLaw(Integer.parseInt(name.group(1)), Double.parseDouble(name.group(2)), blocked, 0);
            return compared(CodedRows.read(file), NoiseTable.of(law), "p_int_ub");
        });
    }

    /** Every row of the printed table: the noise in the middle of its interval, and where the interval ends. */
    private static Verdict compared(CodedRows printed, NoiseTable table, String end) {
        var counts = printed.column("i");
        var noises = printed.column("v");
        var ends = printed.column(end);
        double farthest = 0;
        int wrong = 0;
        double from = 0;
        for (int row = 0; row < counts.size(); row++) {
            long count = Long.parseLong(counts.get(row));
            double to = Double.parseDouble(ends.get(row));
            int noise = Integer.parseInt(noises.get(row));
            from = row > 0 && counts.get(row).equals(counts.get(row - 1)) ? from : 0;
            wrong += table.noise(count, (from + to) / 2) == noise ? 0 : 1;
            farthest = Math.max(farthest, count == 0 ? 0 : Math.abs(table.end(count, noise) - to));
            from = to;
        }
        return Verdict.of(
                wrong == 0 && farthest < PRINTED,
                String.format(Locale.ROOT, "%d rader, största avvikelse %.1e", counts.size(), farthest));
    }

    private static Verdict cells(Path micro) throws IOException {
        var persons = CodedRows.read(micro);
        var table = NoiseTable.of(LAW);
        var printed = compared(CodedRows.read(micro.resolveSibling("ck_ptable_used.csv")), table, "ub");
        var expected = CodedRows.read(micro.resolveSibling("ck_expected_freqtab.csv"));
        Map<List<String>, Cell> cells = new HashMap<>();
        for (var person : persons.rows()) {
            count(persons.variables(), person, cells);
        }
        int same = 0;
        for (var row : expected.rows()) {
            var cell = cells.getOrDefault(row.subList(0, 3), Cell.EMPTY);
            long noisy = cell.count() + table.noise(cell.count(), cell.key());
            double weighted = cell.count() == 0 ? 0 : noisy * cell.weight() / cell.count();
            boolean equal = noisy == Long.parseLong(row.get(5))
                    && Math.abs(weighted - Double.parseDouble(row.get(6))) < 1e-6 * Math.max(1, weighted);
            same += equal ? 1 : 0;
        }
        return Verdict.of(
                printed instanceof Verdict.Holds && same == expected.rows().size(),
                same + " av " + expected.rows().size() + " celler, brustabellen: " + printed.figure());
    }

    private static void count(List<String> variables, List<String> person, Map<List<String>, Cell> cells) {
        var value = new HashMap<String, String>();
        for (int k = 0; k < variables.size(); k++) {
            value.put(variables.get(k), person.get(k));
        }
        long key = Math.round(KEY_DECIMALS * Double.parseDouble(value.getOrDefault("rec_key", "")));
        double weight = Double.parseDouble(value.getOrDefault("sampling_weight", ""));
        for (String counted : List.of("total", "cnt_males", "cnt_highincome")) {
            if (!value.getOrDefault(counted, "1").equals("0")) {
                for (String sex : List.of("Total", value.getOrDefault("sex", ""))) {
                    for (String age : List.of("Total", value.getOrDefault("age", ""))) {
                        cells.merge(List.of(sex, age, counted), new Cell(1, key, weight), Cell::plus);
                    }
                }
            }
        }
    }

    private record Cell(long count, long keys, double weight) {
        static final Cell EMPTY = new Cell(0, 0, 0);

        Cell plus(Cell other) {
            return new Cell(count + other.count, keys + other.keys, weight + other.weight);
        }

        double key() {
            return (double) Math.floorMod(keys, KEY_DECIMALS) / KEY_DECIMALS;
        }
    }
}
