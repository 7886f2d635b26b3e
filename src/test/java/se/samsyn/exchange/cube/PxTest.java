package se.samsyn.exchange.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.exchange.cube.CubeExamples.HEAD;
import static se.samsyn.exchange.cube.CubeExamples.px;
import static se.samsyn.exchange.cube.CubeExamples.refused;
import static se.samsyn.exchange.cube.CubeExamples.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PxTest {

    @Test
    void readsCellsInRowMajorOrderWithTheirCodes() throws IOException {
        Cube cube = table(px(HEAD + "DATA=\n1 2\n3 4;\n")).cube();
        var seen = new ArrayList<String>();
        cube.each((place, value, mark) ->
                seen.add(cube.codeAt(0, place[0]) + cube.codeAt(1, place[1]) + "=" + Numbers.text(value)));
        assertThat(seen).containsExactly("22023=1", "22024=2", "12023=3", "12024=4");
        assertThat(cube.title().in("sv")).isEqualTo("Folkmängd efter kön och år");
    }

    @Test
    void theKindsOfEmptyStayApartQuotedOrNot() throws IOException {
        Cells cells = table(px(HEAD + "DATA=\n\"-\" . \"..\" ...;")).cube().cells();
        assertThat(List.of(cells.mark(0), cells.mark(1), cells.mark(2), cells.mark(3)))
                .containsExactly(Mark.NIL, Mark.NOT_APPLICABLE, Mark.MISSING, Mark.HIDDEN);
        assertThat(cells.value(0)).isZero();
        assertThat(cells.value(3)).isNaN();
        assertThat(cells.symbol(2).text()).isEqualTo("..");
    }

    @ParameterizedTest
    @CsvSource({
        "DATASYMBOL1, Uppgift saknas, ., MISSING",
        "DATASYMBOL2, Sekretess, .., HIDDEN",
        "DATASYMBOL3, not applicable, ..., NOT_APPLICABLE",
        "DATASYMBOL4, hidden, ...., HIDDEN",
        "DATASYMBOL6, kan inte förekomma, ......, NOT_APPLICABLE",
        "DATASYMBOLNIL, noll, -, NIL",
        "DATASYMBOLSUM, summa, ......., MISSING"
    })
    void theFilesOwnWordsSayWhatASignMeans(String keyword, String text, String sign, Mark mark) throws IOException {
        Cells cells = table(px(HEAD + keyword + "=\"" + text + "\";\nDATA=\n\"" + sign + "\" 2 3 4;"))
                .cube()
                .cells();
        assertThat(cells.symbol(0)).isEqualTo(new Symbol(mark, sign));
    }

    @Test
    void rowsThatKeysLeaveOutAreZeros() throws IOException {
        PxReading.Table read = table(px(HEAD + "KEYS(\"kön\")=CODES;\nDATA=\n\"1\",5 6\n;"));
        assertThat(read.problems()).isEmpty();
        Cells cells = read.cube().cells();
        assertThat(cells.value(0)).isZero();
        assertThat(cells.value(2)).isEqualTo(5);
        PxReading.Table again = table(PxReader.read(CubeExamples.written(read.file())));
        assertThat(again.cube()).isEqualTo(read.cube());
        assertThat(new String(CubeExamples.written(read.file()), StandardCharsets.UTF_8))
                .contains("\"1\",5 6")
                .doesNotContain("\n\"2\",");
    }

    @ParameterizedTest
    @CsvSource({
        "'1 2 3', TOO_FEW_CELLS",
        "'1 2 3 4 5', TOO_MANY_CELLS",
        "'1 2 x 4', NOT_A_CELL",
        "'1 2 \"3', UNENDED_TEXT",
        "'', TOO_FEW_CELLS"
    })
    void refusesCellsThatAreNotThosePromised(String cells, String code) throws IOException {
        assertThat(refused(px(HEAD + "DATA=\n" + cells + ";\n"))).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.where()).isEqualTo("DATA");
            assertThat(problem.line()).isGreaterThan(17);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'\"3\",1 2', KEY",
        "'\"1\",1 2 3', KEY",
        "'\"1\",1', TOO_FEW_CELLS",
        "'\"1\",1 2\n\"1\",1 2', KEY",
        "'1 2', KEY"
    })
    void refusesRowsWhoseKeysDoNotFit(String rows, String code) throws IOException {
        assertThat(CubeExamples.codes(refused(px(HEAD + "KEYS(\"kön\")=CODES;\nDATA=\n" + rows + ";\n"))))
                .contains(code);
    }

    @Test
    void unknownKeywordsAreKeptWithAWarning() throws IOException {
        PxReading.Table read = table(px(HEAD + "MY-OWN[sv](\"kön\")=\"ett\",NO;\nDATA=\n1 2 3 4;"));
        assertThat(CubeExamples.codes(read.problems())).containsExactly("UNKNOWN_KEYWORD");
        assertThat(new String(CubeExamples.written(read.file()), StandardCharsets.UTF_8))
                .contains("MY-OWN[sv](\"kön\")=\"ett\",NO;");
    }

    @Test
    void aStrayQuoteCostsOneKeywordAndNotTheFile() throws IOException {
        PxReading.Table read = table(px(HEAD + "SOURCE=\"SC\"B\";\nINFOFILE=\"x\";\nDATA=\n1 2 3 4;"));
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(18);
            assertThat(problem.where()).isEqualTo("SOURCE");
        });
        assertThat(read.file().keywords()).anyMatch(each -> each.name().equals("INFOFILE"));
    }

    @Test
    void textInUtf8ThatDeclaresAnotherPageIsReadRightWithAWarning() throws IOException {
        PxReading.Table read = table(px(HEAD.replace("UTF-8", "iso-8859-15") + "DATA=\n1 2 3 4;"));
        assertThat(read.cube().find("kön")).isPresent();
        assertThat(read.charset()).isEqualTo("UTF-8");
        assertThat(CubeExamples.codes(read.problems())).containsExactly("CODEPAGE");
    }

    @Test
    void textWithAByteOrderMarkIsUtf8() throws IOException {
        PxReading.Table read = table(px("\uFEFF" + HEAD.replace("UTF-8", "windows-1252") + "DATA=\n1 2 3 4;"));
        assertThat(read.cube().find("kön")).isPresent();
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, windows-1252", "ISO-8859-1, windows-1252", "IBM850, IBM850"})
    void eightBitPagesAreReadAsDeclared(String declared, String charset) throws IOException {
        assertThat(table(px(HEAD.replace("UTF-8", declared) + "DATA=\n1 2 3 4;", charset))
                        .cube()
                        .find("kön"))
                .isPresent();
    }

    @Test
    void withoutCharsetTheTextIsInTheDosPage() throws IOException {
        String text = HEAD.replace("CHARSET=\"ANSI\";\n", "").replace("CODEPAGE=\"UTF-8\";\n", "");
        assertThat(table(px(text + "DATA=\n1 2 3 4;", "IBM850")).cube().find("kön"))
                .isPresent();
        assertThat(table(px("CHARSET=\"ANSI\";\n" + text + "DATA=\n1 2 3 4;", "windows-1252"))
                        .cube()
                        .find("kön"))
                .isPresent();
    }

    @Test
    void aTableThatPromisesABillionBillionCellsIsRefusedAtOnce() throws IOException {
        var values = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            values.append(i > 0 ? "," : "").append('"').append(i).append('"');
        }
        String head = HEAD.replace("STUB=\"kön\"", "STUB=\"kön\",\"b\",\"c\",\"d\"") + "VALUES(\"b\")=" + values
                + ";\nVALUES(\"c\")=" + values + ";\nVALUES(\"d\")=" + values + ";\n";
        assertThat(CubeExamples.codes(refused(px(head + "DATA=\n1 2 3;")))).contains("TOO_LARGE");
        assertThat(CubeExamples.codes(refused(px(head + "KEYS(\"kön\")=CODES;\nDATA=\n1 2 3;"))))
                .contains("TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource({
        "<html><body>Not found</body></html>",
        "'{\"class\":\"dataset\"}', ",
        "'', ",
        "hej",
        "'TITLE=\"x', ",
        "'(((((', "
    })
    void refusesWhatIsNoPx(String text) throws IOException {
        refused(px(text == null ? "" : text));
    }

    @Test
    void aCubeIsTheSameWhenWrittenAndReadAgain() throws IOException {
        Cube rich = CubeExamples.rich();
        PxReading.Table read = table(PxReader.read(CubeExamples.writtenPx(rich)));
        assertThat(read.problems()).isEmpty();
        Cube cube = read.cube();
        assertThat(cube.cells()).isEqualTo(rich.cells());
        assertThat(cube.languages()).isEqualTo(rich.languages());
        assertThat(cube.title()).isEqualTo(rich.title());
        assertThat(cube.updated()).isEqualTo(rich.updated());
        assertThat(cube.notes()).isEqualTo(rich.notes());
        assertThat(cube.cellNotes()).isEqualTo(rich.cellNotes());
        assertThat(cube.dimensions()).isEqualTo(rich.dimensions());
        assertThat(cube).isEqualTo(rich);
    }

    @Test
    void fiveMillionCellsAreReadInFlatMemoryWithinFiveSeconds(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.px");
        int rows = 50_000;
        int columns = 100;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEAD.replaceAll("VALUES.*\n|CODES.*\n", ""));
            out.write("VALUES(\"kön\")=" + list(rows) + ";\nVALUES(\"år\")=" + list(columns) + ";\nDATA=\n");
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    out.write(column == 7 ? "\"..\" " : row + "." + column + " ");
                }
                out.write('\n');
            }
            out.write(";\n");
        }
        var cells = new AtomicLong();
        var most = new AtomicLong();
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        long start = cpu();
        PxTaker.Outcome outcome = PxReader.stream(file, new PxTaker() {
            @Override
            public void start(List<Dimension> dimensions, List<PxKeyword> keywords) {}

            @Override
            public void take(long index, double value, Symbol symbol) {
                if (cells.incrementAndGet() % 2_499_999 == 0) {
                    System.gc();
                    most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory() - before, Math::max);
                }
            }
        });
        double seconds = (cpu() - start) / 1e9;
        assertThat(outcome).isInstanceOf(PxTaker.Outcome.Whole.class);
        assertThat(cells.get()).isEqualTo(5_000_000);
        assertThat(seconds).isLessThan(5);
        assertThat(most.get()).isLessThan(60L << 20);
        System.out.printf("5 M cells: %.2f s, heap growth %.1f MB%n", seconds, most.get() / 1e6);
        long held = cpu();
        PxReading.Table read = table(PxReader.read(file));
        assertThat(read.cube().cells().count()).isEqualTo(5_000_000);
        assertThat(read.cube().cells().mark(107)).isEqualTo(Mark.MISSING);
        System.out.printf("held: %.2f s, file %d bytes%n", (cpu() - held) / 1e9, Files.size(file));
    }

    /** Processor time of this thread, so that what else the machine does makes no difference. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String list(int count) {
        var list = new StringBuilder();
        for (int i = 0; i < count; i++) {
            list.append(i == 0 ? "" : i % 20 == 0 ? ",\n" : ",")
                    .append('"')
                    .append(i)
                    .append('"');
        }
        return list.toString();
    }
}
