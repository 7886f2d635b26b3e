package se.samsyn.sheet;

/** The sign between two fields of a CSV file. */
public enum Delimiter {
    SEMICOLON(';'),
    COMMA(','),
    TAB('\t'),
    PIPE('|');

    private final char sign;

    Delimiter(char sign) {
        this.sign = sign;
    }

    /** The sign itself. */
    public char sign() {
        return sign;
    }
}
