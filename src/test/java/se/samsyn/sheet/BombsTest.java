package se.samsyn.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.sheet.SheetExamples.bytes;
import static se.samsyn.sheet.SheetExamples.firstProblem;
import static se.samsyn.sheet.SheetExamples.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to stop whoever opens them. */
class BombsTest {

    private static final Map<String, String> FRAME =
            Map.of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>");

    @TempDir
    Path folder;

    @Test
    void tooManyPartsAreRefused() {
        var parts = new HashMap<>(FRAME);
        for (int i = 0; i < 2_100; i++) {
            parts.put("xl/media/" + i, "");
        }
        assertThat(fault(parts)).isEqualTo(SheetFault.PACKED_TOO_TIGHT);
    }

    @Test
    void manyPartsThatAreEachSmallEnoughAreTooMuchTogether() throws IOException {
        var zeros = new byte[19 << 20];
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : FRAME.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (int i = 0; i < 33; i++) {
                zip.putNextEntry(new ZipEntry("xl/media/" + i));
                zip.write(zeros);
            }
        }
        assertThat(firstProblem(bytes(folder, out.toByteArray())).fault()).isEqualTo(SheetFault.PACKED_TOO_TIGHT);
    }

    @Test
    void textsThatAreKeptInMemoryMayNotFillIt() throws IOException {
        var random = new Random(7);
        var some = new StringBuilder("<sst>");
        while (some.length() < 400_000) {
            some.append("<si><t>").append(random.nextInt(1 << 20)).append("</t></si>");
        }
        var chunk = some.toString().getBytes(StandardCharsets.UTF_8);
        Path file = Files.createTempFile(folder, "strings", ".xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 280; i++) {
                zip.write(chunk);
            }
        }
        assertThat(Files.size(file)).isLessThan(Limits.USUAL.bytes());
        assertThat(firstProblem(file).fault()).isEqualTo(SheetFault.PACKED_TOO_TIGHT);
    }

    @Test
    void oneTextWithoutEndIsNoTextOfACell() {
        var parts = new HashMap<>(FRAME);
        parts.put("xl/worksheets/sheet1.xml", "<is><t>" + "ab".repeat(1 << 20) + "</t></is>");
        assertThat(fault(parts)).isEqualTo(SheetFault.PACKED_TOO_TIGHT);
    }

    @Test
    void aWorkbookInAWorkbookIsNeverOpened() throws IOException {
        byte[] inner = Files.readAllBytes(SheetExamples.workbook(folder, sheet -> sheet.value(0, 0, "id")));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("bok.xlsx"));
            zip.write(inner);
        }
        assertThat(firstProblem(bytes(folder, out.toByteArray())).fault()).isEqualTo(SheetFault.NOT_A_WORKBOOK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void entitiesAreRefusedInEveryEncoding(String charset) throws IOException {
        var laughs =
                "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><workbook>&b;</workbook>";
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(laughs.getBytes(Charset.forName(charset)));
        }
        assertThat(firstProblem(bytes(folder, out.toByteArray())).fault()).isEqualTo(SheetFault.XML_ENTITIES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%PDF-1.7\n1 0 obj", "\u0000\u0000\u0000\u0018ftypmp42", "GIF89a\u0001\u0000\u0001\u0000\u0080"})
    void otherKindsOfFilesAreToldByWhatTheyAre(String content) {
        assertThat(firstProblem(text(folder, content, StandardCharsets.ISO_8859_1))
                        .fault())
                .isEqualTo(SheetFault.NOT_TEXT);
    }

    @Test
    void aPageIsNoTable() {
        var page = text(folder, "<!DOCTYPE html>\n<html><body><table><tr><td>id</td></tr></table></body></html>\n");
        assertThat(firstProblem(page).fault()).isEqualTo(SheetFault.NOT_TEXT);
    }

    @Test
    void oneEndlessLineIsReadAtOnce() {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            SheetExamples.open(text(folder, "a;b\n\"" + "x".repeat(20 << 20)));
            SheetExamples.open(text(folder, "a" + ";".repeat(3 << 20)));
            SheetExamples.open(text(folder, "a;b\n" + "\"\"".repeat(5 << 20)));
        });
    }

    private Fault fault(Map<String, String> parts) {
        return firstProblem(SheetExamples.zip(folder, parts)).fault();
    }
}
