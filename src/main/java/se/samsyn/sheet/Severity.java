package se.samsyn.sheet;

/** Whether a problem stops the import or only asks to be looked at. */
public enum Severity {
    STOPS,
    WARNS
}
