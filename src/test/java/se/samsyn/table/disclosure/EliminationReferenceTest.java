package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elimination against the hidden sets of a reference implementation, with and without singletons. */
class EliminationReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"g01", "g03", "g05", "g25"})
    void hidesWhatTheReferenceHides(String name) throws IOException {
        ReferenceCase reference = ReferenceCase.read(name);
        assertThat(reference.hidden(Singletons.IGNORED))
                .as("without singletons")
                .isEqualTo(reference.expected(4));
        assertThat(reference.hidden(Singletons.PROTECTED)).as("with singletons").isEqualTo(reference.expected(5));
    }

    /** Columns of cols: number, rank, primary, forced, secondary without singletons, secondary with. */
    private record ReferenceCase(List<String[]> cols, List<String[]> rows, List<String[]> entries) {

        static ReferenceCase read(String name) throws IOException {
            String data = System.getenv("SAMSYN_REFERENCE_DATA");
            assumeTrue(data != null, "no reference data: SAMSYN_REFERENCE_DATA is not set");
            Path folder = Path.of(data, "disclosure", "gauss");
            assumeTrue(Files.exists(folder.resolve(name + "_engine_x.csv")), "no reference data: " + name);
            return new ReferenceCase(
                    csv(folder.resolve(name + "_engine_cols.csv")),
                    csv(folder.resolve(name + "_engine_rows.csv")),
                    csv(folder.resolve(name + "_engine_x.csv")));
        }

        private static List<String[]> csv(Path file) throws IOException {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        }

        BitSet expected(int column) {
            BitSet expected = new BitSet();
            for (String[] col : cols) {
                expected.set(Integer.parseInt(col[0]), col[column].equals("TRUE"));
            }
            return expected;
        }

        BitSet hidden(Singletons singletons) {
            int[] rowOf = new int[rows.size() + 1];
            int next = 0;
            for (String flag : List.of("0", "1")) {
                for (String[] row : rows) {
                    if (row[1].equals(flag)) {
                        rowOf[Integer.parseInt(row[0])] = next++;
                    }
                }
            }
            long singles = rows.stream().filter(row -> row[1].equals("1")).count();
            int firstSingleton = singletons == Singletons.PROTECTED ? rows.size() - (int) singles : rows.size();
            TreeMap<Integer, List<Integer>> inner = new TreeMap<>();
            for (String[] entry : entries) {
                inner.computeIfAbsent(Integer.valueOf(entry[1]), col -> new ArrayList<>())
                        .add(rowOf[Integer.parseInt(entry[0])]);
            }
            List<Integer> candidates = numbers(1);
            Elimination.Outcome outcome = Elimination.run(
                    List.of(),
                    candidates.stream()
                            .map(col -> column(inner.getOrDefault(col, List.of())))
                            .toList(),
                    numbers(2).stream()
                            .map(col -> column(inner.getOrDefault(col, List.of())))
                            .toList(),
                    rows.size(),
                    firstSingleton);
            BitSet hidden = new BitSet();
            outcome.secondary().stream().forEach(k -> hidden.set(candidates.get(k)));
            return hidden;
        }

        private List<Integer> numbers(int which) {
            return cols.stream()
                    .filter(col -> which == 1 ? col[2].equals("FALSE") : col[2].equals("TRUE"))
                    .sorted(Comparator.comparingInt(col -> Integer.parseInt(col[1])))
                    .map(col -> Integer.valueOf(col[0]))
                    .toList();
        }

        private static Column column(List<Integer> rows) {
            int[] sorted = rows.stream().mapToInt(Integer::intValue).toArray();
            Arrays.sort(sorted);
            return Column.sumOf(sorted);
        }
    }
}
