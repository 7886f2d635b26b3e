package se.samsyn.access;

/** A line to be written, and the mark that says that the program wrote it. */
@SuppressWarnings("ArrayRecordComponent")
record MarkedFact(LogFact fact, byte[] mark) {}
