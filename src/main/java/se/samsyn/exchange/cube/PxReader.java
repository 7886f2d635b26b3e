package se.samsyn.exchange.cube;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Reads PX files (PX file format specification, axis version 2013, Statistics Sweden, and its forerunners).
 *
 * <p>Bad content is a {@link PxReading.Refused} with its problems, never an exception; an {@link IOException} means that the file could
 * not be read at all.
 */
public final class PxReader {

    private static final long LONGEST_HEADING = 64_000_000;

    private final Problems problems = new Problems();
    private final List<PxKeyword> keywords = new ArrayList<>();
    private final List<PxStatement.Broken> broken = new ArrayList<>();
    private final List<PxStatement.Keyword> loose = new ArrayList<>();
    private boolean blankStart;
    private int dataLine;

    private PxReader() {}

    /** Reads the file with all its cells. At most twenty million cells are held; {@link #stream} takes any number. */
    public static PxReading read(Path file) throws IOException {
        return new PxReader().hold(Source.of(file));
    }

    /** Reads a file that is in memory. */
    public static PxReading read(byte[] file) throws IOException {
        return new PxReader().hold(Source.of(file));
    }

    /** Reads the file and gives its cells away as they come. */
    public static PxTaker.Outcome stream(Path file, PxTaker taker) throws IOException {
        return new PxReader().give(Source.of(file), taker);
    }

    private PxReading hold(Source source) throws IOException {
        PxEncoding encoding = PxEncoding.of(source);
        try (PxOpen open = new PxOpen(source, encoding)) {
            PxHeading heading = heading(open.chars(), encoding);
            if (problems.stops()) {
                return new PxReading.Refused(problems.list());
            }
            if (dataLine == 0) {
                return new PxReading.Heading(keywords, encoding.charset().name(), problems.list());
            }
            List<Dimension> dimensions = new PxVariables(heading, problems).dimensions();
            long size = Cube.size(dimensions);
            if (!problems.stops() && size > Limits.cells()) {
                problems.stop(Problem.error(
                        "TOO_LARGE",
                        dataLine,
                        "DATA",
                        "Tabellen lovar %d celler; högst %d tas emot. Dela den i mindre delar."
                                .formatted(size, Limits.cells())));
            }
            if (problems.stops()) {
                return new PxReading.Refused(problems.list());
            }
            var data = new PxData(open.chars(), heading, dimensions, problems);
            var holder = new Holder(data.keyed() ? new Cells.Builder((int) size) : new Cells.Builder(), data.keyed());
            data.read(holder);
            if (problems.stops()) {
                return new PxReading.Refused(problems.list());
            }
            return table(heading, dimensions, holder.cells.build(), encoding);
        } catch (PxChars.TooLong e) {
            return new PxReading.Refused(tooLong());
        }
    }

    private PxTaker.Outcome give(Source source, PxTaker taker) throws IOException {
        PxEncoding encoding = PxEncoding.of(source);
        try (PxOpen open = new PxOpen(source, encoding)) {
            PxHeading heading = heading(open.chars(), encoding);
            if (!problems.stops() && dataLine == 0) {
                problems.stop(Problem.error("MISSING_KEYWORD", 0, "DATA", "Filen har inga celler."));
            }
            List<Dimension> dimensions = problems.stops() ? List.of() : new PxVariables(heading, problems).dimensions();
            if (problems.stops()) {
                return new PxTaker.Outcome.Refused(problems.list());
            }
            var data = new PxData(open.chars(), heading, dimensions, problems);
            taker.start(dimensions, keywords);
            data.read(taker);
            return problems.stops()
                    ? new PxTaker.Outcome.Refused(problems.list())
                    : new PxTaker.Outcome.Whole(Cube.size(dimensions), problems.list());
        } catch (PxChars.TooLong e) {
            return new PxTaker.Outcome.Refused(tooLong());
        }
    }

    private List<Problem> tooLong() {
        problems.stop(Problem.error(
                "TOO_LONG",
                0,
                "",
                "Filen är ingen PX-fil, eller så saknas ett citattecken: ett nyckelord tar aldrig slut."));
        return problems.list();
    }

    /** Reads up to the cells and looks for faults. */
    private PxHeading heading(PxChars chars, PxEncoding encoding) throws IOException {
        int first = chars.peek();
        blankStart = PxChars.isSpace(first) && first != 0xFEFF;
        if (first == '<' || first == '{' || first == PxChars.END) {
            problems.stop(Problem.error(
                    "NOT_PX",
                    1,
                    "",
                    first == PxChars.END
                            ? "Filen är tom."
                            : "Filen är ingen PX-fil utan %s."
                                    .formatted(first == '<' ? "en webbsida eller XML" : "JSON")));
            return new PxHeading(keywords);
        }
        statements(chars);
        boolean table =
                dataLine > 0 || keywords.stream().anyMatch(each -> each.name().equals("MATRIX"));
        var heading = new PxHeading(keywords);
        var check = new PxCheck(heading, problems, !table);
        told(check, encoding);
        check.kinds();
        if (!table && keywords.isEmpty()) {
            problems.stop(Problem.error("NOT_PX", 1, "", "Filen har inga nyckelord och är ingen PX-fil."));
        }
        if (table) {
            check.mandatory();
            check.decimals();
            if (dataLine == 0) {
                problems.stop(
                        Problem.error("MISSING_KEYWORD", chars.line(), "DATA", "DATA saknas: filen har inga celler."));
            }
        } else {
            problems.add(Problem.warning(
                    "NO_TABLE", 0, "", "Filen har varken MATRIX eller DATA: det är nyckelord utan tabell."));
        }
        check.subjects();
        return heading;
    }

