package se.samsyn.table.disclosure;

/** What is known of cells of nobody, and what may become of them. */
public enum Zeros {
    /** Everybody knows which inner cells are empty, also those that are not published. The most careful: an attacker knows much. */
    KNOWN,

    /** Empty cells are shown before anything else; empty inner cells that no shown cell tells of are not known. */
    SHOWN,

    /** Empty cells are shown, but may be hidden to protect others. */
    HIDEABLE,

    /** Empty cells must not become known to be empty. */
    PROTECTED
}
