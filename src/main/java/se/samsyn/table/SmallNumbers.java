package se.samsyn.table;

/** What too few persons cannot carry, beside secrecy. docs/intended.md says why. */
public final class SmallNumbers {

    /** With fewer persons than this no shares are given, only counts. */
    public static final int SHARES_FROM = 20;

    /** With fewer persons than this, figures are spoken of with caution. */
    public static final int CAUTION_BELOW = 30;

    private SmallNumbers() {}
}
