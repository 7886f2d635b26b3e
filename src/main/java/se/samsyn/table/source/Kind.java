package se.samsyn.table.source;

/** What values a variable holds: one category, any number of categories, a number, or the score of a scale. */
public enum Kind {
    SINGLE,
    MULTIPLE,
    NUMBER,
    SCALE;

    /** Whether the values can be averaged. */
    public boolean numeric() {
        return this == NUMBER || this == SCALE;
    }
}
