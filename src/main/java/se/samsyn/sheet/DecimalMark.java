package se.samsyn.sheet;

/** The sign between whole numbers and decimals. */
public enum DecimalMark {
    COMMA(','),
    POINT('.');

    private final char sign;

    DecimalMark(char sign) {
        this.sign = sign;
    }

    /** The sign itself. */
    public char sign() {
        return sign;
    }
}
