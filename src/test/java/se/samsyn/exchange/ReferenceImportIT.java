package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import picocli.CommandLine;
import se.samsyn.SignedInAs;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.instrument.FormJson;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.PlaceCode;

/** Real follow-ups come in by the pages, and then by the command, which finds that nothing has changed. */
@SpringBootTest(properties = "samsyn.data=target/reference-import")
@AutoConfigureMockMvc
class ReferenceImportIT {

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

    @ParameterizedTest
    @CsvSource({
        "housing, housing,   multgee__housing.csv,      362",
        "help,    help-wide, mosaicData__HELPrct.csv,   453",
        "help,    help-long, mosaicData__HELPfull.csv,  470"
    })
    void comesInByThePagesAndIsKnownToTheCommand(String instrument, String mapping, String file, int cases)
            throws Exception {
        byte[] content = Files.readAllBytes(ExchangeExamples.reference(file));
        introduce(instrument);
        Mapping saved = MappingJson.read(resource(mapping + "-mapping.json"))
                .with(Trait.UNIT, Origin.constant(place.unit().id().toString()))
                .named("referens " + mapping);
        house.getBean(MappingStore.class).save(ImportPlace.MORA, saved, Instant.EPOCH);
        var pages = new ImportPages(mvc, place.developer());

        String upload = pages.sent(content, place.unit(), "2062/referens " + mapping);
        assertThat(pages.page(upload + "/prov")).contains(cases + " ärenden");
        assertThat(pages.ended(pages.posted(upload + "/kor"))).contains(cases + " nya, 0 ändrade, 0 som förut");

        assertThat(command(content, saved)).contains("Inläst: 0 nya, 0 ändrade, " + cases + " som förut.");
    }

    private String command(byte[] content, Mapping mapping) throws Exception {
        SecurityContextHolder.clearContext();
        Path file = Files.write(folder.resolve("fil.csv"), content);
        Path read = Files.writeString(folder.resolve("koppling.json"), MappingJson.write(mapping));
        var said = new StringWriter();
        new CommandLine(house.getAutowireCapableBeanFactory().createBean(ImportCommand.class))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(file.toString(), "--unit=" + place.unit().id(), "--mapping=" + read);
        return said.toString();
    }

    private void introduce(String instrument) throws Exception {
        var accounts = house.getBean(Accounts.class);
        var name = "referens-" + place.unit().id();
        accounts.open(name, "ett långt lösenord", "Ingen", Role.NATIONAL_ANALYST, PlaceCode.NATION, Optional.empty());
        SignedInAs.thread(accounts.loadUserByUsername(name));
        house.getBean(Instruments.class).introduce(FormJson.read(resource(instrument + "-instrument.json")));
        SecurityContextHolder.clearContext();
    }

    private static String resource(String name) throws Exception {
        try (var in = ReferenceImportIT.class.getResourceAsStream("/prove/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
