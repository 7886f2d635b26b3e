package se.samsyn.exchange.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.exchange.cube.CubeExamples.files;
import static se.samsyn.exchange.cube.CubeExamples.reference;
import static se.samsyn.exchange.cube.CubeExamples.refused;
import static se.samsyn.exchange.cube.CubeExamples.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PX files that others made: SCB's example database, PxBuild, pxmake, pxR and PxWeb. */
class PxReferenceTest {

    private static final String EXAMPLES = "px/pxweb-example-db/";

    private static boolean isTemplate(Path file) {
        return file.getFileName().toString().startsWith("template");
    }

    @Test
    void readsEveryFileOfTheContinueFolderWithAWarning() throws IOException {
        for (Path file : files(EXAMPLES + "error/continue")) {
            PxReading.Table read = table(PxReader.read(file));
            if (!isTemplate(file)) {
                assertThat(read.problems())
                        .as("%s", file)
                        .isNotEmpty()
                        .allMatch(problem -> !problem.where().isBlank());
            }
        }
    }

    @Test
    void refusesEveryFileOfTheFatalFolderWithAReason() throws IOException {
        for (Path file : files(EXAMPLES + "error/fatal")) {
            if (isTemplate(file)) {
                table(PxReader.read(file));
            } else {
                assertThat(refused(PxReader.read(file)))
                        .as("%s", file)
                        .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR
                                && !problem.where().isBlank());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BE0101F1errorMatrix.px, 8, MATRIX",
        "BE0101F1errorStub.px, 15, STUB",
        "BE0101F1errorHeading.px, 16, HEADING",
        "BE0101F1errorContVariableunits.px, 42, 'UNITS(\"Inmigratedx\")'",
        "BE0101F1missingData.px, 81, DATA",
        "BE0101F1errorVarValue.px, 0, 'VALUES(\"region\")'",
        "BE0101F1misingSubjectArea.px, 0, SUBJECT-AREA"
    })
    void saysLineAndKeywordOfWhatIsFatal(String file, int line, String keyword) throws IOException {
        assertThat(refused(PxReader.read(reference(EXAMPLES + "error/fatal/" + file))))
                .anySatisfy(problem -> {
                    assertThat(problem.line()).isEqualTo(line);
                    assertThat(problem.where()).isEqualTo(keyword);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "BE0101F1errorDomain.px, 30",
        "BE0101F1errorMap.px, 33",
        "BE0101F1errorElimYalue.px, 34",
        "BE0101F1errorShowdecimals2.px, 37",
        "BE0101F1errorShowdecimals2d.px, 37",
        "BE0101F1errorSource.px, 44",
        "BE0101F1errorTimeval.px, 23",
        "BE0101F1errorValueNote.px, 60",
        "BE0101F1errorValuenotex.px, 59"
    })
    void saysTheLineOfWhatIsTolerated(String file, int line) throws IOException {
        assertThat(table(PxReader.read(reference(EXAMPLES + "error/continue/" + file)))
                        .problems())
                .anyMatch(problem -> problem.line() == line);
    }

    @Test
    void refusesTheBadFilesOfPxBuild() throws IOException {
        for (Path file : files("px/pxbuild/testdata/BadFiles")) {
            refused(PxReader.read(file));
        }
    }

    @ParameterizedTest
    @CsvSource({"ok_odd_usage.px, 5", "testdata2.px, 16"})
    void readsKeywordsThatAreNoTable(String file, int keywords) throws IOException {
        PxReading read = PxReader.read(reference("px/pxbuild/testdata/" + file));
        assertThat(read).as("%s", read.problems()).isInstanceOf(PxReading.Heading.class);
        assertThat(((PxReading.Heading) read).keywords()).hasSize(keywords);
    }

    @Test
    void readsFilesWhereALanguageIsIncompleteWithAWarning() throws IOException {
        for (Path file : files(EXAMPLES + "error/multilang")) {
            assertThat(table(PxReader.read(file)).problems()).as("%s", file).isNotEmpty();
        }
    }

    private static boolean isWhole(Path file) {
        String path = file.toString();
        return !path.contains("/error/")
                && !path.contains("BadFiles")
                && !path.endsWith("ok_odd_usage.px")
                && !path.endsWith("testdata2.px");
    }

    @Test
    void readsEveryOtherFile() throws IOException {
        List<Path> whole = files("px").stream().filter(PxReferenceTest::isWhole).toList();
        assertThat(whole).hasSizeGreaterThan(40);
        for (Path file : whole) {
            assertThat(PxReader.read(file)).as("%s", file).isInstanceOf(PxReading.Table.class);
        }
    }

    @Test
    void whatIsReadIsTheSameWhenWrittenAndReadAgain() throws IOException {
        for (Path file : files("px").stream().filter(PxReferenceTest::isWhole).toList()) {
            PxReading.Table first = table(PxReader.read(file));
            PxReading.Table again = table(PxReader.read(CubeExamples.written(first.file())));
            assertThat(again.file().cells())
                    .as("%s", file)
                    .isEqualTo(first.file().cells());
            assertThat(again.cube().languages()).isEqualTo(first.cube().languages());
            assertThat(again.cube()).as("%s", file).isEqualTo(first.cube());
            assertThat(again.file().keywords()).hasSameSizeAs(first.file().keywords());
            for (int i = 0; i < first.file().keywords().size(); i++) {
                PxKeyword before = first.file().keywords().get(i);
                PxKeyword after = again.file().keywords().get(i);
                assertThat(after.same(before)).as("%s: %s", file, before).isTrue();
            }
        }
    }
}
