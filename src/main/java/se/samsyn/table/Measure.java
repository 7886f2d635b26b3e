package se.samsyn.table;

/** What the figure in a cell is, which decides how it is written. */
public enum Measure {
    /** Persons, a whole number. */
    COUNT,
    /** A share from 0 to 1. */
    SHARE,
    /** In the unit of the variable. */
    VALUE,
    /** Numbers added up, in the unit of the variable; told to whole units. */
    SUM,
    /** A difference in the unit of the variable, with a sign. */
    CHANGE
}
