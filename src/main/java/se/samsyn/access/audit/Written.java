package se.samsyn.access.audit;

import org.jspecify.annotations.Nullable;
import se.samsyn.access.LogFact;

/**
 * A line that waits for its seal.
 *
 * @param mark the mark of the program; null where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Written(long line, LogFact fact, byte @Nullable [] mark) {}
