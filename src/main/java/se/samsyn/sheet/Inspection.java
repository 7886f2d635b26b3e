package se.samsyn.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The first reading of a file from end to end: finds the header, looks at every cell and gathers what each column holds. */
final class Inspection implements RowSource.Taker {

    private static final int FIRST_ROWS = 10;
    /** Swedish letters written as UTF-8 and read as the encoding of Windows: å, ä, ö, Å, Ä, Ö, é. */
    private static final Pattern TWICE_ENCODED =
            Pattern.compile("\u00C3[\u00A5\u00A4\u00B6\u2026\u201E\u2013\u00A9\u0085\u0084\u0096]");

    private final Reading reading;
    private final Limits limits;
    private final Format format;
    private final Problems problems = new Problems();
    private final List<ColumnProfile> profiles = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Row> firstRows = new ArrayList<>();
    private int headerRow;
    private int rows;

    Inspection(Reading reading, Limits limits, Format format) {
        this.reading = reading;
        this.limits = limits;
        this.format = format;
    }

    @Override
    public RowSource.Next take(int number, List<Cell> cells) {
        boolean blank = cells.stream().allMatch(Cell::isEmpty);
        if (headerRow == 0) {
            if (number < reading.headerRow() || (blank && reading.headerRow() == 0)) {
                return RowSource.Next.GO_ON;
            }
            return header(number, cells);
        }
        if (blank) {
            return RowSource.Next.GO_ON;
        }
        rows++;
        if (rows > limits.rows()) {
            throw new Refusal(Problem.ofRow(SheetFault.TOO_MANY_ROWS, number, String.valueOf(limits.rows())));
        }
        row(number, cells);
        return RowSource.Next.GO_ON;
    }

    private RowSource.Next header(int number, List<Cell> cells) {
        headerRow = number;
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isEmpty()) {
            width--;
        }
        if (width > limits.columns()) {
            throw new Refusal(Problem.ofRow(
                    SheetFault.TOO_MANY_COLUMNS, number, String.valueOf(width), String.valueOf(limits.columns())));
        }
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < width; i++) {
            Cell cell = cells.get(i);
            look(number, letter(i), cell);
            names.add(cell.isEmpty() ? letter(i) : cell.text());
            profiles.add(new ColumnProfile(i, names.get(i)));
            Integer before = first.putIfAbsent(Sheet.plain(names.get(i)), i);
            if (cell.isEmpty()) {
                problems.add(Problem.ofCell(SheetFault.BLANK_HEADER, number, letter(i)));
            } else if (before != null) {
                problems.add(
                        Problem.ofCell(SheetFault.DUPLICATE_HEADER, number, letter(i), cell.text(), letter(before)));
            }
        }
        return RowSource.Next.GO_ON;
    }

    private void row(int number, List<Cell> cells) {
        int width = names.size();
        for (int i = width; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                problems.add(Problem.ofCell(
                        SheetFault.LONG_ROW, number, letter(i), String.valueOf(cells.size()), String.valueOf(width)));
                break;
            }
        }
        if (format == Format.CSV && cells.size() < width) {
            problems.add(
                    Problem.ofRow(SheetFault.SHORT_ROW, number, String.valueOf(cells.size()), String.valueOf(width)));
        }
        for (int i = 0; i < Math.min(width, cells.size()); i++) {
            look(number, names.get(i), cells.get(i));
            profiles.get(i).take(cells.get(i));
        }
        if (firstRows.size() < FIRST_ROWS) {
            firstRows.add(new Row(number, List.copyOf(cells.subList(0, Math.min(width, cells.size())))));
        }
    }

    private void look(int number, String column, Cell cell) {
        switch (cell.kind()) {
            case FORMULA -> problems.add(Problem.ofCell(SheetFault.FORMULA, number, column));
            case ERROR -> problems.add(Problem.ofCell(SheetFault.ERROR_IN_CELL, number, column));
            case TEXT -> lookAtText(number, column, cell.text());
            case EMPTY, NUMBER, DATE -> {}
        }
    }

    private void lookAtText(int number, String column, String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            problems.add(Problem.ofCell(SheetFault.UNREADABLE_CHARACTERS, number, column));
        } else if (text.indexOf('\u00C3') >= 0 && TWICE_ENCODED.matcher(text).find()) {
            problems.add(Problem.ofCell(SheetFault.TWICE_ENCODED, number, column));
        } else if (text.indexOf('\0') >= 0) {
            throw new Refusal(Problem.ofCell(SheetFault.NOT_TEXT, number, column));
        }
    }

    /** The letters a spreadsheet program calls the column by: A for 0, AA for 26. */
    static String letter(int index) {
        var letters = new StringBuilder();
        for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    SheetResult result(Seen seen, RowSource source) {
        List<Column> columns = profiles.stream().map(ColumnProfile::column).toList();
        if (headerRow == 0 || columns.isEmpty()) {
            problems.add(Problem.ofFile(headerRow == 0 ? SheetFault.EMPTY_FILE : SheetFault.NO_HEADER));
        } else if (rows == 0) {
            problems.add(Problem.ofRow(SheetFault.NO_ROWS, headerRow));
        }
        Seen whole = seen.with(decimals(columns), headerRow);
        if (problems.stops() > 0) {
            return new SheetResult.Refused(whole, problems.list(), problems.unlisted());
        }
        return new SheetResult.Opened(new Sheet(whole, columns, firstRows, rows, source));
    }

    private Optional<DecimalMark> decimals(List<Column> columns) {
        if (reading.decimals().isPresent()) {
            return reading.decimals();
        }
        long comma = columns.stream().mapToLong(Column::comma).sum();
        long point = columns.stream().mapToLong(Column::point).sum();
        if (comma + point == 0) {
            return Optional.empty();
        }
        return Optional.of(comma >= point ? DecimalMark.COMMA : DecimalMark.POINT);
    }
}
