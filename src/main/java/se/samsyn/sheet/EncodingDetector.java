package se.samsyn.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells the encoding of a text file: a byte order mark, zeros in every other byte, strict UTF-8, and otherwise the encoding of
 * Swedish Windows.
 */
final class EncodingDetector {

    private static final int HEAD = 4096;

    private EncodingDetector() {}

    static Encoding detect(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        Optional<Encoding> known = byMark(head).or(() -> byZeros(head));
        if (known.isPresent()) {
            return known.get();
        }
        return isUtf8(file) ? Encoding.UTF_8 : Encoding.WINDOWS_1252;
    }

    /** Length of the byte order mark that belongs to the encoding, 0 if there is none. */
    static int markLength(byte[] head, Encoding encoding) {
        return byMark(head).filter(encoding::equals).isEmpty() ? 0 : encoding == Encoding.UTF_8 ? 3 : 2;
    }

    private static Optional<Encoding> byMark(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(Encoding.UTF_8);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return Optional.of(Encoding.UTF_16LE);
        }
        return starts(head, 0xFE, 0xFF) ? Optional.of(Encoding.UTF_16BE) : Optional.empty();
    }

    private static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Western text in UTF-16 has a zero in nearly every other byte. */
    private static Optional<Encoding> byZeros(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int most = head.length / 2;
        if (odd * 10 > most * 7 && even * 10 < most) {
            return Optional.of(Encoding.UTF_16LE);
        }
        return even * 10 > most * 7 && odd * 10 < most ? Optional.of(Encoding.UTF_16BE) : Optional.empty();
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(1 << 16);
        var chars = CharBuffer.allocate(1 << 16);
        try (var channel = Files.newByteChannel(file)) {
            while (channel.read(bytes) >= 0) {
                bytes.flip();
                if (decoder.decode(bytes, chars, false).isError()) {
                    return false;
                }
                chars.clear();
                bytes.compact();
            }
            bytes.flip();
            return !decoder.decode(bytes, chars, true).isError();
        }
    }
}
