package se.samsyn.register;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import se.samsyn.sheet.Cell;
import se.samsyn.sheet.Limits;
import se.samsyn.sheet.Reading;
import se.samsyn.sheet.Row;
import se.samsyn.sheet.Seen;
import se.samsyn.sheet.Sheet;
import se.samsyn.sheet.SheetResult;
import se.samsyn.sheet.Sheets;

/** The data of a register: a CSV or Parquet file, or a workbook, in which one sheet may be the codebook. */
final class DataFile {

    private static final Set<String> CODEBOOK = Set.of("kodbok", "codebook");

    private final Path file;
    private final Optional<SheetResult> workbook;

    private DataFile(Path file, Optional<SheetResult> workbook) {
        this.file = file;
        this.workbook = workbook;
    }

    static DataFile of(Path file) throws IOException {
        return new DataFile(file, isWorkbook(file) ? Optional.of(opened(file)) : Optional.empty());
    }

    private static boolean isWorkbook(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        }
    }

    /** The first sheet that is shown, but for the codebook. */
    private static SheetResult opened(Path file) throws IOException {
        SheetResult first = Sheets.open(file, Reading.DETECTED, Limits.USUAL);
        Seen seen = first.seen();
        Optional<String> other = isCodebook(seen.sheet())
                ? seen.sheets().stream().filter(name -> !isCodebook(name)).findFirst()
                : Optional.empty();
        return other.isPresent() ? Sheets.open(file, of(other.get()), Limits.USUAL) : first;
    }

    private static Reading of(String sheet) {
        Reading usual = Reading.DETECTED;
        return new Reading(
                usual.encoding(), usual.delimiter(), usual.decimals(), Optional.of(sheet), 0, usual.formulas());
    }

    private static boolean isCodebook(String sheet) {
        return CODEBOOK.contains(sheet.strip().toLowerCase(Locale.ROOT));
    }

    /** Reads the workbook's own codebook; nothing where there is none beside the data. */
    List<VariableDraft> codebook(CodebookReader reader) throws IOException {
        Optional<Seen> seen = workbook.map(SheetResult::seen).filter(each -> !isCodebook(each.sheet()));
        Optional<String> sheet = seen.flatMap(
                each -> each.sheets().stream().filter(DataFile::isCodebook).findFirst());
        return sheet.isPresent() ? reader.read(file, of(sheet.get())) : List.of();
    }

    /** Copies the data to where the engine may read it; a workbook becomes CSV on the way. */
    List<Mend> copy(Path own) throws IOException {
        if (workbook.isEmpty()) {
            Files.copy(file, own);
            return List.of();
        }
        return switch (workbook.get()) {
            case SheetResult.Refused refused ->
                refused.problems().stream()
                        .map(CodebookReader::mend)
                        .map(mend ->
                                new Mend(Mend.File.DATA, mend.row(), mend.column(), mend.message(), mend.details()))
                        .toList();
            case SheetResult.Opened opened -> {
                write(opened.sheet(), own);
                yield List.of();
            }
        };
    }

    private static void write(Sheet sheet, Path own) throws IOException {
        CSVFormat format = CSVFormat.Builder.create().setDelimiter(';').get();
        try (BufferedWriter out = Files.newBufferedWriter(own, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(out, format)) {
            printer.printRecord(
                    sheet.columns().stream().map(column -> column.name()).toList());
            int width = sheet.columns().size();
            sheet.forEach(row -> write(row, width, printer));
        }
    }

    private static void write(Row row, int width, CSVPrinter printer) {
        try {
            for (int at = 0; at < width; at++) {
                printer.print(at < row.cells().size() ? text(row.cell(at)) : "");
            }
            printer.println();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** A spreadsheet writes the code 1 as 1.0 at times. */
    private static String text(Cell cell) {
        return cell.kind() == Cell.Kind.NUMBER && cell.text().endsWith(".0")
                ? cell.text().substring(0, cell.text().length() - 2)
                : cell.text();
    }
}
