package se.samsyn.sheet;

import java.util.Optional;

/**
 * How the user wants a file read; what is empty is detected.
 *
 * @param sheet name of the sheet in a workbook; empty takes the first that is shown
 * @param headerRow the row with the column names as the spreadsheet program counts, or 0 for the first filled row
 */
public record Reading(
        Optional<Encoding> encoding,
        Optional<Delimiter> delimiter,
        Optional<DecimalMark> decimals,
        Optional<String> sheet,
        int headerRow,
        Formulas formulas) {

    /** Everything is detected, and formulas are refused. */
    public static final Reading DETECTED =
            new Reading(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, Formulas.REFUSE);

    /** Checks the header row. */
    public Reading {
        if (headerRow < 0) {
            throw new IllegalArgumentException("Rows are counted from 1; 0 means the first filled one");
        }
    }
}
