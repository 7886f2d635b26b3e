package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import picocli.CommandLine;

@SpringBootTest(properties = "samsyn.data=target/import-command")
class ImportCommandIT {

    @Autowired
    private ApplicationContext house;

    @TempDir
    private Path folder;

    private ImportPlace place;
    private Path mapping = Path.of("");

    @BeforeEach
    void open() throws Exception {
        place = ImportPlace.open(house);
        mapping = Files.writeString(folder.resolve("koppling.json"), MappingJson.write(place.mapping()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** How the command ended and what it said. */
    private record Ended(int code, String said) {}

    private Ended run(String rows, String... options) throws Exception {
        SecurityContextHolder.clearContext();
        var said = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(
                Files.writeString(folder.resolve("fil.csv"), rows).toString(),
                "--unit=" + place.unit().id()));
        arguments.addAll(List.of(options));
        int code = new CommandLine(house.getAutowireCapableBeanFactory().createBean(ImportCommand.class))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments.toArray(String[]::new));
        return new Ended(code, said.toString());
    }

    @Test
    void importsAGoodFileAndTheSameAgain() throws Exception {
        Ended first = run(ImportPlace.rows(3), "--mapping=" + mapping);
        assertThat(first.code()).isZero();
        assertThat(first.said())
                .startsWith("Inläst: 3 nya, 0 ändrade, 0 som förut.")
                .contains("när de räknas om");
        assertThat(place.stored()).isEqualTo(3);
        assertThat(run(ImportPlace.rows(3), "--mapping=" + mapping).said())
                .isEqualTo("Inläst: 0 nya, 0 ändrade, 3 som förut." + System.lineSeparator());
    }

    @Test
    void aDryRunStoresNothing() throws Exception {
        Ended ended = run(ImportPlace.rows(3), "--mapping=" + mapping, "--dry-run");

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("3 rader ger 3 ärenden med 3 tillfällen. Inget har sparats.");
        assertThat(place.stored()).isZero();
    }

    @Test
    void aDryRunOfABadFileEndsWithOne() throws Exception {
        assertThat(run(ImportPlace.HEADER + "a;man;2024-02-30;2024-03-01;1\n", "--mapping=" + mapping, "--dry-run")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void aBadFileEndsWithOneAndAFileOfProblems() throws Exception {
        Path problems = folder.resolve("problem.csv");

        Ended ended = run(
                ImportPlace.rows(2) + "x;9;2024-02-30;2024-03-01;1\n",
                "--mapping=" + mapping,
                "--problems=" + problems);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("rad 4, kolumn öppnat: Dagen 2024-02-30 finns inte. Rätta datumet.")
                .contains("2 problem behöver rättas");
        assertThat(Files.readAllLines(problems))
                .hasSize(3)
                .contains("4;öppnat;Dagen 2024-02-30 finns inte.;Rätta datumet.");
        assertThat(place.stored()).isZero();
    }

    @Test
    void takesAMappingThatTheMunicipalityHasSaved() throws Exception {
        String name = "sparad " + place.unit().id();
        house.getBean(MappingStore.class).save(ImportPlace.MORA, place.mapping().named(name), Instant.EPOCH);

        assertThat(run(ImportPlace.rows(1), "--mapping=" + name).code()).isZero();
    }

    @Test
    void aWrongCallEndsWithTwoAndSaysWhatIsMissing() throws Exception {
        assertThat(run("", "--mapping=finns-inte")).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.said()).contains("Kopplingen finns inte");
        });
        assertThat(run("", "--mapping=" + mapping, "--unit=ingen").code()).isEqualTo(2);
        assertThat(run("").code()).isEqualTo(2);
        assertThat(run(ImportPlace.rows(1), "--mapping=" + mapping, "--problems=" + folder.resolve("finns/inte.csv")))
                .satisfies(ended -> {
                    assertThat(ended.code()).isEqualTo(2);
                    assertThat(ended.said()).contains("Filen med problem går inte att skriva");
                });
        assertThat(place.stored()).isZero();
    }
}
