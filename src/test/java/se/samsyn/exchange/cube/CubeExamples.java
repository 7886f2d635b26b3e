package se.samsyn.exchange.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Cubes and files for the tests. */
final class CubeExamples {

    static final String HEAD = """
            CHARSET="ANSI";
            AXIS-VERSION="2013";
            CODEPAGE="UTF-8";
            LANGUAGE="sv";
            DECIMALS=0;
            SHOWDECIMALS=0;
            MATRIX="T1";
            SUBJECT-CODE="BE";
            SUBJECT-AREA="Befolkning";
            TITLE="Folkmängd efter kön och år";
            CONTENTS="Folkmängd";
            UNITS="antal";
            STUB="kön";
            HEADING="år";
            VALUES("kön")="kvinnor","män";
            VALUES("år")="2023","2024";
            CODES("kön")="2","1";
            """;

    private CubeExamples() {}

    static Path reference(String file) {
        String folder = System.getenv("SAMSYN_REFERENCE_DATA");
        Assumptions.assumeTrue(folder != null, "SAMSYN_REFERENCE_DATA is not set");
        return Path.of(folder, file);
    }

    /** Every PX file of the reference data in or below the folder. */
    static List<Path> files(String folder) {
        try (Stream<Path> found = Files.walk(reference(folder))) {
            return found.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".px"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PxReading px(String text) throws IOException {
        return PxReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static PxReading px(String text, String charset) throws IOException {
        return PxReader.read(text.getBytes(Charset.forName(charset)));
    }

    static PxReading.Table table(PxReading reading) {
        assertThat(reading).as("%s", reading.problems()).isInstanceOf(PxReading.Table.class);
        return (PxReading.Table) reading;
    }

    static List<Problem> refused(PxReading reading) {
        assertThat(reading).isInstanceOf(PxReading.Refused.class);
        assertThat(reading.problems()).anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        assertThat(reading.problems()).allMatch(problem -> !problem.text().isBlank());
        return reading.problems();
    }

    static byte[] written(PxFile file) throws IOException {
        var out = new ByteArrayOutputStream();
        PxWriter.write(file, out);
        return out.toByteArray();
    }

    static byte[] writtenPx(Cube cube) throws IOException {
        var out = new ByteArrayOutputStream();
        PxWriter.write(cube, out);
        return out.toByteArray();
    }

    /** A cube with two languages, all roles, all marks, notes, units and a hierarchy. */
    static Cube rich() {
        var region = new Dimension(
                "Region",
                both("region", "region"),
                Role.REGION,
                List.of(
                        new Category(
                                "00", both("Riket", "Sweden"), Unit.NONE, List.of(note(Note.Weight.MANDATORY, "Alla"))),
                        Category.of("01", both("Stockholms län", "Stockholm county")),
                        Category.of("0114", both("Upplands Väsby", "Upplands Väsby"))),
                Map.of("00", List.of("01"), "01", List.of("0114")),
                List.of(note(Note.Weight.OPTIONAL, "Indelning 2024\när den senaste")),
                Optional.empty());
        var measure = Dimension.of(
                "ContentsCode",
                both("tabellinnehåll", "contents"),
                Role.MEASURE,
                List.of(
                        new Category(
                                "A",
                                both("Antal", "Number"),
                                new Unit(both("personer", "persons"), OptionalInt.of(0)),
                                List.of()),
                        new Category(
                                "B",
                                both("Andel", "Share"),
                                new Unit(both("procent", "per cent"), OptionalInt.of(1)),
                                List.of())));
        var time = new Dimension(
                "Tid",
                both("år", "year"),
                Role.TIME,
                List.of(Category.of("2023", both("2023", "2023")), Category.of("2024", both("2024", "2024"))),
                Map.of(),
                List.of(),
                Optional.of(new Timeline("A1", List.of("2023", "2024"))));
        var cells = new Cells.Builder()
                .add(1000)
                .add(1001)
                .add(12.5)
                .add(12.25)
                .add(Mark.NIL)
                .add(Mark.MISSING)
                .add(Mark.HIDDEN)
                .add(Mark.NOT_APPLICABLE)
                .add(0)
                .add(-3)
                .add(Mark.HIDDEN)
                .add(1e6);
        return new Cube(
                "T1",
                List.of("sv", "en"),
                both("Personer efter region och år", "Persons by region and year"),
                both("Personer", "Persons"),
                both("Källan", "The source"),
                "BE",
                both("Befolkning", "Population"),
                "2024-05-01T06:00:00Z",
                new Unit(both("personer", "persons"), OptionalInt.of(1)),
                List.of(region, measure, time),
                2,
                List.of(note(Note.Weight.OPTIONAL, "Om tabellen")),
                List.of(new CellNote(List.of("01", "*", "2024"), note(Note.Weight.MANDATORY, "Ny indelning"))),
                cells.build());
    }

    private static Note note(Note.Weight weight, String text) {
        return new Note(weight, both(text, text + " (en)"));
    }

    private static Texts both(String sv, String en) {
        var texts = new java.util.LinkedHashMap<String, String>();
        texts.put("sv", sv);
        texts.put("en", en);
        return new Texts(texts);
    }

    static List<String> codes(List<Problem> problems) {
        return new ArrayList<>(problems.stream().map(Problem::code).toList());
    }
}
