package se.samsyn.exchange.cube;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what follows DATA. Cells are parted by blanks, tabs, commas or semicolons; signs stand in quotes or not. With KEYS each row
 * starts with its values or codes in quotes, and rows of zeros alone are left out.
 */
final class PxData {

    private static final int LONGEST = 400;
    private static final long BITS = 50_000_000;
    private static final String WHERE = "DATA";

    private final PxChars chars;
    private final PxSymbols symbols;
    private final Problems problems;
    private final long size;
    private final long width;
    private final List<Map<String, Integer>> keys;
    private final Set<Long> manyRows = new HashSet<>();
    private final BitSet rows = new BitSet();

    private final char[] token = new char[LONGEST];
    private int length;
    private boolean quoted;
    private boolean ended;
    private boolean bare;
    private boolean toldText;

    private Symbol symbol = Symbol.NUMBER;
    private double value;

    PxData(PxChars chars, PxHeading heading, List<Dimension> dimensions, Problems problems) {
        this.chars = chars;
        this.symbols = new PxSymbols(heading);
        this.problems = problems;
        this.size = Cube.size(dimensions);
        this.keys = keys(heading, dimensions, problems);
        int stubs = heading.texts("STUB", heading.mainLanguage()).size();
        this.width = Cube.size(dimensions.subList(Math.min(stubs, dimensions.size()), dimensions.size()));
    }

    /** For each stub variable the place of each key; empty for a file without KEYS. */
    private static List<Map<String, Integer>> keys(PxHeading heading, List<Dimension> dimensions, Problems problems) {
        var keys = new ArrayList<Map<String, Integer>>();
        if (heading.named("KEYS").isEmpty()) {
            return keys;
        }
        List<String> stub = heading.texts("STUB", heading.mainLanguage());
        for (int i = 0; i < stub.size(); i++) {
            String kind = heading.find("KEYS", heading.mainLanguage(), stub.get(i))
                    .map(PxKeyword::first)
                    .orElse("");
            if (!kind.equals("VALUES") && !kind.equals("CODES")) {
                problems.stop(Problem.error(
                        "KEYS",
                        0,
                        "KEYS(\"%s\")".formatted(stub.get(i)),
                        "Varje variabel i STUB ska ha KEYS=VALUES eller KEYS=CODES."));
                return List.of();
            }
            Map<String, Integer> places = new HashMap<>();
            List<Category> categories = dimensions.get(i).categories();
            for (int place = 0; place < categories.size(); place++) {
                Category category = categories.get(place);
                places.putIfAbsent(
                        kind.equals("CODES")
                                ? category.code()
                                : category.label().main(),
                        place);
            }
            keys.add(places);
        }
        return keys;
    }

    boolean keyed() {
        return !keys.isEmpty();
    }

    /** Gives the cells to the taker, and stops the problems if they are not those that the heading promises. */
    void read(PxTaker taker) throws IOException {
        long count = keyed() ? keyed(taker) : dense(taker);
        if (problems.stops()) {
            return;
        }
        if (!keyed() && count < size) {
            stop("TOO_FEW_CELLS", "Rubrikerna lovar %d celler men filen har bara %d.".formatted(size, count));
        } else if (!ended && bare) {
            stop("CUT_SHORT", "Filen tar slut mitt i den sista cellen; den är avklippt.");
        } else if (!ended) {
            problems.add(Problem.warning("NO_END", chars.line(), WHERE, "Semikolon saknas efter den sista cellen."));
        } else if (chars.peek() != PxChars.END) {
            problems.add(
                    Problem.warning("TEXT_AFTER_DATA", chars.line(), WHERE, "Det som står efter DATA har inte lästs."));
        }
    }

    private long dense(PxTaker taker) throws IOException {
        long count = 0;
        while (next(count < size)) {
            if (count == size) {
                stop("TOO_MANY_CELLS", "Rubrikerna lovar %d celler men filen har fler.".formatted(size));
                return count;
            }
            if (!cell()) {
                return count;
            }
            taker.take(count, value, symbol);
            count++;
        }
        return count;
    }

