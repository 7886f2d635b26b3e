package se.samsyn.exchange.cube;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes PX files (PX file format specification, axis version 2013, Statistics Sweden). Leaves the stream open. */
public final class PxWriter {

    private static final int WIDTH = 200;

    private final Writer out;
    private final Cells cells;
    private final Map<Symbol, String> signs = new HashMap<>();

    private PxWriter(Writer out, Cells cells) {
        this.out = out;
        this.cells = cells;
    }

    /** Writes the cube in UTF-8, with every language it has. */
    public static void write(Cube cube, OutputStream out) throws IOException {
        List<Integer> sizes = cube.dimensions().stream().map(Dimension::size).toList();
        write(new PxFile(PxKeywords.of(cube), sizes, sizes.size() - cube.headings(), cube.cells()), out);
    }

    /**
     * Writes a file again with all its keywords, in the encoding that it declares, or in UTF-8 if its text does not fit in that. With KEYS
     * among the keywords, rows of zeros alone are left out.
     */
    public static void write(PxFile file, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, charset(file)), 1 << 16);
        var px = new PxWriter(writer, file.cells());
        for (PxKeyword keyword : file.keywords()) {
            px.keyword(keyword);
        }
        px.data(file);
        writer.flush();
    }

    private static Charset charset(PxFile file) throws IOException {
        var declared = new StringBuilder();
        boolean fits = true;
        for (PxKeyword each : file.keywords()) {
            if (each.name().equals("CODEPAGE") || each.name().equals("CHARSET")) {
                declared.append(each.name()).append("=\"").append(each.first()).append("\";\n");
            }
        }
        byte[] head = declared.toString().getBytes(StandardCharsets.ISO_8859_1);
        Charset charset = PxEncoding.of(Source.of(head)).charset();
        CharsetEncoder encoder = charset.newEncoder();
        for (PxKeyword each : file.keywords()) {
            fits &= encoder.canEncode(each.told());
            for (PxValue value : each.values()) {
                fits &= encoder.canEncode(value.text());
            }
        }
        return fits || charset.equals(StandardCharsets.UTF_8) ? charset : StandardCharsets.UTF_8;
    }

    private void keyword(PxKeyword keyword) throws IOException {
        out.write(keyword.name());
        if (!keyword.language().isEmpty()) {
            out.write("[" + keyword.language() + "]");
        }
        int length = keyword.name().length();
        for (int i = 0; i < keyword.subjects().size(); i++) {
            out.write((i == 0 ? "(" : ",") + quoted(keyword.subjects().get(i)));
        }
        out.write(keyword.subjects().isEmpty() ? "=" : ")=");
        for (int i = 0; i < keyword.values().size(); i++) {
            String value = value(keyword.values().get(i));
            length += value.length();
            if (i > 0) {
                out.write(length > WIDTH ? ",\n" : ",");
                length = length > WIDTH ? value.length() : length;
            }
            out.write(value);
        }
        out.write(";\n");
    }

    private static String value(PxValue value) {
        return switch (value) {
            case PxValue.Quoted(String text) -> quoted(text);
            case PxValue.Damaged(String text) -> quoted(text);
            case PxValue.Bare(String text) -> text;
            case PxValue.Step(String parent, String child) -> quoted(parent) + ":" + quoted(child);
        };
    }

    /** The format has no way to write a quotation mark inside a text. */
    private static String quoted(String text) {
        return '"' + text.replace('"', '\'') + '"';
    }

    private void data(PxFile file) throws IOException {
        signs();
        int width = 1;
        for (int size : file.sizes().subList(file.stubs(), file.sizes().size())) {
            width *= size;
        }
        boolean keyed = file.keywords().stream().anyMatch(each -> each.name().equals("KEYS"));
        List<List<String>> keys = keyed ? keys(file) : List.of();
        out.write("DATA=\n");
        for (int row = 0; width > 0 && row < cells.count() / width; row++) {
            if (keyed && isZero(row * width, width)) {
                continue;
            }
            if (keyed) {
                key(row, keys);
            }
            for (int i = 0; i < width; i++) {
                int index = row * width + i;
                Symbol symbol = cells.symbol(index);
                out.write(
                        symbol.mark() == Mark.NUMBER
                                ? Numbers.text(cells.value(index))
                                : signs.getOrDefault(symbol, "\"..\""));
                out.write(' ');
            }
            out.write('\n');
        }
        out.write(";\n");
    }

    /** The sign of each symbol: its own where the format has it and it means one thing only, else the mark's usual one. */
    private void signs() {
        Map<String, Mark> meaning = new HashMap<>();
        boolean clear = true;
        for (Symbol symbol : cells.symbols()) {
            if (symbol.mark() != Mark.NUMBER) {
                Mark before = meaning.put(own(symbol), symbol.mark());
                clear &= before == null || before == symbol.mark();
            }
        }
        for (Symbol symbol : cells.symbols()) {
            signs.put(
                    symbol,
                    '"' + (clear ? own(symbol) : Symbol.of(symbol.mark()).text()) + '"');
        }
    }

    static String own(Symbol symbol) {
        boolean nil = symbol.mark() == Mark.NIL;
        boolean fits = PxSymbols.isSign(symbol.text()) && nil == symbol.text().equals("-");
        return fits ? symbol.text() : Symbol.of(symbol.mark()).text();
    }

    private static List<List<String>> keys(PxFile file) {
        var heading = new PxHeading(file.keywords());
        String main = heading.mainLanguage();
        return heading.texts("STUB", main).stream()
                .map(name -> heading.find("KEYS", main, name)
                                        .map(PxKeyword::first)
                                        .orElse("")
                                        .equals("CODES")
                                && heading.find("CODES", main, name).isPresent()
                        ? heading.texts("CODES", main, name)
                        : heading.texts("VALUES", main, name))
                .toList();
    }

    private void key(int row, List<List<String>> keys) throws IOException {
        var text = new StringBuilder();
        int rest = row;
        for (int i = keys.size() - 1; i >= 0; i--) {
            List<String> values = keys.get(i);
            text.insert(0, quoted(values.get(rest % values.size())) + ",");
            rest /= values.size();
        }
        out.write(text.toString());
    }

    private boolean isZero(int start, int width) {
        for (int i = start; i < start + width; i++) {
            if (!cells.symbol(i).equals(Symbol.NUMBER) || cells.value(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
