package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The attack's bounds against those that other solvers found in the same hidden tables. */
class LinearAttackReferenceTest {

    private static final String TOTAL = "Total";

    @ParameterizedTest
    @CsvSource({
        "small_max2_none_lb1.csv, NATIVE",
        "small_max4_default_lb0.csv, NATIVE",
        "small_max4_default_lb1.csv, NATIVE",
        "small_max4_default_lb1.csv, JAVA"
    })
    void findsTheSameBounds(String file, Solver solver) throws IOException {
        String data = System.getenv("SAMSYN_REFERENCE_DATA");
        assumeTrue(data != null, "no reference data: SAMSYN_REFERENCE_DATA is not set");
        Path folder = Path.of(data, "disclosure", "audit");
        assumeTrue(Files.exists(folder.resolve(file)), "no reference data: " + file);
        Map<String, IntegerList> inner = new LinkedHashMap<>();
        int rows = 0;
        for (String[] cell : csv(folder.resolve("in_small_432cells.csv"))) {
            if (!cell[4].equals("0")) {
                for (String place : List.of(cell[0], cell[1], TOTAL)) {
                    for (String a : List.of(cell[2], TOTAL)) {
                        for (String b : List.of(cell[3], TOTAL)) {
                            inner.computeIfAbsent(place + a + b, name -> new IntegerList())
                                    .add(rows);
                        }
                    }
                }
                rows++;
            }
        }
        long lowest = file.contains("lb1") ? 1 : 0;
        List<KnownSum> known = new ArrayList<>();
        List<String[]> cells = csv(folder.resolve(file));
        for (String[] cell : cells) {
            int[] of = rows(inner, cell);
            known.add(
                    cell[5].equals("true")
                            ? KnownSum.atLeast(of, lowest)
                            : KnownSum.exactly(of, Long.parseLong(cell[3]), new int[0]));
        }
        try (LinearAttack attack = new LinearAttack(known, new long[rows], solver, new ArrayList<>())) {
            int compared = 0;
            for (String[] cell : cells) {
                if (cell.length > 6 && !cell[6].isEmpty()) {
                    Reach reach = attack.reach(rows(inner, cell));
                    assertThat(reach.least()).isCloseTo(Double.parseDouble(cell[6]), within(1e-5));
                    assertThat(reach.most()).isCloseTo(Double.parseDouble(cell[7]), within(1e-5));
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(10);
        }
    }

    private static int[] rows(Map<String, IntegerList> inner, String[] cell) {
        return inner.getOrDefault(cell[0] + cell[1] + cell[2], new IntegerList())
                .toArray();
    }

    private static List<String[]> csv(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.replace("\"", "").split(","))
                .filter(cells -> Arrays.stream(cells).count() > 3)
                .toList();
    }
}
