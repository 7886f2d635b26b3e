package se.samsyn.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever bytes come, the door answers with a result. */
class SheetsFuzzTest {

    private static Path file = Path.of("");
    private static byte[] workbook = {};

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("fuzz", ".dat");
        Path folder = Files.createTempDirectory("fuzz");
        Path whole = SheetExamples.workbook(folder, sheet -> {
            for (int row = 0; row < 5; row++) {
                for (int column = 0; column < 4; column++) {
                    sheet.value(row, column, row == 0 ? "k" + column : "värde " + row * column);
                }
            }
        });
        workbook = Files.readAllBytes(whole);
        Files.delete(whole);
        Files.delete(folder);
    }

    @AfterContainer
    static void dropFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @Property(tries = 400)
    void answersToAnyBytes(@ForAll byte[] bytes) throws IOException {
        answers(bytes);
    }

    @Property(tries = 600)
    void answersToAnyTextOfCsvSigns(@ForAll("csv") String text) throws IOException {
        answers(text.getBytes(StandardCharsets.UTF_8));
        answers(text.getBytes(StandardCharsets.UTF_16LE));
    }

    @Provide
    Arbitrary<String> csv() {
        return Arbitraries.strings()
                .withChars(";,\t|\"\n\r =-.0123456789aåÃ¥\uFEFF\uFFFD\0")
                .ofMaxLength(200);
    }

    @Property(tries = 300)
    void answersToABrokenWorkbook(@ForAll int place, @ForAll byte with, @ForAll int length) throws IOException {
        byte[] broken = workbook.clone();
        broken[Math.floorMod(place, broken.length)] = with;
        answers(broken);
        answers(Arrays.copyOf(workbook, Math.floorMod(length, workbook.length)));
    }

    private static void answers(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        switch (Sheets.open(file, Reading.DETECTED, Limits.USUAL)) {
            case SheetResult.Refused refused -> assertThat(refused.problems()).isNotEmpty();
            case SheetResult.Opened opened -> {
                var rows = new AtomicInteger();
                opened.sheet().forEach(row -> rows.incrementAndGet());
                assertThat(rows.get()).isEqualTo(opened.sheet().rowCount());
            }
        }
    }
}
