package se.samsyn.exchange.cube;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What comes next in the heading of a PX file.
 *
 * <p>A statement that is not well formed is given as it stands up to the next semicolon that ends a line and is followed by a new
 * keyword, so that a stray quote costs one keyword and not the file.
 */
sealed interface PxStatement {

    /**
     * A keyword.
     *
     * @param loose what it did beside the format, blank if nothing
     */
    record Keyword(PxKeyword keyword, String loose) implements PxStatement {}

    /** A keyword that is not well formed; the keyword holds what stood there. */
    record Broken(PxKeyword keyword, String why) implements PxStatement {}

    /** The cells come next. */
    record Data(int line) implements PxStatement {}

    /** There is nothing more. */
    record End() implements PxStatement {}

    static PxStatement next(PxChars chars) throws IOException {
        chars.skipSpace();
        chars.mark();
        if (chars.peek() == PxChars.END) {
            return new End();
        }
        return new Parser(chars).parse();
    }

    /** Reads one statement. */
    final class Parser {

        private static final int LONGEST_NAME = 60;
        private static final int LONGEST_WORD = 20_000;

        private final PxChars chars;
        private final int line;
        private String name = "";
        private String language = "";
        private final List<String> subjects = new ArrayList<>();
        private final List<PxValue> values = new ArrayList<>();
        private String loose = "";

        Parser(PxChars chars) {
            this.chars = chars;
            this.line = chars.line();
        }

        PxStatement parse() throws IOException {
            try {
                name = name();
                chars.skipSpace();
                language();
                subjects();
                expect('=', "likhetstecken saknas");
                if (name.equals("DATA") && subjects.isEmpty() && language.isEmpty()) {
                    return new Data(line);
                }
                values();
                return new Keyword(new PxKeyword(name, language, subjects, values, line), loose);
            } catch (Malformed e) {
                return broken(e.why);
            }
        }

        private String name() throws IOException, Malformed {
            var found = new StringBuilder();
            while (isNameChar(chars.peek()) && found.length() < LONGEST_NAME) {
                found.append((char) chars.next());
            }
            if (found.isEmpty() || !isLetter(found.charAt(0))) {
                throw new Malformed("här väntades ett nyckelord");
            }
            return found.toString().toUpperCase(Locale.ROOT);
        }

        private static boolean isLetter(int c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        }

        private static boolean isNameChar(int c) {
            return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        }

        private void language() throws IOException, Malformed {
            if (chars.peek() != '[') {
                return;
            }
            chars.next();
            var found = new StringBuilder();
            while (chars.peek() != ']') {
                int c = chars.next();
                if (c == PxChars.END || c == '\n' || found.length() > 20) {
                    throw new Malformed("språket inom hakparentes slutar inte");
                }
                if (c != '"' && c != ' ') {
                    found.append((char) c);
                }
            }
            chars.next();
            language = found.toString();
            if (language.isEmpty()) {
                throw new Malformed("språket inom hakparentes är tomt");
            }
            chars.skipSpace();
        }

        private void subjects() throws IOException, Malformed {
            if (chars.peek() != '(') {
                return;
            }
            do {
                chars.next();
                chars.skipSpace();
                if (chars.peek() != '"') {
                    throw new Malformed("det som står inom parentes ska stå inom citattecken");
                }
                subjects.add(quoted());
                chars.skipSpace();
            } while (chars.peek() == ',');
            expect(')', "parentesen slutar inte, eller så finns ett citattecken för mycket");
            chars.skipSpace();
        }

        private void values() throws IOException, Malformed {
            while (true) {
                chars.skipSpace();
                int c = chars.peek();
                if (c == ';' && !values.isEmpty()) {
                    loose = "ett kommatecken står före semikolonet";
                    chars.next();
                    return;
                }
                values.add(c == '"' ? text() : bare());
                chars.skipSpace();
                int after = chars.next();
                if (after == ';') {
                    return;
                }
                if (after == PxChars.END) {
                    throw new Malformed("semikolon saknas");
                }
                if (after != ',') {
                    throw new Malformed("ett citattecken för mycket, eller så saknas komma eller semikolon");
                }
            }
        }

