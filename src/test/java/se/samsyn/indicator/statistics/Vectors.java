package se.samsyn.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Assumptions;

/** Reads the results that other programs printed, and holds ours against them to the last figure printed. */
final class Vectors {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final double ROUNDING = 1e-9;

    private int compared;

    static Path file(String folder, String name) {
        String data = System.getenv("SAMSYN_REFERENCE_DATA");
        Assumptions.assumeTrue(data != null, "SAMSYN_REFERENCE_DATA is not set");
        return Path.of(data, "vectors", folder, name);
    }

    /** Holds a number against a printed one: half a unit of its last figure, or 13 figures where a spreadsheet prints all it has. */
    void same(double ours, String printed) {
        BigDecimal theirs = new BigDecimal(printed);
        double last = Math.pow(10, -theirs.scale());
        double room = Math.max(0.5 * last * (1 + ROUNDING) + Math.ulp(ours), Math.abs(ours) * 1e-13);
        assertThat(Math.abs(ours - theirs.doubleValue()))
                .as("%s against %s", ours, printed)
                .isLessThanOrEqualTo(room);
        compared++;
    }

    void near(double ours, String printed, double room) {
        assertThat(Math.abs(ours - Double.parseDouble(printed)))
                .as("%s against %s", ours, printed)
                .isLessThanOrEqualTo(room);
        compared++;
    }

    int compared() {
        return compared;
    }

    /** The lines R printed after the nth command that begins so, without the command's own lines. */
    static List<String> printed(Path file, String command, int nth) {
        List<String> lines = lines(file);
        int seen = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("> " + command) && seen++ == nth) {
                List<String> answer = new ArrayList<>();
                for (String line : lines.subList(i + 1, lines.size())) {
                    if (line.startsWith("> ")) {
                        break;
                    }
                    if (!line.startsWith("+ ") && !line.isBlank()) {
                        answer.add(line);
                    }
                }
                return answer;
            }
        }
        throw new IllegalArgumentException("No command begins with " + command);
    }

    static List<String> printed(Path file, String command) {
        return printed(file, command, 0);
    }

    /** The numbers of a line, as they are written. */
    static List<String> numbers(String line) {
        Matcher matcher = NUMBER.matcher(line);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** The numbers after a name and an equals sign, such as {@code p-value = 0.05}, in the file's order. */
    static List<String> named(List<String> lines, String name) {
        Pattern pattern = Pattern.compile("(?<!\\w)" + Pattern.quote(name) + " = (" + NUMBER.pattern() + ")");
        return lines.stream()
                .flatMap(line -> pattern.matcher(line).results().map(found -> found.group(1)))
                .toList();
    }

    /** The columns of a printed data frame or matrix, its row names left out by counting from the right; lines with fewer numbers are headings. */
    static List<List<String>> table(List<String> lines, int width) {
        return lines.stream()
                .skip(1)
                .map(Vectors::numbers)
                .filter(row -> row.size() >= width)
                .map(row -> row.subList(row.size() - width, row.size()))
                .toList();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Map<String, String>> csv(Path file) {
        List<String> lines = lines(file);
        List<String> header = cells(lines.getFirst().replace("\uFEFF", ""));
        return lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> row(header, cells(line)))
                .toList();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"([^\"]*)\"(?:,|$)|([^,]*)(?:,|$)").matcher(line);
        while (matcher.find() && (matcher.start() < line.length() || line.endsWith(","))) {
            cells.add(matcher.group(1) == null ? matcher.group(2).strip() : matcher.group(1));
        }
        return cells;
    }

    /** The rows of a sheet by the names in its first row; empty cells are empty texts. */
    static List<Map<String, String>> sheet(Path file, int number) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = workbook.getSheet(number).orElseThrow().read();
            List<String> header = texts(rows.getFirst());
            return rows.stream().skip(1).map(each -> row(header, texts(each))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Row row) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(i -> row.getOptionalCell(i).map(Vectors::text).orElse(""))
                .toList();
    }

    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER ? cell.getRawValue() : cell.getText();
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return row;
    }
}
