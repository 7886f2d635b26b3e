package se.samsyn.exchange.cube;

import java.io.IOException;
import java.io.Reader;

/**
 * The characters of a PX file with their line, and the way back to a mark. A line ends with LF, CR LF or CR.
 */
final class PxChars {

    /** No statement and no heading is longer; a file that seems to have one lacks a quote or is no PX file. */
    private static final int LONGEST = 16_000_000;

    static final int END = -1;

    private static final int NONE = -2;

    private final Reader in;
    private final char[] buffer = new char[1 << 15];
    private int position;
    private int filled;
    private boolean afterReturn;
    private int ahead = NONE;

    private final StringBuilder kept = new StringBuilder();
    private int at;
    private int base;
    private int markLine = 1;
    private boolean marking = true;
    private int line = 1;

    PxChars(Reader in) {
        this.in = in;
    }

    /** The line of the next character. */
    int line() {
        return line;
    }

    /** Where the next statement starts; what came before is forgotten. */
    void mark() {
        if (at > kept.length() / 2) {
            kept.delete(0, at);
            at = 0;
        }
        base = at;
        markLine = line;
    }

    /** Goes back to the mark. */
    void reset() {
        at = base;
        line = markLine;
    }

    /** What was read since the mark. */
    String sinceMark() {
        return kept.substring(base, at);
    }

    /** How much was read since the mark. */
    int length() {
        return at - base;
    }

    /** From here on nothing need be kept. */
    void forget() {
        mark();
        marking = false;
    }

    int peek() throws IOException {
        if (at < kept.length()) {
            return kept.charAt(at);
        }
        if (!marking) {
            if (ahead == NONE) {
                ahead = raw();
            }
            return ahead;
        }
        int c = raw();
        if (c != END) {
            keep(c);
        }
        return c;
    }

    private void keep(int c) throws TooLong {
        if (kept.length() >= LONGEST) {
            throw new TooLong();
        }
        kept.append((char) c);
    }

    int next() throws IOException {
        int c;
        if (at < kept.length()) {
            c = kept.charAt(at++);
            if (!marking && at == kept.length()) {
                kept.setLength(0);
                at = 0;
                base = 0;
            }
        } else if (ahead != NONE) {
            c = ahead;
            ahead = NONE;
        } else {
            c = raw();
            if (marking && c != END) {
                keep(c);
                at++;
            }
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    /** The next characters, at most so many, without going past them. */
    String ahead(int length) throws IOException {
        while (kept.length() - at < length) {
            int c = raw();
            if (c == END) {
                break;
            }
            kept.append((char) c);
        }
        return kept.substring(at, Math.min(kept.length(), at + length));
    }

    void skipSpace() throws IOException {
        while (isSpace(peek())) {
            next();
        }
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\t' || c == 0x1A || c == 0xA0 || c == 0xFEFF;
    }

    private int raw() throws IOException {
        while (true) {
            if (position == filled) {
                filled = in.read(buffer, 0, buffer.length);
                position = 0;
                if (filled <= 0) {
                    filled = 0;
                    return END;
                }
            }
            char c = buffer[position++];
            if (c == '\r') {
                afterReturn = true;
                return '\n';
            }
            boolean second = afterReturn && c == '\n';
            afterReturn = false;
            if (!second) {
                return c;
            }
        }
    }

    /** Thrown and caught within the package. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;

        TooLong() {
            super("a statement is longer than " + LONGEST + " characters");
        }
    }
}
