package se.samsyn.access;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsyn.keys.Keys;
import se.samsyn.keys.Ring;
import se.samsyn.keys.Use;

/**
 * The mark that the program puts on each line of the log as it writes it: a random number and a signature of it and of the line, with a
 * key that is not in the database. A line that somebody writes past the program has none; a mark that stands twice has been copied.
 */
@Component
public class LogMarks {

    private static final byte[] KIND = {'l', 'i', 'n', 'e', 1};

    private final Keys keys;

    LogMarks(Keys keys) {
        this.keys = keys;
    }

    byte[] mark(LogFact fact) {
        long chance = ThreadLocalRandom.current().nextLong();
        byte[] signature = keys.sign(Ring.of(Use.LOG), signed(chance, fact));
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(chance)
                .put(signature)
                .array();
    }

    /**
     * Whether the program put this mark on that line.
     *
     * @throws se.samsyn.keys.KeyFault when the key of the log is not there
     */
    public boolean fits(byte @Nullable [] mark, LogFact fact) {
        if (mark == null || mark.length <= Long.BYTES) {
            return false;
        }
        var parts = ByteBuffer.wrap(mark);
        long chance = parts.getLong();
        byte[] signature = new byte[parts.remaining()];
        parts.get(signature);
        return keys.isSignature(Ring.of(Use.LOG), signature, signed(chance, fact));
    }

    private static byte[] signed(long chance, LogFact fact) {
        byte[] line = fact.bytes();
        return ByteBuffer.allocate(KIND.length + Long.BYTES + line.length)
                .put(KIND)
                .putLong(chance)
                .put(line)
                .array();
    }
}
