package se.samsyn.sheet;

/** What to do with a formula in a cell: refuse it, or take the value the spreadsheet program last computed. */
public enum Formulas {
    REFUSE,
    USE_VALUE
}
