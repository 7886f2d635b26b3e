package se.samsyn.table.proof;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsyn.engine.BareQuery;
import se.samsyn.engine.Load;
import se.samsyn.engine.RowsName;
import se.samsyn.engine.Warehouse;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;
import se.samsyn.proof.Bench;
import se.samsyn.table.crossing.Crossing;
import se.samsyn.table.crossing.Crossings;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Stock;

/**
 * Prints how fast a large register is imported and crossed: made-up rows with forty columns from a CSV file, crossed by two, a hundred and a hundred
 * and thirty categories, with margins, blurred and written in the ledger; beside it the count that protects
 * nobody, in DuckDB as it comes and as Samsyn sets it.
 */
@Component
@Order(2)
class CrossingBench implements Bench {

    private static final int[] CATEGORIES = {2, 100, 130, 5};
    private static final int COLUMNS = 40;
    private static final int ASKED = 60;
    private static final double KIB = 1024.0;
    private static final double MIB = KIB * KIB;

    private final Warehouse warehouse;
    private final Crossings crossings;
    private final BareQuery bare;
    private final long rows;

    CrossingBench(
            Warehouse warehouse,
            Crossings crossings,
            BareQuery bare,
            @Value("${samsyn.bench.rows:20000000}") long rows) {
        this.warehouse = warehouse;
        this.crossings = crossings;
        this.bare = bare;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "crossings";
    }

    @Override
    public void print(PrintWriter out) throws IOException {
        Path file = warehouse.incoming().resolve("bench.csv");
        try {
            write(file);
            long from = System.nanoTime();
            Load.Outcome outcome = warehouse.load(load(file));
            if (!(outcome instanceof Load.Outcome.Kept kept)) {
                throw new IllegalStateException("The bench's own file was refused");
            }
            line(
                    out,
                    "%,d rader × %d kolumner inlästa från CSV (%.0f MB)"
                            .formatted(rows, COLUMNS, Files.size(file) / MIB),
                    seconds(from),
                    "under 120 s vid 20 miljoner");
            Files.delete(file);
            crossed(out, kept.rows());
            out.printf(Locale.ROOT, "  minne som mest, hela processen %.0f MB%n", mostMemory() / KIB);
            warehouse.drop(kept.rows());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** In KiB, as the operating system counts it; NaN where it does not say. */
    private static double mostMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(Double.NaN)
                : Double.NaN;
    }

    private void crossed(PrintWriter out, RowsName kept) {
        Stock stock = new Stock(codebook(), kept, rows, Instant.EPOCH);
        Crossing crossing = Crossing.of("bench", "v0", "v1", "v2", "count", "", "");
        List<Integer> columns = List.of(0, 1, 2);
        try (BareQuery.Plain plain = bare.plain()) {
            crossings.print(crossing, stock);
            bare.groups(kept, columns);
            plain.groups(kept, columns);
            double[] protectedTimes = new double[ASKED];
            double[] bareTimes = new double[ASKED];
            double[] plainTimes = new double[ASKED];
            for (int time = 0; time < ASKED; time++) {
                protectedTimes[time] = seconds(() -> crossings.print(crossing, stock));
                bareTimes[time] = seconds(() -> bare.groups(kept, columns));
                plainTimes[time] = seconds(() -> plain.groups(kept, columns));
            }
            told(out, protectedTimes, bareTimes, plainTimes);
        }
    }

    private static void told(PrintWriter out, double[] protectedTimes, double[] bareTimes, double[] plainTimes) {
        Arrays.sort(protectedTimes);
        double median = protectedTimes[ASKED / 2];
        line(out, "korsad 2 × 100 × 130, skyddad, median", median, "");
        line(
                out,
                "korsad 2 × 100 × 130, skyddad, 95:e percentilen",
                protectedTimes[ASKED * 95 / 100],
                "under 0,4 s; vid 100 miljoner rader under 2,5 s");
        besides(out, "samma räkning i DuckDB som den kommer, median", plainTimes, median, " (under 1.3)");
        besides(out, "samma räkning i DuckDB som Samsyn ställer in den, median", bareTimes, median, "");
    }

    private static void besides(PrintWriter out, String what, double[] times, double median, String aim) {
        Arrays.sort(times);
        double bare = times[ASKED / 2];
        line(out, what, bare, "den skyddade tar %.2f gånger så lång tid%s".formatted(median / bare, aim));
    }

    private static double seconds(Runnable work) {
        long from = System.nanoTime();
        work.run();
        return seconds(from);
    }

    private void write(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(20);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            StringBuilder row = new StringBuilder("id");
            IntStream.range(0, COLUMNS - 1).forEach(column -> row.append(";v").append(column));
            out.append(row.append('\n'));
            for (long person = 0; person < rows; person++) {
                row.setLength(0);
                row.append(person);
                for (int column = 0; column < COLUMNS - 1; column++) {
                    row.append(';').append(random.nextInt(categories(column)));
                }
                out.append(row.append('\n'));
            }
        }
    }

    private static int categories(int column) {
        return CATEGORIES[Math.min(column, CATEGORIES.length - 1)];
    }

    private static Load load(Path file) {
        List<String> header = new ArrayList<>(List.of("id"));
        List<Load.Part> parts = new ArrayList<>();
        for (int column = 0; column < COLUMNS - 1; column++) {
            header.add("v" + column);
            parts.add(new Load.Codes(column + 1, codes(column)));
        }
        return new Load(
                file,
                new Load.Look(Load.Format.CSV, header, ";", "utf-8"),
                parts,
                OptionalInt.of(0),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static List<String> codes(int column) {
        return IntStream.range(0, categories(column)).mapToObj(String::valueOf).toList();
    }

    private static Codebook codebook() {
        List<Codebook.Field> fields = IntStream.range(0, COLUMNS - 1)
                .mapToObj(column -> new Codebook.Field(
                        "v" + column,
                        Wording.same("v" + column),
                        Optional.empty(),
                        new Codebook.Codes(
                                codes(column).stream()
                                        .map(code -> new Codebook.Code(code, Wording.same(code), false))
                                        .toList(),
                                List.of())))
                .toList();
        return new Codebook(
                new InstrumentKey("bench"),
                Wording.same("Bänk"),
                Wording.same("Bänk"),
                Wording.same("personer"),
                PlaceCode.NATION,
                OptionalInt.empty(),
                OptionalInt.empty(),
                fields);
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static void line(PrintWriter out, String what, double seconds, String aim) {
        out.printf(Locale.ROOT, "  %-60s %10.3f s  %s%n", what, seconds, aim);
        out.flush();
    }
}
