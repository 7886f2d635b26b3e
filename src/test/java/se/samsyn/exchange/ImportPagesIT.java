package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import se.samsyn.SignedInAs;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.exchange.person.TestNumbers;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;

@SpringBootTest(properties = "samsyn.data=target/import-pages")
@AutoConfigureMockMvc
class ImportPagesIT {

    private static final String GOOD = "id;kön;hur mår du\nA1;kvinna;1\nA2;man;2\n";
    private static final String[] MAPPED = {
        "shape", "case", "role.0", "case:local-id", "role.1", "trait:sex", "opened", "2025-01-10", "name", ""
    };

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationContext house;

    private ImportPlace place;
    private ImportPages pages;

    @BeforeEach
    void openUnitAndAccount() {
        place = ImportPlace.open(house);
        pages = new ImportPages(mvc, place.developer());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void takesAFileFromSendingToDone() throws Exception {
        String upload = pages.sent(GOOD, place.unit());

        assertThat(pages.page(upload)).contains("hur mår du", "semikolon");
        assertThat(pages.page(upload + "/koppling")).contains("role.0", "wave.1");
        assertThat(pages.page(pages.posted(upload + "/koppling", MAPPED))).contains("2 ärenden");
        String shown = pages.ended(pages.posted(upload + "/kor"));
        assertThat(shown)
                .contains("2 nya, 0 ändrade, 0 som förut", "Nästa steg", "/resultat?instrument=boende&plats=2062")
                .doesNotContain("/arenden\"");
        assertThat(pages.go(get(upload)).getStatus()).isEqualTo(404);
    }

    @Test
    void leadsAUnitManagerToTheCases() throws Exception {
        pages = new ImportPages(mvc, place.manager());
        String upload = pages.sent(GOOD, place.unit());
        pages.posted(upload + "/koppling", MAPPED);

        assertThat(pages.ended(pages.posted(upload + "/kor"))).contains("/arenden\"");
    }

    @Test
    void pressingTwiceIsOneImport() throws Exception {
        String upload = pages.sent(GOOD, place.unit());
        pages.posted(upload + "/koppling", MAPPED);
        Callable<String> press = () -> pages.posted(upload + "/kor");

        try (var threads = Executors.newFixedThreadPool(4)) {
            List<String> jobs = threads.invokeAll(List.of(press, press, press, press)).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();
            assertThat(jobs).hasSize(1);
            assertThat(pages.ended(jobs.getFirst())).contains("2 nya");
            assertThat(pages.posted(upload + "/kor")).isEqualTo(jobs.getFirst());
        }
        assertThat(place.stored()).isEqualTo(2);
    }

    @Test
    void cancellingInTheMiddleLeavesNothing() throws Exception {
        var saved = place.mapping().named("avbryt");
        house.getBean(MappingStore.class).save(ImportPlace.MORA, saved, Instant.EPOCH);
        String upload =
                pages.sent(ImportPlace.rows(10_000).getBytes(StandardCharsets.UTF_8), place.unit(), "2062/avbryt");

        String job = pages.posted(upload + "/kor");
        pages.post(job + "/avbryt");

        assertThat(pages.ended(job)).contains("Avbruten. Inget sparades");
        assertThat(place.stored()).isZero();
        assertThat(pages.go(get(upload)).getStatus()).isEqualTo(404);
    }

    @Test
    void listsProblemsAndRefusesToRun() throws Exception {
        String upload = pages.sent("id;kön;öppnat\nA1;9;2025-02-30\n", place.unit());
        pages.posted(
                upload + "/koppling",
                "shape",
                "case",
                "role.0",
                "case:local-id",
                "role.1",
                "trait:sex",
                "role.2",
                "trait:opened");

        assertThat(pages.page(upload + "/prov"))
                .contains("Dagen 2025-02-30 finns inte", "Rätta datumet", "Känt: Kvinna, Man");
        assertThat(pages.posted(upload + "/kor")).endsWith("/prov");
        assertThat(pages.text(upload + "/problem.csv"))
                .contains("2;öppnat;Dagen 2025-02-30 finns inte.;Rätta datumet.");
    }

    @Test
    void showsWhatIsWrongWithAFile() throws Exception {
        assertThat(pages.page(pages.sent("id;x\n1;\"två\n", place.unit()))).contains("citattecken", "Rad");
        assertThat(pages.page(pages.sent("", place.unit()))).contains("Filen är tom");
    }

    @Test
    void saysInWordsWhatCodesCanMean() throws Exception {
        String upload = pages.sent("id;kön;väg;insats;start\nA1;2;9;x;2025-02-01\n", place.unit());
        pages.posted(
                upload + "/koppling",
                "shape",
                "case",
                "refresh",
                "1",
                "role.0",
                "case:local-id",
                "role.1",
                "trait:sex",
                "role.2",
                "trait:way-in",
                "role.3",
                "support:0:kind",
                "role.4",
                "support:0:start");

        assertThat(pages.page(upload + "/koppling"))
                .contains(">Kvinna<", ">Egen ansökan<", ">Råd och stöd<", "Insats 1: start")
                .doesNotContain(">WOMAN<", ">OWN_APPLICATION<");
    }

    @Test
    void warnsOfPersonalNumbersInAColumnThatIsNotRead() throws Exception {
        String number = TestNumbers.number(LocalDate.of(1980, 5, 17), 238);
        String upload = pages.sent("id;kön;övrigt\nA1;kvinna;" + number + "\n", place.unit());

        assertThat(pages.page(upload + "/koppling"))
                .contains("Här står personnummer")
                .doesNotContain(number);
        assertThat(pages.page(pages.posted(upload + "/koppling", MAPPED)))
                .contains("Celler som ser ut att innehålla personnummer: 1", "övrigt")
                .doesNotContain(number);
    }

    @Test
    void anyValueOfALongColumnCanBeGivenAMeaning() throws Exception {
        var rows = new StringBuilder("id;kön\n");
        for (int i = 0; i < 100; i++) {
            rows.append("A%d;k%d\n".formatted(i, i));
        }
        String upload = pages.sent(rows.toString(), place.unit());
        String[] fields = {"shape", "case", "role.0", "case:local-id", "role.1", "trait:sex", "refresh", "1"};
        pages.posted(upload + "/koppling", fields);

        assertThat(pages.page(upload + "/koppling"))
                .contains("value=\"k59\"", "fler än 60 olika värden")
                .doesNotContain("value=\"k99\"");
        pages.posted(upload + "/koppling", with(fields, "was.1", "trait:sex", "other.1", "k99", "means.1", "=WOMAN"));
        assertThat(pages.page(upload + "/koppling")).contains("value=\"k99\"");
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void offersTheSavedMappingsOfEveryMunicipality() throws Exception {
        var accounts = house.getBean(Accounts.class);
        String name = "region-" + place.unit().name();
        accounts.open(
                name,
                "ett långt lösenord",
                "Kim Region",
                Role.QUALITY_DEVELOPER,
                new PlaceCode("20"),
                Optional.empty());
        SignedInAs.unit(house.getBean(Organisations.class));
        var store = house.getBean(MappingStore.class);
        store.save(new PlaceCode("2080"), place.mapping().named("falun"), Instant.EPOCH);
        store.save(ImportPlace.MORA, place.mapping().named("mora"), Instant.EPOCH);

        pages = new ImportPages(mvc, accounts.loadUserByUsername(name));

        assertThat(pages.page("/import")).contains("2080/falun", "2062/mora", "label=\"Mora\"");
    }
}
