package se.samsyn.access.audit;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import se.samsyn.access.LogFact;

/**
 * A place in the chain.
 *
 * @param position from 1, without gaps
 * @param line the number of the line in the log
 * @param micros when it was sealed, in microseconds since 1970
 * @param fact what the line says; null where it is not there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Link(
        long position,
        long line,
        long micros,
        byte[] seal,
        @Nullable LogFact fact) {

    /** What stands before the first seal. */
    static final byte[] BEGINNING = {};

    private static final byte[] KIND = {'s', 'e', 'a', 'l', 1};

    /** What a seal is the signature of: the seal before it, its own place and the line. */
    static byte[] signed(byte[] before, long position, long line, long micros, LogFact fact) {
        byte[] said = fact.bytes();
        return ByteBuffer.allocate(KIND.length + Integer.BYTES + before.length + 3 * Long.BYTES + said.length)
                .put(KIND)
                .putInt(before.length)
                .put(before)
                .putLong(position)
                .putLong(line)
                .putLong(micros)
                .put(said)
                .array();
    }
}
