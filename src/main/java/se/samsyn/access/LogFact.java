package se.samsyn.access;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the access log says, in the words of the database, and the one sequence of bytes it is signed as.
 *
 * @param micros when, in microseconds since 1970: the finest that the database keeps
 * @param actor the account of who did it; null where nobody was signed in
 */
public record LogFact(
        long micros,
        @Nullable UUID actor,
        @Nullable String role,
        String event,
        @Nullable String purpose,
        @Nullable String object,
        @Nullable String place) {

    private static final int NOTHING = -1;

    /** A moment as the database keeps it. */
    public static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** The moment. */
    public Instant at() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Each part with its length before it, so that no two facts are the same bytes. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(micros);
            write(out, actor == null ? null : actor.toString());
            write(out, role);
            write(out, event);
            write(out, purpose);
            write(out, object);
            write(out, place);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(NOTHING);
        } else {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        }
    }
}
