package se.samsyn.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook may hold the data and the codebook. */
class DataFileTest {

    private static final List<List<String>> DATA =
            List.of(List.of("id", "kon"), List.of("p1", "1"), List.of("p2", "2"));
    private static final List<List<String>> CODES = List.of(
            List.of("variabel", "etikett", "slag", "kod", "kodetikett"),
            List.of("kon", "Kön", "kategori", "", ""),
            List.of("kon", "", "", "1", "Kvinna"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsTheSheetThatIsTheCodebook() throws IOException {
        DataFile file = DataFile.of(workbook(Map.entry("Svar", DATA), Map.entry("Kodbok", CODES)));

        assertThat(labels(file)).containsExactly("kon: Kön, [Kvinna]");
        assertThat(data(file)).containsExactly("id;kon", "p1;1", "p2;2");
    }

    @Test
    void findsTheDataBehindTheCodebook() throws IOException {
        DataFile file = DataFile.of(workbook(Map.entry("codebook ", CODES), Map.entry("Svar", DATA)));

        assertThat(labels(file)).containsExactly("kon: Kön, [Kvinna]");
        assertThat(data(file)).containsExactly("id;kon", "p1;1", "p2;2");
    }

    @Test
    void takesNoHiddenSheetForTheData() throws IOException {
        List<List<String>> lists = List.of(List.of("val"), List.of("ja"));
        Path workbook = workbook(Map.entry("Listor", lists), Map.entry("Kodbok", CODES), Map.entry("Svar", DATA));

        assertThat(data(DataFile.of(workbook))).containsExactly("id;kon", "p1;1", "p2;2");
    }

    @Test
    void hasNoCodebookWithoutSuchASheet() throws IOException {
        DataFile file = DataFile.of(workbook(Map.entry("Svar", DATA), Map.entry("Blad2", CODES)));

        assertThat(labels(file)).isEmpty();
        assertThat(data(file)).hasSize(3);
    }

    /** There must be data beside the codebook: a sheet alone is read as data, whatever its name. */
    @Test
    void takesASheetThatIsAloneAsData() throws IOException {
        DataFile file = DataFile.of(workbook(Map.entry("Kodbok", DATA)));

        assertThat(labels(file)).isEmpty();
        assertThat(data(file)).hasSize(3);
    }

    @Test
    void saysWhatIsWrongInTheCodebook() throws IOException {
        DataFile file = DataFile.of(
                workbook(Map.entry("Svar", DATA), Map.entry("Kodbok", List.of(List.of("namn"), List.of("kon")))));
        CodebookReader reader = new CodebookReader();

        assertThat(file.codebook(reader)).isEmpty();
        assertThat(reader.mends()).singleElement().satisfies(mend -> {
            assertThat(mend.file()).isEqualTo(Mend.File.CODEBOOK);
            assertThat(mend.message()).endsWith("no-variable-column");
        });
    }

    private static List<String> labels(DataFile file) throws IOException {
        return file.codebook(new CodebookReader()).stream()
                .map(variable -> variable.name() + ": " + variable.label() + ", "
                        + variable.codes().stream()
                                .map(VariableDraft.CodeLine::label)
                                .toList())
                .toList();
    }

    private List<String> data(DataFile file) throws IOException {
        Path own = folder.resolve("own.csv");
        assertThat(file.copy(own)).isEmpty();
        return Files.readAllLines(own);
    }

    @SafeVarargs
    private Path workbook(Map.Entry<String, List<List<String>>>... sheets) throws IOException {
        Path file = folder.resolve("data.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "Samsyn", "1.0")) {
            for (var sheet : sheets) {
                Worksheet made = workbook.newWorksheet(sheet.getKey());
                made.setVisibilityState(
                        sheet.getKey().equals("Listor") ? VisibilityState.HIDDEN : VisibilityState.VISIBLE);
                fill(made, sheet.getValue());
            }
        }
        return file;
    }

    private static void fill(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(row, column, rows.get(row).get(column));
            }
        }
    }
}
