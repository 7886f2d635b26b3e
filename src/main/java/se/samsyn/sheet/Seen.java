package se.samsyn.sheet;

import java.util.List;
import java.util.Optional;

/**
 * What was seen in a file, or chosen by the user instead.
 *
 * @param encoding of a CSV file
 * @param delimiter of a CSV file
 * @param decimals the decimal mark most numbers have; empty where there are no decimals
 * @param sheet the sheet that is read, blank for a CSV file
 * @param sheets all sheets of the workbook, those that are shown first
 * @param headerRow the row with the column names
 */
public record Seen(
        Format format,
        Optional<Encoding> encoding,
        Optional<Delimiter> delimiter,
        Optional<DecimalMark> decimals,
        String sheet,
        List<String> sheets,
        int headerRow) {

    /** Copies the list of sheets. */
    public Seen {
        sheets = List.copyOf(sheets);
    }

    static Seen csv(Encoding encoding, Delimiter delimiter) {
        return new Seen(Format.CSV, Optional.of(encoding), Optional.of(delimiter), Optional.empty(), "", List.of(), 0);
    }

    static Seen xlsx(String sheet, List<String> sheets) {
        return new Seen(Format.XLSX, Optional.empty(), Optional.empty(), Optional.empty(), sheet, sheets, 0);
    }

    Seen with(Optional<DecimalMark> decimals, int headerRow) {
        return new Seen(format, encoding, delimiter, decimals, sheet, sheets, headerRow);
    }
}
