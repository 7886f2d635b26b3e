package se.samsyn.proof.trust;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes inputs that nobody would send in good faith: damaged, cut, doubled, mixed, deep, huge, and of signs that are none. The same number always gives the same input. */
final class Nasty {

    private static final List<byte[]> PIECES = List.of(
            new byte[] {0},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            new byte[] {(byte) 0xFF, (byte) 0xFE},
            new byte[] {(byte) 0xC0, (byte) 0xAF},
            bytes("\\ud800"),
            bytes("\\u0000"),
            bytes("1e999999999"),
            bytes("-0.0000000000000000000000000000000000000001"),
            bytes("99999999999999999999999999999999"),
            bytes("NaN"),
            bytes("null"),
            bytes("\""),
            bytes("\";\n"),
            bytes("'\"--;/*"),
            bytes("=cmd|' /C calc'!A0"),
            bytes("../../../../etc/passwd"),
            bytes("${7*7}#{7*7}*{7*7}"),
            bytes("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]>&a;"),
            bytes("{\"a\":"),
            bytes("[[[[[[[["),
            bytes("]]]]}}}}"),
            bytes("\r\n\r\n"),
            bytes("\u202Eabc\u0000\uFFFF"),
            bytes("2024-02-30"),
            bytes("+999999999-12-31"),
            bytes("SE"),
            bytes("%"),
            bytes("%%%s%n%d"));

    private final SplittableRandom random;

    Nasty(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Something made of one of the seeds, by one change or a few. */
    byte[] of(List<byte[]> seeds) {
        byte[] made = one(seeds);
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            made = changed(made, seeds);
        }
        return made;
    }

    private byte[] changed(byte[] from, List<byte[]> seeds) {
        int at = from.length == 0 ? 0 : random.nextInt(from.length);
        return switch (random.nextInt(10)) {
            case 0 -> flipped(from, at);
            case 1 -> Arrays.copyOf(from, at);
            case 2 -> put(from, at, one(PIECES));
            case 3 -> put(from, at, Arrays.copyOfRange(from, at, Math.min(from.length, at + random.nextInt(200))));
            case 4 -> joined(Arrays.copyOf(from, at), tail(one(seeds)));
            case 5 -> random(random.nextInt(400));
            case 6 -> put(from, at, repeated(one(PIECES), 1 + random.nextInt(random.nextInt(20) == 0 ? 20_000 : 200)));
            case 7 ->
                joined(
                        Arrays.copyOf(from, at),
                        Arrays.copyOfRange(from, Math.min(from.length, at + 1 + random.nextInt(40)), from.length));
            case 8 -> put(from, at, bytes(String.valueOf(random.nextLong())));
            default -> swapped(from, at);
        };
    }

    /** A word for a field, an address or a head. */
    String word() {
        return new String(
                of(List.of(new byte[0], bytes("1"), bytes("ett ord"), bytes("OPEN"))), StandardCharsets.ISO_8859_1);
    }

    private byte[] flipped(byte[] from, int at) {
        byte[] made = from.clone();
        if (made.length > 0) {
            made[at] = (byte) random.nextInt(256);
        }
        return made;
    }

    private byte[] swapped(byte[] from, int at) {
        byte[] made = from.clone();
        if (made.length > 0) {
            int other = random.nextInt(made.length);
            byte kept = made[at];
            made[at] = made[other];
            made[other] = kept;
        }
        return made;
    }

    private byte[] random(int length) {
        byte[] made = new byte[length];
        random.nextBytes(made);
        return made;
    }

    private byte[] tail(byte[] of) {
        return of.length == 0 ? of : Arrays.copyOfRange(of, random.nextInt(of.length), of.length);
    }

    private static byte[] put(byte[] into, int at, byte[] piece) {
        return joined(Arrays.copyOf(into, at), piece, Arrays.copyOfRange(into, at, into.length));
    }

    private static byte[] repeated(byte[] piece, int times) {
        var made = new ByteArrayOutputStream();
        for (int time = 0; time < times; time++) {
            made.writeBytes(piece);
        }
        return made.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var made = new ByteArrayOutputStream();
        for (var part : parts) {
            made.writeBytes(part);
        }
        return made.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
