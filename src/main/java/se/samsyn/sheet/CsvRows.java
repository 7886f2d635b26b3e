package se.samsyn.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Rows of a CSV file. Fields may be quoted with double quotes and then span lines; a first line {@code sep=;}, as Excel reads
 * it, names the delimiter and is passed over. Bytes that mean nothing in the encoding become U+FFFD, so that they can be
 * pointed out where they stand.
 */
final class CsvRows implements RowSource {

    private static final int HEAD = 1 << 16;
    private static final String SEPARATOR_LINE = "sep=";

    private final Path file;
    private final Encoding encoding;
    private final Delimiter delimiter;
    private final boolean hasSeparatorLine;

    private CsvRows(Path file, Encoding encoding, Delimiter delimiter, boolean hasSeparatorLine) {
        this.file = file;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.hasSeparatorLine = hasSeparatorLine;
    }

    static CsvRows of(Path file, Reading reading) throws IOException {
        Encoding encoding = reading.encoding().isPresent() ? reading.encoding().get() : EncodingDetector.detect(file);
        String head = head(file, encoding);
        boolean told = head.regionMatches(true, 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length());
        Delimiter delimiter = reading.delimiter().orElseGet(() -> told ? named(head) : DelimiterDetector.detect(head));
        return new CsvRows(file, encoding, delimiter, told);
    }

    Seen seen() {
        return Seen.csv(encoding, delimiter);
    }

    private static String head(Path file, Encoding encoding) throws IOException {
        try (Reader reader = open(file, encoding)) {
            var chars = new char[HEAD];
            int length = Math.max(0, reader.read(chars));
            return new String(chars, 0, length);
        }
    }

    private static Delimiter named(String head) {
        for (Delimiter delimiter : Delimiter.values()) {
            if (head.length() > SEPARATOR_LINE.length() && head.charAt(SEPARATOR_LINE.length()) == delimiter.sign()) {
                return delimiter;
            }
        }
        return DelimiterDetector.detect(head.lines().skip(1).limit(50).reduce("", (all, line) -> all + line + "\n"));
    }

    private static Reader open(Path file, Encoding encoding) throws IOException {
        InputStream in = Files.newInputStream(file);
        byte[] mark;
        try (InputStream first = Files.newInputStream(file)) {
            mark = first.readNBytes(3);
        }
        in.skipNBytes(EncodingDetector.markLength(mark, encoding));
        return new BufferedReader(new InputStreamReader(in, encoding.charset()), 1 << 16);
    }

    @Override
    public void read(Taker taker) {
        CSVFormat format = CSVFormat.Builder.create()
                .setDelimiter(delimiter.sign())
                .setQuote('"')
                .setIgnoreEmptyLines(false)
                .get();
        int number = hasSeparatorLine ? 1 : 0;
        try (var reader = new BufferedReader(open(file, encoding))) {
            if (hasSeparatorLine) {
                reader.readLine();
            }
            try (CSVParser parser = CSVParser.parse(reader, format)) {
                for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext(); ) {
                    if (taker.take(number + 1, cells(records.next())) == Next.STOP) {
                        return;
                    }
                    number++;
                }
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new Refusal(Problem.ofRow(SheetFault.QUOTES, number + 1));
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Cell> cells(CSVRecord csv) {
        var cells = new ArrayList<Cell>(csv.size());
        for (String value : csv) {
            cells.add(cell(value));
        }
        return cells;
    }

    /** A field that starts with an equals sign is a formula to Excel; {@code ="0180"} is its way to keep a leading zero. */
    private static Cell cell(String value) {
        Cell cell = Cell.text(value);
        if (!cell.text().startsWith("=")) {
            return cell;
        }
        String text = cell.text();
        boolean quotedText = text.length() >= 3
                && text.startsWith("=\"")
                && text.endsWith("\"")
                && text.indexOf('"', 2) == text.length() - 1;
        return quotedText ? Cell.text(text.substring(2, text.length() - 1)) : new Cell(text, Cell.Kind.FORMULA);
    }
}
