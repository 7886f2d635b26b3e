package se.samsyn.indicator.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The rows of published lists by the names of their columns, and the lines that R printed. */
final class Lists {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private Lists() {}

    static List<Map<String, String>> csv(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
        try (var csv = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new java.io.StringReader(text))) {
            return csv.stream().map(line -> line.toMap()).toList();
        }
    }

    /** Empty cells are empty texts. */
    static List<Map<String, String>> sheet(Path file, int number) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = workbook.getSheet(number).orElseThrow().read();
            List<String> header = texts(rows.getFirst());
            List<Map<String, String>> named = new ArrayList<>();
            for (Row row : rows.subList(1, rows.size())) {
                List<String> cells = texts(row);
                Map<String, String> one = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    one.put(header.get(i), i < cells.size() ? cells.get(i) : "");
                }
                named.add(one);
            }
            return named;
        }
    }

    private static List<String> texts(Row row) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(i -> row.getOptionalCell(i).map(Lists::text).orElse(""))
                .toList();
    }

    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER ? cell.getRawValue() : cell.getText();
    }

    /** The lines printed after the nth command that begins so, counted from 0. */
    static List<String> printed(Path file, String command, int nth) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int seen = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("> " + command) && seen++ == nth) {
                return lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> !line.startsWith("> "))
                        .filter(line -> !line.startsWith("+ ") && !line.isBlank())
                        .toList();
            }
        }
        throw new IllegalArgumentException("No command begins with " + command);
    }

    static List<String> numbers(String line) {
        return NUMBER.matcher(line).results().map(found -> found.group()).toList();
    }

    /** The last columns of a printed table. */
    static List<List<String>> table(List<String> lines, int width) {
        return lines.stream()
                .skip(1)
                .map(Lists::numbers)
                .filter(row -> row.size() >= width)
                .map(row -> row.subList(row.size() - width, row.size()))
                .toList();
    }

    /** The first number after such a name and its sign of equality. */
    static String named(List<String> lines, String name) {
        String sought = name + " = ";
        return lines.stream()
                .filter(line -> line.contains(sought))
                .map(line -> numbers(line.substring(line.indexOf(sought) + sought.length()))
                        .getFirst())
                .findFirst()
                .orElseThrow();
    }

    static String at(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(at(row, column));
    }
}
