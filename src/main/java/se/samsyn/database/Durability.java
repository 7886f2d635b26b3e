package se.samsyn.database;

/** Whether the embedded server waits for the disk at each commit. */
enum Durability {
    /** Survives a power cut: the only choice outside tests. */
    KEPT,
    /** May lose everything in a power cut, and is quick. */
    FORGETFUL
}