    private long keyed(PxTaker taker) throws IOException {
        long count = 0;
        while (next(true)) {
            long row = row();
            if (row < 0) {
                return count;
            }
            for (long i = 0; i < width; i++) {
                if (!next(false)) {
                    stop("TOO_FEW_CELLS", "Raden har färre än %d celler.".formatted(width));
                    return count;
                }
                if (!cell()) {
                    return count;
                }
                taker.take(row * width + i, value, symbol);
                count++;
            }
        }
        return count;
    }

    /** The number of the row that starts with the token; negative if there is none such. */
    private long row() throws IOException {
        long row = 0;
        for (int i = 0; i < keys.size(); i++) {
            if ((i > 0 && !next(false)) || !quoted) {
                stop("KEY", "Här väntades %d nycklar inom citattecken.".formatted(keys.size()));
                return -1;
            }
            String key = text();
            Integer place = keys.get(i).get(key);
            if (place == null) {
                stop("KEY", "Nyckeln %s finns inte bland variabelns värden.".formatted(PxCheck.shortened(key)));
                return -1;
            }
            row = row * keys.get(i).size() + place;
        }
        boolean again = size / Math.max(1, width) <= BITS ? rows.get((int) row) : !manyRows.add(row);
        if (again) {
            stop("KEY", "Raden står två gånger.");
            return -1;
        }
        if (size / Math.max(1, width) <= BITS) {
            rows.set((int) row);
        }
        return row;
    }

    /** Finds the next token; false at the end. A semicolon ends the cells if nothing follows, or if no more are wanted. */
    private boolean next(boolean more) throws IOException {
        int c = chars.next();
        while (PxChars.isSpace(c) || c == ',' || c == ';') {
            if (c == ';') {
                ended = true;
                chars.skipSpace();
                if (chars.peek() == PxChars.END || !more) {
                    return false;
                }
                ended = false;
            }
            c = chars.next();
        }
        length = 0;
        quoted = c == '"';
        if (c == PxChars.END) {
            return false;
        }
        if (quoted) {
            return quotedToken();
        }
        while (length < LONGEST) {
            token[length++] = (char) c;
            int after = chars.peek();
            bare = after == PxChars.END;
            if (after == PxChars.END || PxChars.isSpace(after) || after == ',' || after == ';' || after == '"') {
                return true;
            }
            c = chars.next();
        }
        return true;
    }

    private boolean quotedToken() throws IOException {
        while (true) {
            int c = chars.next();
            if (c == '"') {
                return true;
            }
            if (c == PxChars.END || c == '\n' || length == LONGEST) {
                stop("UNENDED_TEXT", "Ett citattecken saknas.");
                return false;
            }
            token[length++] = (char) c;
        }
    }

    private String text() {
        return new String(token, 0, length);
    }

    /** Understands the token as a cell. */
    private boolean cell() {
        value = quoted ? Double.NaN : Numbers.parse(token, length);
        if (!Double.isNaN(value)) {
            symbol = Symbol.NUMBER;
            return true;
        }
        String text = text();
        var sign = symbols.sign(text.strip());
        if (sign.isPresent()) {
            symbol = sign.get();
            return true;
        }
        var shown = symbols.shown(text);
        double number = quoted ? Numbers.parse(token, length) : Double.NaN;
        if (shown.isEmpty() && Double.isNaN(number)) {
            stop(
                    "NOT_A_CELL",
                    "%s är varken ett tal eller ett tecken för saknad uppgift.".formatted(PxCheck.shortened(text)));
            return false;
        }
        if (!toldText) {
            toldText = true;
            problems.add(Problem.warning(
                    "CELL_TEXT",
                    chars.line(),
                    WHERE,
                    "%s står inte som formatet vill men går att förstå.".formatted(PxCheck.shortened(text))));
        }
        symbol = shown.orElse(Symbol.NUMBER);
        value = number;
        return true;
    }

    private void stop(String code, String text) {
        problems.stop(Problem.error(code, chars.line(), WHERE, text));
    }
}
