package se.samsyn.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.sheet.SheetExamples.firstProblem;
import static se.samsyn.sheet.SheetExamples.open;
import static se.samsyn.sheet.SheetExamples.opened;
import static se.samsyn.sheet.SheetExamples.text;
import static se.samsyn.sheet.SheetExamples.workbook;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsTest {

    private static final String SWEDISH = "Ärende;Ålder;Omdöme\nA1;37;1,5\nA2;26;2,25\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void tellsTheEncodingWithoutAByteOrderMark(String charset) {
        Sheet sheet = opened(text(folder, SWEDISH, Charset.forName(charset)));

        assertThat(sheet.columns()).extracting(Column::name).containsExactly("Ärende", "Ålder", "Omdöme");
        assertThat(sheet.seen().encoding().orElseThrow().label()).isEqualTo(charset);
        assertThat(sheet.seen().decimals()).contains(DecimalMark.COMMA);
        assertThat(sheet.rowCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void passesOverTheByteOrderMark(String charset) {
        assertThat(opened(text(folder, "\uFEFF" + SWEDISH, Charset.forName(charset)))
                        .columns()
                        .getFirst()
                        .name())
                .isEqualTo("Ärende");
    }

    @ParameterizedTest
    @CsvSource({"SEMICOLON,';'", "COMMA,','", "TAB,'\t'", "PIPE,'|'"})
    void tellsTheDelimiter(Delimiter delimiter, String sign) {
        Sheet sheet = opened(text(folder, "id;svar\n\"1;2,3\";\"a|b\"\n3;4\n".replace(';', sign.charAt(0))));

        assertThat(sheet.seen().delimiter()).contains(delimiter);
    }

    @Test
    void readsTheLineWhereExcelNamesTheDelimiter() {
        Sheet sheet = opened(text(folder, "sep=|\nid|x;y\n1|2\n"));

        assertThat(sheet.columns()).extracting(Column::name).containsExactly("id", "x;y");
        assertThat(sheet.firstRows().getFirst().number()).isEqualTo(3);
    }

    @Test
    void countsRowsAsASpreadsheetProgramDoesOverBlankOnes() {
        var numbers = new ArrayList<Integer>();

        opened(text(folder, "\nid;x\n\n1;2\n;\n3;4\n")).forEach(row -> numbers.add(row.number()));

        assertThat(numbers).containsExactly(4, 6);
    }

    @Test
    void pointsOutCharactersThatTheChosenEncodingLacks() {
        Path file = text(folder, "id;ort\n1;Falun\n2;Säter\n", StandardCharsets.ISO_8859_1);

        Problem problem = firstProblem(file, reading(Encoding.UTF_8));

        assertThat(problem).isEqualTo(Problem.ofCell(SheetFault.UNREADABLE_CHARACTERS, 3, "ort"));
    }

    @Test
    void pointsOutTextThatWasEncodedTwice() {
        Problem problem = firstProblem(text(folder, "id;ort\n1;Falun\n2;SÃ¤ter\n"));

        assertThat(problem).isEqualTo(Problem.ofCell(SheetFault.TWICE_ENCODED, 3, "ort"));
        assertThat(firstProblem(text(folder, SWEDISH), reading(Encoding.WINDOWS_1252))
                        .fault())
                .isEqualTo(SheetFault.TWICE_ENCODED);
    }

    private static Reading reading(Encoding encoding) {
        return new Reading(
                Optional.of(encoding), Optional.empty(), Optional.empty(), Optional.empty(), 0, Formulas.REFUSE);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(firstProblem(text(folder, ""))).isEqualTo(Problem.ofFile(SheetFault.EMPTY_FILE));
        assertThat(firstProblem(text(folder, "\n\n ; \n"))).isEqualTo(Problem.ofFile(SheetFault.EMPTY_FILE));
        assertThat(firstProblem(text(folder, "id;x\n"))).isEqualTo(Problem.ofRow(SheetFault.NO_ROWS, 1));
    }

    @Test
    void refusesALargeFileWithoutReadingIt() throws IOException {
        Path file = Files.createTempFile(folder, "large", ".csv");
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(200L << 20);
        }
        long start = System.nanoTime();

        Problem problem = firstProblem(file);

        assertThat(problem).isEqualTo(Problem.ofFile(SheetFault.TOO_LARGE, "200", "50"));
        assertThat(System.nanoTime() - start).isLessThan(200_000_000L);
    }

    @Test
    void refusesMoreRowsAndColumnsThanTheLimits() throws IOException {
        var few = new Limits(1 << 20, 2, 3, 1 << 20, 10);

        assertThat(Sheets.open(text(folder, "a;b\n1;2\n3;4\n5;6\n"), Reading.DETECTED, few))
                .isInstanceOfSatisfying(
                        SheetResult.Refused.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(Problem.ofRow(SheetFault.TOO_MANY_ROWS, 4, "2")));
        assertThat(Sheets.open(text(folder, "a;b;c;d\n1;2;3;4\n"), Reading.DETECTED, few))
                .isInstanceOfSatisfying(
                        SheetResult.Refused.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(Problem.ofRow(SheetFault.TOO_MANY_COLUMNS, 1, "4", "3")));
    }

    @Test
    void namesEveryRaggedRowAndHeader() {
        var result = open(text(folder, "id;x;X;\n1;2\n1;2;3;4\n"));

        assertThat(((SheetResult.Refused) result).problems())
                .containsExactly(
                        Problem.ofCell(SheetFault.DUPLICATE_HEADER, 1, "C", "X", "B"),
                        Problem.ofRow(SheetFault.SHORT_ROW, 2, "2", "3"),
                        Problem.ofCell(SheetFault.LONG_ROW, 3, "D", "4", "3"));
        assertThat(firstProblem(text(folder, "id;;x\n1;2;3\n")))
                .isEqualTo(Problem.ofCell(SheetFault.BLANK_HEADER, 1, "B"));
    }

    @Test
    void namesTheRowWithAQuotingFault() {
        assertThat(firstProblem(text(folder, "id;x\n1;\"två\"tre\n"))).isEqualTo(Problem.ofRow(SheetFault.QUOTES, 2));
        assertThat(firstProblem(text(folder, "id;x\n1;2\n3;\"fyra\n5;6\n")))
                .isEqualTo(Problem.ofRow(SheetFault.QUOTES, 3));
    }

    @Test
    void refusesFormulasInTextButKnowsExcelsWayToKeepZeros() {
        assertThat(firstProblem(text(folder, "id;x\n1;=1+1\n"))).isEqualTo(Problem.ofCell(SheetFault.FORMULA, 2, "x"));
        assertThat(opened(text(folder, "id;kommun\n1;=\"0180\"\n"))
                        .firstRows()
                        .getFirst()
                        .cell(1)
                        .text())
                .isEqualTo("0180");
    }

    @Test
    void refusesFormulasInAWorkbookUnlessTheirValuesAreWanted() {
        Path file = workbook(folder, sheet -> {
            sheet.value(0, 0, "id");
            sheet.value(0, 1, "x");
            sheet.value(1, 0, 1);
            sheet.formula(1, 1, "1+1");
        });

        assertThat(firstProblem(file)).isEqualTo(Problem.ofCell(SheetFault.FORMULA, 2, "x"));
    }

    @Test
    void readsNumbersAndDatesOfAWorkbookByTheirFormat() {
        Path file = workbook(folder, sheet -> {
            sheet.value(0, 0, "id");
            sheet.value(0, 1, "dag");
            sheet.value(0, 2, "tal");
            sheet.value(1, 0, "007");
            sheet.value(1, 1, LocalDate.of(2025, 2, 28));
            sheet.style(1, 1).format("yyyy-mm-dd").set();
            sheet.value(1, 2, 45716);
            sheet.value(2, 0, "008");
            sheet.value(2, 2, 0.1 + 0.2);
        });
        Sheet sheet = opened(file);

        assertThat(sheet.firstRows().getFirst().cells())
                .containsExactly(
                        Cell.text("007"), new Cell("2025-02-28", Cell.Kind.DATE), new Cell("45716", Cell.Kind.NUMBER));
        assertThat(sheet.firstRows().get(1).cell(2)).isEqualTo(new Cell("0.3", Cell.Kind.NUMBER));
        assertThat(sheet.seen().format()).isEqualTo(Format.XLSX);
    }

    @Test
    void refusesAZipThatIsNoWorkbook() {
        Path file = SheetExamples.zip(folder, Map.of("hej.txt", "hej"));

        assertThat(firstProblem(file)).isEqualTo(Problem.ofFile(SheetFault.NOT_A_WORKBOOK));
    }

    @Test
    void refusesADamagedWorkbook() throws IOException {
        byte[] whole = Files.readAllBytes(workbook(folder, sheet -> sheet.value(0, 0, "id")));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThat(firstProblem(SheetExamples.bytes(folder, half)).fault()).isEqualTo(SheetFault.DAMAGED_WORKBOOK);
    }

    @Test
    void refusesAnOldOrLockedWorkbook() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

        assertThat(firstProblem(SheetExamples.bytes(folder, old)).fault()).isEqualTo(SheetFault.OLD_OR_LOCKED_WORKBOOK);
    }

    @Test
    void refusesABombBeforeItIsUnpacked() {
        Path bomb = SheetExamples.zip(
                folder,
                Map.of(
                        "[Content_Types].xml", "<Types/>",
                        "xl/workbook.xml", "<workbook/>",
                        "xl/worksheets/sheet1.xml", "0".repeat(64 << 20)));

        assertThat(firstProblem(bomb)).isEqualTo(Problem.ofFile(SheetFault.PACKED_TOO_TIGHT));
    }

    @Test
    void refusesXmlEntities() {
        Path file = SheetExamples.zip(
                folder,
                Map.of(
                        "[Content_Types].xml", "<Types/>",
                        "xl/workbook.xml",
                                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><workbook>&a;</workbook>"));

        assertThat(firstProblem(file)).isEqualTo(Problem.ofFile(SheetFault.XML_ENTITIES));
    }

    @Test
    void refusesBinaryThings() {
        assertThat(firstProblem(text(folder, "%PDF-1.7")).fault()).isEqualTo(SheetFault.NOT_TEXT);
        assertThat(firstProblem(text(folder, "a;b\n1;2\0\0\n")).fault()).isEqualTo(SheetFault.NOT_TEXT);
    }

    @Test
    void seesWhichDecimalMarkAColumnUses() {
        Sheet sheet = opened(text(folder, "a;b\n1,5;1.5\n2,5;2,5\n3;3.5\n"));

        assertThat(sheet.columns().get(0).decimals()).contains(DecimalMark.COMMA);
        assertThat(sheet.columns().get(0).mixesDecimals()).isFalse();
        assertThat(sheet.columns().get(1).mixesDecimals()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "2025-13-01", "31/4/2025", "igår", "45716", "2025-2-3x"})
    void knowsWhatIsNoDate(String text) {
        assertThat(DateForm.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-02-28", "20250228", "2025-02-28 13:45", "2025-02-28T13:45:00", "28/2/2025", "28.02.2025"})
    void readsTheFormsOfADate(String text) {
        assertThat(DateForm.parse(text)).contains(LocalDate.of(2025, 2, 28));
    }
}
