package se.samsyn.access.audit;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far the chain reached, as it stands outside the database.
 *
 * @param position the last place; 0 where there was none
 * @param micros when, in microseconds since 1970
 * @param seal the seal of that place, as hexadecimal digits
 * @param former the position of the head before a backup was put back; otherwise 0
 */
record Head(Kind kind, long position, long micros, String seal, long former, String signature) {

    private static final Pattern LINE =
            Pattern.compile("(HEAD|RESTORED) (\\d{1,18}) (\\d{1,18}) ([0-9a-f]*) (\\d{1,18}) ((?:[0-9a-f]{2})+)");

    /** Why it was written. */
    enum Kind {
        /** Lines were sealed. */
        HEAD,
        /** A backup was put back, so that the chain is what it was when the backup was made. */
        RESTORED
    }

    static Head unsigned(Kind kind, long position, long micros, byte[] seal, long former) {
        return new Head(kind, position, micros, HexFormat.of().formatHex(seal), former, "");
    }

    Head signed(byte[] with) {
        return new Head(kind, position, micros, seal, former, HexFormat.of().formatHex(with));
    }

    /** What is signed. */
    String text() {
        return kind + " " + position + " " + micros + " " + seal + " " + former;
    }

    /** The line of the file. */
    String line() {
        return text() + " " + signature;
    }

    static Optional<Head> parse(String line) {
        var found = LINE.matcher(line);
        return found.matches()
                ? Optional.of(new Head(
                        Kind.valueOf(found.group(1)),
                        Long.parseLong(found.group(2)),
                        Long.parseLong(found.group(3)),
                        found.group(4),
                        Long.parseLong(found.group(5)),
                        found.group(6)))
                : Optional.empty();
    }

    /** Whether this place has that seal. */
    boolean is(byte[] other) {
        return HexFormat.of().formatHex(other).equals(seal);
    }
}
