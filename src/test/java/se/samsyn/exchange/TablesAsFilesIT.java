package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import picocli.CommandLine;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;
import se.samsyn.kernel.Wording;
import se.samsyn.table.Cell.Hidden;
import se.samsyn.table.ProtectedTable;
import se.samsyn.table.Results;
import se.samsyn.table.TableKey;
import se.samsyn.table.source.Case;
import se.samsyn.table.source.Category;
import se.samsyn.table.source.Course;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Direction;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Listed;
import se.samsyn.table.source.Microdata;
import se.samsyn.table.source.Moment;
import se.samsyn.table.source.PlaceMark;
import se.samsyn.table.source.Selection;
import se.samsyn.table.source.Step;
import se.samsyn.table.source.Theme;
import se.samsyn.table.source.UnitPlace;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;

/** Tables as they leave the house: in files and on the command line. */
@SpringBootTest(properties = "samsyn.data=target/tables-as-files")
class TablesAsFilesIT {

    private static final InstrumentKey SET = new InstrumentKey("filer");
    private static final String TABLE = "filer.2080.all.distribution.risky";
    private static final int SMALL = 40;
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    @Autowired
    private Results results;

    @Autowired
    private TableFiles files;

    @Autowired
    private ApplicationContext house;

    @TempDir
    private Path folder;

    /** Thirty women and thirty men, and forty municipalities of four persons each, some of which are too few to be divided; labels that a spreadsheet would run. */
    @TestConfiguration
    static class Risky {

        @Bean
        @Order(0)
        Microdata riskyLabels() {
            return new Microdata() {
                @Override
                public List<Listed> sets() {
                    return List.of(new Listed(SET, Wording.same("Filer")));
                }

                @Override
                public Dataset read(InstrumentKey set, Selection selection) {
                    return data();
                }
            };
        }

        private static Dataset data() {
            var unit = new UnitId(new UUID(7, 7));
            var risky = new Variable(
                    "risky",
                    Wording.same("=HYPERLINK(\"http://x\")"),
                    Wording.same("Fråga"),
                    Kind.SINGLE,
                    Theme.NEED,
                    Direction.NONE,
                    List.of(category("a", "+A"), category("b", "-B;\"B\""), category("c", "@C"), category("d", "D")),
                    Set.of(Moment.BEFORE),
                    Wording.same("Definition"));
            var data = Dataset.of(new Listed(SET, Wording.same("Filer")), Wording.same("Prov"), Instant.EPOCH)
                    .variable(risky)
                    .unit(new UnitPlace(unit, Wording.same("Enhet"), new PlaceCode("2080")));
            for (int i = 0; i < 60; i++) {
                var row = data.row(new Case(
                        unit,
                        PlaceMark.OPEN,
                        i % 2 == 0 ? Sex.WOMAN : Sex.MAN,
                        OptionalInt.of(1980),
                        2025,
                        Step.DESCRIBED_BEFORE,
                        Course.ONGOING));
                row.choose("risky", Wave.BEFORE, i < 3 ? "c" : i < 30 ? "a" : "b");
            }
            for (int small = 1; small <= SMALL; small++) {
                var own = new UnitId(new UUID(8, small));
                data.unit(new UnitPlace(own, Wording.same("Liten"), new PlaceCode(code(small))));
                for (int i = 0; i < 4; i++) {
                    data.row(new Case(
                                    own,
                                    PlaceMark.OPEN,
                                    Sex.WOMAN,
                                    OptionalInt.of(1980),
                                    2025,
                                    Step.DESCRIBED_BEFORE,
                                    Course.ONGOING))
                            .choose("risky", Wave.BEFORE, i < 2 ? "a" : "b");
                }
            }
            return data.build();
        }

        private static Category category(String code, String label) {
            return new Category(code, Wording.same(label));
        }
    }

    private static String code(int small) {
        return String.format(Locale.ROOT, "19%02d", small);
    }

    /** The table of the first municipality that is too small to be divided. */
    private ProtectedTable small() {
        return IntStream.rangeClosed(1, SMALL)
                .mapToObj(small -> results.print(TableKey.of("filer." + code(small) + ".all.distribution.risky"))
                        .orElseThrow())
                .filter(table -> table.cell(0, 0) instanceof Hidden)
                .findFirst()
                .orElseThrow();
    }

