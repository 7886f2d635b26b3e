package se.samsyn.table.disclosure;

/** How inner cells of one person are treated in elimination. */
enum Singletons {
    /** As any other: linear protection only. For comparison with reference results. */
    IGNORED,

    /** A known sum of hidden cells that all hold one person, k persons in k cells, would reveal every one of them. */
    PROTECTED
}
