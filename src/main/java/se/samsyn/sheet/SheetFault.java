package se.samsyn.sheet;

import java.util.Locale;

/** What can be wrong with a file as a file, whatever it is about. */
public enum SheetFault implements Fault {
    EMPTY_FILE,
    TOO_LARGE,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    NOT_TEXT,
    OLD_OR_LOCKED_WORKBOOK,
    NOT_A_WORKBOOK,
    DAMAGED_WORKBOOK,
    PACKED_TOO_TIGHT,
    XML_ENTITIES,
    NO_SUCH_SHEET,
    NO_HEADER,
    NO_ROWS,
    BLANK_HEADER,
    DUPLICATE_HEADER,
    LONG_ROW,
    SHORT_ROW,
    QUOTES,
    UNREADABLE_CHARACTERS,
    TWICE_ENCODED,
    FORMULA,
    ERROR_IN_CELL;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Severity severity() {
        return Severity.STOPS;
    }
}
