package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import picocli.CommandLine;

/** Each kind of bad file, by page and by command: refused with row, column and remedy, and nothing stored. */
@SpringBootTest(properties = "samsyn.data=target/bad-files")
@AutoConfigureMockMvc
class BadFilesIT {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvc mvc;

    @TempDir
    private Path folder;

    private ImportPlace place;

    @BeforeEach
    void open() {
        place = ImportPlace.open(house);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    static List<BadFile> all() {
        return BadFile.all().toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedByTheCommand(BadFile bad) throws Exception {
        Path file = Files.write(folder.resolve("fil.dat"), bad.content().make(folder));
        Path mapping = Files.writeString(folder.resolve("koppling.json"), MappingJson.write(bad.mapping(place)));
        Path problems = folder.resolve("problem.csv");
        var out = new StringWriter();

        int code = new CommandLine(house.getAutowireCapableBeanFactory().createBean(ImportCommand.class))
                .setOut(new PrintWriter(out))
                .execute(
                        file.toString(),
                        "--mapping=" + mapping,
                        "--unit=" + place.unit().id(),
                        "--problems=" + problems);

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains(bad.said()).contains("Inget har sparats");
        assertThat(Files.readString(problems)).contains(line(bad));
        assertThat(place.stored()).isZero();
    }

    /** Row and column stand first in the line, as a spreadsheet would show them. */
    private static String line(BadFile bad) {
        return bad.said().get(0) + ";" + bad.said().get(1) + ";";
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedByThePages(BadFile bad) throws Exception {
        var pages = new ImportPages(mvc, place.developer());
        house.getBean(MappingStore.class)
                .save(ImportPlace.MORA, bad.mapping(place).named("prov " + bad.name()), Instant.EPOCH);
        String upload = pages.sent(bad.content().make(folder), place.unit(), "2062/prov " + bad.name());

        assertThat(pages.page(upload + "/prov")).contains(bad.said()).contains("Inget har sparats");
        assertThat(pages.text(upload + "/problem.csv")).contains(line(bad));
        assertThat(pages.post(upload + "/kor").getRedirectedUrl()).endsWith("/prov");
        assertThat(place.stored()).isZero();
    }
}
