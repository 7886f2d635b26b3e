package se.samsyn.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one sheet of a workbook that {@link WorkbookGuard} has let through. A number is a date only where the cell is formatted
 * as one; numbers are taken to the 15 digits a spreadsheet program shows.
 */
final class XlsxRows implements RowSource {

    private static final MathContext SHOWN = new MathContext(15);
    private static final int MOST_DIGITS = 40;
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.");
    private static final Pattern DATE_LETTERS = Pattern.compile("[yYdD]");

    private final Path file;
    private final String sheet;
    private final List<String> sheets;
    private final Formulas formulas;

    private XlsxRows(Path file, String sheet, List<String> sheets, Formulas formulas) {
        this.file = file;
        this.sheet = sheet;
        this.sheets = sheets;
        this.formulas = formulas;
    }

    static XlsxRows of(Path file, Reading reading) {
        try (var workbook = open(file)) {
            List<String> names = workbook.getSheets()
                    .sorted(Comparator.comparing(one -> one.getVisibility() != SheetVisibility.VISIBLE))
                    .map(org.dhatim.fastexcel.reader.Sheet::getName)
                    .toList();
            String wanted = reading.sheet().orElse(names.isEmpty() ? "" : names.getFirst());
            if (!names.contains(wanted)) {
                throw new Refusal(Problem.ofFile(SheetFault.NO_SUCH_SHEET, wanted, String.join(", ", names)));
            }
            return new XlsxRows(file, wanted, names, reading.formulas());
        } catch (IOException | RuntimeException e) {
            throw damaged(e, 0);
        }
    }

    Seen seen() {
        return Seen.xlsx(sheet, sheets);
    }

    private static ReadableWorkbook open(Path file) throws IOException {
        return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    }

    @Override
    public void read(Taker taker) {
        var reading = new Object() {
            int number;

            @Nullable
            RuntimeException ofTaker;
        };
        try (var workbook = open(file);
                var rows = workbook.findSheet(sheet).orElseThrow().openStream()) {
            for (Iterator<org.dhatim.fastexcel.reader.Row> all = rows.iterator(); all.hasNext(); ) {
                var row = all.next();
                reading.number = row.getRowNum();
                List<Cell> cells = cells(row);
                try {
                    if (taker.take(reading.number, cells) == Next.STOP) {
                        return;
                    }
                } catch (RuntimeException e) {
                    reading.ofTaker = e;
                    throw e;
                }
            }
        } catch (IOException | RuntimeException e) {
            if (reading.ofTaker != null) {
                throw reading.ofTaker;
            }
            throw damaged(e, reading.number + 1);
        }
    }

    /** The library speaks of a broken workbook in many ways, null pointers among them; to the user they are one. */
    private static RuntimeException damaged(Exception e, int row) {
        if (e instanceof Refusal refusal) {
            return refusal;
        }
        if (e instanceof NoSuchFileException gone) {
            return new UncheckedIOException(gone);
        }
        return new Refusal(Problem.ofRow(SheetFault.DAMAGED_WORKBOOK, row));
    }

    private List<Cell> cells(org.dhatim.fastexcel.reader.Row row) {
        var cells = new ArrayList<Cell>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(cell(row.getCell(i)));
        }
        return cells;
    }

    private Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null) {
            return Cell.EMPTY;
        }
        return switch (cell.getType()) {
            case EMPTY -> Cell.EMPTY;
            case STRING -> Cell.text(cell.asString());
            case BOOLEAN -> Cell.text(cell.asBoolean() ? "1" : "0");
            case ERROR -> new Cell(String.valueOf(cell.getRawValue()), Cell.Kind.ERROR);
            case NUMBER -> number(cell, cell.asNumber());
            case FORMULA -> formula(cell);
        };
    }

    private Cell formula(org.dhatim.fastexcel.reader.Cell cell) {
        String cached = cell.getRawValue();
        if (formulas == Formulas.REFUSE || cached == null) {
            return new Cell("=" + cell.getFormula(), Cell.Kind.FORMULA);
        }
        if (cached.startsWith("#")) {
            return new Cell(cached, Cell.Kind.ERROR);
        }
        try {
            return number(cell, new BigDecimal(cached));
        } catch (NumberFormatException e) {
            return Cell.text(cached);
        }
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell, BigDecimal value) {
        if (isDate(cell)) {
            return date(cell, value);
        }
        BigDecimal shown = value.round(SHOWN).stripTrailingZeros();
        boolean plain = Math.abs(shown.scale()) <= MOST_DIGITS;
        return new Cell(plain ? shown.toPlainString() : shown.toString(), Cell.Kind.NUMBER);
    }

    private static Cell date(org.dhatim.fastexcel.reader.Cell cell, BigDecimal value) {
        try {
            LocalDateTime moment = cell.getType() == CellType.NUMBER ? cell.asDate() : null;
            return moment == null
                    ? Cell.text(value.toPlainString())
                    : new Cell(moment.toLocalDate().toString(), Cell.Kind.DATE);
        } catch (ExcelReaderException | DateTimeException | ArithmeticException e) {
            return new Cell(String.valueOf(cell.getRawValue()), Cell.Kind.ERROR);
        }
    }

    private static boolean isDate(org.dhatim.fastexcel.reader.Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && DATE_LETTERS.matcher(LITERALS.matcher(format).replaceAll("")).find();
    }
}