        /** Texts that follow each other without comma are one text, written over several lines. */
        private PxValue text() throws IOException, Malformed {
            String found = quoted();
            chars.skipSpace();
            if (chars.peek() == ':') {
                chars.next();
                chars.skipSpace();
                if (chars.peek() != '"') {
                    throw new Malformed("efter kolon väntades en kod inom citattecken");
                }
                return new PxValue.Step(found, quoted());
            }
            if (chars.peek() != '"') {
                return new PxValue.Quoted(found);
            }
            var all = new StringBuilder(found);
            while (chars.peek() == '"') {
                all.append(quoted());
                chars.skipSpace();
            }
            return new PxValue.Quoted(all.toString());
        }

        private String quoted() throws IOException, Malformed {
            chars.next();
            var found = new StringBuilder();
            while (true) {
                int c = chars.next();
                if (c == '"') {
                    return found.toString();
                }
                if (c == PxChars.END) {
                    throw new Malformed("en text inom citattecken slutar inte");
                }
                if (c == '\n') {
                    loose = "en text fortsätter på nästa rad utan citattecken";
                }
                found.append((char) c);
            }
        }

        private PxValue bare() throws IOException, Malformed {
            var found = new StringBuilder();
            int depth = 0;
            boolean inText = false;
            while (true) {
                int c = chars.peek();
                boolean stops = !inText && depth == 0 && (c == ',' || c == ';' || c == '\n' || c == '"');
                if (c == PxChars.END || stops) {
                    break;
                }
                chars.next();
                inText ^= c == '"';
                if (!inText && c == '(') {
                    depth++;
                } else if (!inText && c == ')') {
                    depth--;
                }
                if (depth < 0 || c == '=' || found.length() > LONGEST_WORD) {
                    throw new Malformed("ett värde utan citattecken går inte att förstå");
                }
                found.append((char) c);
            }
            String text = found.toString().strip();
            if (text.isEmpty()) {
                throw new Malformed("värdet saknas");
            }
            return new PxValue.Bare(text);
        }

        private void expect(char wanted, String otherwise) throws IOException, Malformed {
            if (chars.peek() != wanted) {
                throw new Malformed(otherwise);
            }
            chars.next();
        }

        /** Gives the statement as it stands and goes on after it. */
        private Broken broken(String why) throws IOException {
            chars.reset();
            boolean ended = false;
            int length = 0;
            while (!ended && chars.peek() != PxChars.END) {
                if (chars.next() == ';') {
                    length = chars.length() - 1;
                    ended = endsHere();
                }
            }
            String raw = chars.sinceMark();
            raw = ended ? raw.substring(0, length) : raw;
            int equals = raw.indexOf('=');
            String value = (equals < 0 ? raw : raw.substring(equals + 1)).strip();
            String bare = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                    ? value.substring(1, value.length() - 1)
                    : value;
            return new Broken(
                    new PxKeyword(name, language, subjects, List.of(new PxValue.Damaged(bare)), line),
                    ended ? why : why + ", och inget nytt nyckelord följer");
        }

        /** Whether the line ends after the semicolon and a new keyword or the end of the file follows. */
        private boolean endsHere() throws IOException {
            boolean lineEnds = false;
            while (PxChars.isSpace(chars.peek())) {
                lineEnds |= chars.next() == '\n';
            }
            if (chars.peek() == PxChars.END) {
                return true;
            }
            if (!lineEnds) {
                return false;
            }
            return looksLikeKeyword();
        }

        private boolean looksLikeKeyword() throws IOException {
            return chars.ahead(LONGEST_NAME).matches("(?s)[A-Z][A-Z0-9._-]*\\s*[\\[(=].*");
        }
    }

    /** Thrown and caught within the parser. */
    final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        final String why;

        Malformed(String why) {
            super(why, null, false, false);
            this.why = why;
        }
    }
}