    private void statements(PxChars chars) throws IOException {
        long length = 0;
        while (true) {
            PxStatement statement = PxStatement.next(chars);
            length += chars.length();
            if (length > LONGEST_HEADING) {
                throw new PxChars.TooLong();
            }
            switch (statement) {
                case PxStatement.Keyword found -> {
                    keywords.add(found.keyword());
                    if (!found.loose().isEmpty()) {
                        loose.add(found);
                    }
                }
                case PxStatement.Broken found -> {
                    broken.add(found);
                    if (!found.keyword().name().isEmpty()) {
                        keywords.add(found.keyword());
                    }
                }
                case PxStatement.Data data -> {
                    dataLine = data.line();
                    chars.forget();
                    return;
                }
                case PxStatement.End end -> {
                    return;
                }
            }
        }
    }

    private void told(PxCheck check, PxEncoding encoding) {
        String real = encoding.charset().name();
        if (!encoding.known()) {
            problems.add(Problem.warning(
                    "CODEPAGE",
                    0,
                    "CODEPAGE",
                    "Teckenkoden %s är okänd; filen lästes som %s."
                            .formatted(PxCheck.shortened(encoding.declared()), real)));
        } else if (!encoding.asDeclared()) {
            String declared = encoding.declared().isEmpty() ? "ingen teckenkod" : encoding.declared();
            problems.add(Problem.warning(
                    "CODEPAGE",
                    0,
                    "CODEPAGE",
                    "Filen anger %s men texten är %s; den lästes som %s.".formatted(declared, real, real)));
        }
        if (blankStart) {
            check.loose(
                    new PxKeyword("", "", List.of(), List.of(), 1),
                    "BLANK_START",
                    "Filen ska börja med ett nyckelord, inte med en tom rad.");
        }
        broken.forEach(each ->
                check.fault(each.keyword(), "MALFORMED", "Nyckelordet är inte rätt skrivet: " + each.why() + "."));
        loose.forEach(each ->
                check.loose(each.keyword(), "MALFORMED", "Nyckelordet är inte rätt skrivet: " + each.loose() + "."));
    }

    private PxReading table(PxHeading heading, List<Dimension> dimensions, Cells cells, PxEncoding encoding) {
        int stubs = heading.texts("STUB", heading.mainLanguage()).size();
        OptionalInt decimals = PxVariables.shown(heading);
        var cube = new Cube(
                heading.find("MATRIX").map(PxKeyword::first).orElse(""),
                heading.languages(),
                heading.find("TITLE").isPresent() ? heading.text("TITLE") : heading.text("CONTENTS"),
                heading.text("CONTENTS"),
                heading.text("SOURCE"),
                heading.find("SUBJECT-CODE").map(PxKeyword::first).orElse(""),
                heading.text("SUBJECT-AREA"),
                PxTime.updated(heading),
                new Unit(heading.text("UNITS"), decimals),
                dimensions,
                dimensions.size() - stubs,
                PxNotes.notes(heading, "NOTE", Map.of(), Map.of()),
                PxNotes.cellNotes(heading, dimensions),
                cells);
        List<Integer> sizes = dimensions.stream().map(Dimension::size).toList();
        return new PxReading.Table(
                cube,
                new PxFile(keywords, sizes, stubs, cells),
                encoding.charset().name(),
                problems.list());
    }

    /** An open file. */
    private record PxOpen(InputStream in, PxChars chars) implements AutoCloseable {

        PxOpen(Source source, PxEncoding encoding) throws IOException {
            this(new BufferedInputStream(source.open(), 1 << 16), encoding);
        }

        private PxOpen(InputStream in, PxEncoding encoding) throws IOException {
            in.skipNBytes(encoding.mark());
            this(in, new PxChars(new InputStreamReader(in, encoding.charset())));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Holds the cells. */
    private record Holder(Cells.Builder cells, boolean keyed) implements PxTaker {

        @Override
        public void start(List<Dimension> dimensions, List<PxKeyword> keywords) {}

        @Override
        public void take(long index, double value, Symbol symbol) {
            if (keyed) {
                cells.set((int) index, value, symbol);
            } else {
                cells.add(value, symbol);
            }
        }
    }
}