    private ProtectedTable table() {
        return results.print(TableKey.of(TABLE)).orElseThrow();
    }

    @Test
    void csvTellsHiddenFromZeroAndRunsNothing() {
        String csv = files.csv(table(), SWEDISH);

        assertThat(csv).startsWith("\uFEFF");
        assertThat(line(files.csv(small(), SWEDISH), "'+A")).startsWith("'+A;..;");
        assertThat(line(csv, "\"'-B;\"\"B\"\"\""))
                .containsPattern(";[1-9][0-9];")
                .contains(",");
        assertThat(line(csv, "D;")).contains("0;");
        assertThat(csv.lines())
                .noneMatch(line -> line.startsWith("=") || line.startsWith("@") || line.startsWith("+"))
                .anyMatch(line -> line.contains("0 = noll"))
                .anyMatch(line -> line.contains(".. = Visas inte"));
        assertThat(files.csv(table(), Locale.ENGLISH)).contains("0 = zero").doesNotContain("0,5");
    }

    private static String line(String csv, String start) {
        return csv.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @Test
    void aWorkbookHasADefinitionSheetNumbersAsNumbersAndNoFormula() throws Exception {
        assertThat(cells(table()))
                .extracting(Cell::getType)
                .contains(CellType.NUMBER)
                .doesNotContain(CellType.FORMULA);
        assertThat(cells(small()))
                .filteredOn(cell -> cell.getType() == CellType.STRING)
                .extracting(Cell::asString)
                .contains("..", "'@C")
                .noneMatch(text -> text.startsWith("=") || text.startsWith("@"));
    }

    private List<Cell> cells(ProtectedTable table) throws Exception {
        var out = new ByteArrayOutputStream();
        files.xlsx(table, SWEDISH, out);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets).hasSize(2);
            return sheets.stream()
                    .flatMap(sheet -> read(sheet::read).stream())
                    .flatMap(row -> row.stream())
                    .filter(cell -> cell != null)
                    .toList();
        }
    }

    private static <T> T read(Callable<T> sheet) {
        try {
            return sheet.call();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private record Ended(int code, String said) {}

    private Ended run(Class<?> command, String... arguments) {
        var said = new StringWriter();
        int code = new CommandLine(house.getAutowireCapableBeanFactory().createBean(command))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
        return new Ended(code, said.toString());
    }

    @Test
    void theTableCommandListsAndPrints() {
        assertThat(run(TableCommand.class, "--set=filer", "--place=2080"))
                .satisfies(ended -> assertThat(ended.code()).isZero())
                .satisfies(ended -> assertThat(ended.said().lines()).contains(TABLE));
        assertThat(run(TableCommand.class, TABLE))
                .satisfies(ended -> assertThat(ended.code()).isZero())
                .satisfies(ended -> assertThat(ended.said()).contains("'@C"));
    }

    @Test
    void theTableCommandSaysWhatToDoWhenThereIsNoSuchTable() {
        assertThat(run(TableCommand.class, "filer.2080.all.distribution.okand").code())
                .isEqualTo(1);
        assertThat(run(TableCommand.class, "fel"))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(1))
                .satisfies(ended -> assertThat(ended.said()).contains("./samsyn table --set"));
    }

    @Test
    void theExportCommandWritesEveryTableOfAPlace() throws Exception {
        var ended = run(ExportCommand.class, "--set=filer", "--place=2080", "--format=xlsx", folder.toString());

        assertThat(ended.code()).isZero();
        try (var written = Files.list(folder)) {
            assertThat(written.map(file -> file.getFileName().toString()))
                    .contains(TABLE + ".xlsx")
                    .allMatch(name -> name.startsWith("filer.2080.all."));
        }
        assertThat(run(ExportCommand.class, "--set=finnsinte", folder.toString())
                        .code())
                .isEqualTo(1);
        assertThat(run(ExportCommand.class, "--set=filer", "--place=99", folder.toString())
                        .code())
                .isEqualTo(1);
    }
}
