package se.samsyn.exchange.cube;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the encoding of a PX file.
 *
 * <p>A byte order mark tells it. Otherwise text that is not plain ASCII and is well-formed UTF-8 all through is UTF-8, whatever the
 * file declares: text in an eight-bit page is hardly ever so by chance. Otherwise it is what CODEPAGE says; without CODEPAGE,
 * Windows-1252 where CHARSET is ANSI, and the DOS page 850 where there is no CHARSET (PX file format 2013, CHARSET and CODEPAGE).
 * ISO-8859-1 is read as Windows-1252, which has the same letters and those that are often written by mistake.
 *
 * @param mark length of the byte order mark
 * @param declared what the file declares, blank if nothing
 */
record PxEncoding(Charset charset, int mark, String declared, boolean asDeclared, boolean known) {

    private static final int HEAD = 1 << 16;
    private static final Pattern CODEPAGE = Pattern.compile("(?i)\\bCODEPAGE\\s*=\\s*\"?([^\";]{1,40})");
    private static final Pattern CHARSET = Pattern.compile("(?i)\\bCHARSET\\s*=\\s*\"?([^\";]{1,40})");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static PxEncoding of(Source source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] head = in.readNBytes(HEAD);
            int mark = markLength(head);
            String text = new String(head, StandardCharsets.ISO_8859_1);
            Optional<String> page = first(CODEPAGE, text);
            boolean ansi = first(CHARSET, text).isPresent();
            String declared = page.orElse(ansi ? "ANSI" : "");
            if (mark > 0) {
                return new PxEncoding(byMark(head), mark, declared, true, true);
            }
            Optional<Charset> named = page.flatMap(PxEncoding::named);
            Charset told = named.orElse(ansi || page.isPresent() ? WINDOWS : dos());
            boolean known = page.isEmpty() || named.isPresent();
            return switch (Utf8.of(head, in)) {
                case PLAIN -> new PxEncoding(told, 0, declared, true, known);
                case UTF_8 ->
                    new PxEncoding(StandardCharsets.UTF_8, 0, declared, told.equals(StandardCharsets.UTF_8), known);
                case OTHER ->
                    told.equals(StandardCharsets.UTF_8)
                            ? new PxEncoding(WINDOWS, 0, declared, false, known)
                            : new PxEncoding(told, 0, declared, true, known);
            };
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    private static Optional<Charset> named(String page) {
        String name = page.toLowerCase(Locale.ROOT);
        if (name.equals("utf8")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (name.equals("iso-8859-1") || name.equals("iso8859-1") || name.equals("latin1") || name.equals("ansi")) {
            return Optional.of(WINDOWS);
        }
        String dos = name.matches("\\d{3}") ? "IBM" + name : name;
        try {
            return Charset.isSupported(dos) ? Optional.of(Charset.forName(dos)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Charset dos() {
        return Charset.isSupported("IBM850") ? Charset.forName("IBM850") : Charset.forName("IBM437");
    }

    private static Charset byMark(byte[] head) {
        return switch (head[0] & 0xFF) {
            case 0xEF -> StandardCharsets.UTF_8;
            case 0xFF -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_16BE;
        };
    }

    private static int markLength(byte[] head) {
        if (head.length >= 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF) {
            return 3;
        }
        boolean little = head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE;
        boolean big = head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF;
        return little || big ? 2 : 0;
    }

    /** Whether bytes are plain ASCII, well-formed UTF-8 or neither; overlong forms are not told apart. */
    private enum Utf8 {
        PLAIN,
        UTF_8,
        OTHER;

        static Utf8 of(byte[] head, InputStream rest) throws IOException {
            byte[] part = head;
            int length = head.length;
            int following = 0;
            boolean plain = true;
            byte[] buffer = new byte[1 << 16];
            while (length > 0) {
                for (int i = 0; i < length; i++) {
                    int b = part[i];
                    if (b >= 0 && following == 0) {
                        continue;
                    }
                    plain = false;
                    int next = following > 0 ? (b & 0xC0) == 0x80 ? following - 1 : -1 : leading(b & 0xFF);
                    if (next < 0) {
                        return OTHER;
                    }
                    following = next;
                }
                part = buffer;
                length = rest.read(buffer);
            }
            return plain ? PLAIN : following == 0 ? UTF_8 : OTHER;
        }

        private static int leading(int b) {
            if (b >= 0xC2 && b <= 0xDF) {
                return 1;
            }
            if (b >= 0xE0 && b <= 0xEF) {
                return 2;
            }
            return b >= 0xF0 && b <= 0xF4 ? 3 : -1;
        }
    }
}
