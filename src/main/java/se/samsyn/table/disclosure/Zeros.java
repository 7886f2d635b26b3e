package se.samsyn.table.disclosure;

/** What is known of cells of nobody, and what may become of them. */
public enum Zeros {
    /**
     * Everybody knows of the empty inner cells that they are empty, also of those that are not published. Of the others nobody is taken to
     * know that somebody is in them, but by a hidden cell's mark.
     */
    KNOWN,

    /** Empty cells are shown before anything else; empty inner cells that no shown cell tells of are not known. */
    SHOWN,

    /** Empty cells are shown, but may be hidden to protect others. */
    HIDEABLE,

    /** Empty cells must not become known to be empty. */
    PROTECTED
}
