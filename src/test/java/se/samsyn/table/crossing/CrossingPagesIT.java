package se.samsyn.table.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import se.samsyn.StatementCount;
import se.samsyn.database.TestDatabase;

/** From a file to a released table, by the pages: registers, crossings, the attack before release. */
@SpringBootTest(properties = {"samsyn.demo=true", "samsyn.test.own-database=true", "samsyn.engine.memory=512"})
@AutoConfigureMockMvc
@Import(StatementCount.class)
class CrossingPagesIT {

    private static final String CODEBOOK = """
            variabel;etikett;slag;kod;kodetikett;indelning;grupp
            id;Person;person;;;;
            kon;Kön;kategori;;;;
            kon;;;1;Kvinna;;
            kon;;;2;Man;;
            stad;Stad;kategori;;;;
            stad;;;a;Alfa;;
            stad;;;b;Beta;;
            stad;;;c;Gamma;;
            stad;;;a;;Kust;Vid kusten
            stad;;;b;;Kust;Vid kusten
            poang;Poäng;tal;;;;
            """;

    @TempDir
    static Path data;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MockMvc web;

    @SuppressWarnings("NullAway.Init")
    private MockHttpSession session;

    @DynamicPropertySource
    static void ownPlace(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("samsyn.data", data::toString);
    }

    @BeforeEach
    void signIn() throws Exception {
        session = as("analytiker");
        importRegister(rows(400), CODEBOOK).andExpect(content().string(containsString("400 rader och 4 variabler")));
    }

    private MockHttpSession as(String username) throws Exception {
        return (MockHttpSession) Objects.requireNonNull(
                web.perform(post("/demo/valj").param("username", username).with(csrf()))
                        .andReturn()
                        .getRequest()
                        .getSession());
    }

    private static String rows(int persons) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder rows = new StringBuilder("id;kon;stad;poang\n");
        for (int person = 0; person < persons; person++) {
            String town = person < 3 ? "c" : random.nextBoolean() ? "a" : "b";
            rows.append("p%d;%d;%s;%d%n".formatted(person, 1 + random.nextInt(2), town, random.nextInt(40)));
        }
        return rows.toString();
    }

    private ResultActions importRegister(String rows, String codebook) throws Exception {
        String begun = redirect(multipart("/register")
                .file(file("file", rows))
                .file(file("codebook", codebook))
                .param("name", "prov")
                .param("title", "Provregister")
                .session(session)
                .with(csrf()));
        return read(begun);
    }

    /** Where a request leads. */
    private String redirect(RequestBuilder request) throws Exception {
        return Objects.requireNonNull(web.perform(request)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private static MockMultipartFile file(String name, String text) {
        return new MockMultipartFile(name, name + ".csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private ResultActions read(String address) throws Exception {
        return web.perform(get(address).session(session)).andExpect(status().isOk());
    }

    @Test
    void crossesWithFewStatementsWhateverIsAsked() {
        int small = StatementCount.during(() -> look("/korstabell?data=prov&rad=kon"));
        int large =
                StatementCount.during(() -> look("/korstabell?data=prov&rad=kon&kolumn=stad:g1&visa=mean&tal=poang"));

        assertThat(large).isEqualTo(small).isLessThanOrEqualTo(20);
    }

    private void look(String address) {
        try {
            read(address).andExpect(content().string(containsString("<table>")));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void saysInWordsWhyAQuestionIsNotAnsweredAndWhatToDo() throws Exception {
        read("/korstabell?data=prov&rad=kon&urval=stad=c")
                .andExpect(content().string(containsString("färre än 20 personer")));
        read("/korstabell?data=prov&rad=kon&urval=stad=a&urval=stad=b")
                .andExpect(content().string(containsString("lämnar ut så få")));
        read("/korstabell?data=prov&rad=finnsinte")
                .andExpect(content().string(containsString("ingen variabel som heter")));
        read("/korstabell?data=prov&rad=poang").andExpect(content().string(containsString("är ett tal")));
        read("/korstabell?data=prov&rad=kon&visa=mean").andExpect(content().string(containsString("behöver ett tal")));
        read("/korstabell?data=prov&rad=kon&kolumn=kon")
                .andExpect(content().string(containsString("står på två platser")));
    }

    @Test
    void refusesQuestionsAboutGroupsThatDifferByFew() throws Exception {
        read("/korstabell?data=prov&rad=kon").andExpect(content().string(containsString("<table>")));
        read("/korstabell?data=prov&rad=stad&urval=stad:g1=1&urval=stad:g1=rest");
        read("/korstabell?data=prov&rad=kon&urval=stad:g1=1")
                .andExpect(content().string(not(containsString("<table>"))));
    }

    /** Two variables that say nearly the same of everybody: what one keeps and the other does not is two persons. */
    @Test
    void refusesNearlyTheSameGroupInOtherWords() throws Exception {
        StringBuilder rows = new StringBuilder("id;kon;stad;poang;gata\n");
        for (int person = 0; person < 200; person++) {
            boolean first = person < 100;
            rows.append("p%d;%d;%s;1;%s%n"
                    .formatted(person, 1 + person % 2, first ? "a" : "b", first || person > 197 ? "x" : "y"));
        }
        String codebook = CODEBOOK + "gata;Gata;kategori;;;;\n";
        importRegister(rows.toString(), codebook).andExpect(content().string(containsString("200 rader")));
        String table = "<table>";
        read("/korstabell?data=prov&rad=kon&urval=stad=a").andExpect(content().string(containsString(table)));
        read("/korstabell?data=prov&rad=kon&urval=gata=x").andExpect(content().string(not(containsString(table))));

        importRegister(
                        rows.toString()
                                .replace(";y", ";z")
                                .replace("198;1;b;1;x", "198;1;b;1;z")
                                .replace("199;2;b;1;x", "199;2;b;1;z"),
                        codebook)
                .andExpect(content().string(containsString("200 rader")));
        read("/korstabell?data=prov&rad=kon&urval=gata=x").andExpect(content().string(containsString(table)));
    }

    @Test
    void crossesByATreeButNotTwiceByTheSame() throws Exception {
        String tree = read("/korstabell.csv?data=prov&rad=stad:g1&rad=stad&kolumn=kon")
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(tree).contains("Vid kusten;Alfa;", "Vid kusten;Beta;", "Vid kusten;Totalt;");
        assertThat(tree).doesNotContain("Vid kusten;Gamma;", "Övriga;Alfa;", "Totalt;Alfa;");
        read("/korstabell?data=prov&rad=stad&kolumn=stad")
                .andExpect(content().string(containsString("på två platser")));
    }

    @Test
    void crossesByATreeOfThreeLevelsFromThePage() throws Exception {
        String land = "stad;;;%s;;Land;Landet\n".repeat(3).formatted("a", "b", "c");
        importRegister(rows(400), CODEBOOK + land).andExpect(content().string(containsString("400 rader")));
        String address = "data=prov&rad=stad:g2&rad=stad:g1&rad=stad&kolumn=kon";
        String tree =
                read("/korstabell.csv?" + address).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);

        assertThat(tree)
                .contains(
                        "Landet;Vid kusten;Alfa;",
                        "Landet;Vid kusten;Totalt;",
                        "Landet;Totalt;Totalt;",
                        "Totalt;Totalt;Totalt;");
        assertThat(tree).doesNotContain("Landet;Totalt;Alfa;", "Totalt;Vid kusten;", "Landet;Övriga;Alfa;");
        read("/korstabell?" + address)
                .andExpect(content().string(stringContainsInOrder("\"stad:g2\" selected", "\"stad:g1\" selected")))
                .andExpect(content().string(stringContainsInOrder("\"stad:g1\" selected", "\"stad\" selected")));
    }

    @Test
    void keepsTheLatestPeriodWhateverItIs() throws Exception {
        for (int last : new int[] {2024, 2025}) {
            StringBuilder rows = new StringBuilder("id;ar;stad;poang;kon\n");
            for (int person = 0; person < 100; person++) {
                rows.append("p%d;2023;a;1;1%n".formatted(person));
                rows.append("p%d;%d;b;1;1%n".formatted(person, last));
            }
            importRegister(rows.toString(), CODEBOOK + "ar;År;period;;;;\n")
                    .andExpect(content().string(containsString("200 rader")));
            read("/korstabell?data=prov&rad=stad&urval=ar=senaste")
                    .andExpect(content().string(containsString("År: " + last)))
                    .andExpect(content().string(containsString("senaste perioden")));
        }
    }

    @Test
    void saysWhoIsCountedOnThePageAndInTheFile() throws Exception {
        read("/korstabell?data=prov&rad=kon&urval=stad=b").andExpect(content().string(containsString(". Urval: ")));
        read("/korstabell.csv?data=prov&rad=kon&urval=stad=b")
                .andExpect(content().string(containsString("Urval: ")));
        read("/korstabell.csv?data=prov&rad=kon").andExpect(content().string(not(containsString("Urval: "))));
    }

    @Test
    void savesSharesAndTakesOut() throws Exception {
        String address = "data=prov&rad=kon&kolumn=stad:g1";
        web.perform(post("/korstabell/spara")
                        .param("namn", "Kön och kust")
                        .param("adress", address)
                        .session(session)
                        .with(csrf()))
                .andExpect(redirectedUrl("/korstabell?" + address));
        read("/korstabell?data=prov").andExpect(content().string(containsString("Kön och kust")));
        read("/korstabell.csv?" + address).andExpect(content().string(containsString("Vid kusten;")));
        read("/korstabell.xlsx?" + address);
    }

    @Test
    void isThereForThoseWhoAnalyseAlone() throws Exception {
        for (String username : new String[] {"handlaggare", "granskare", "administrator"}) {
            web.perform(get("/korstabell?data=prov&rad=kon").session(as(username)))
                    .andExpect(status().isNotFound());
            web.perform(get("/register").session(as(username))).andExpect(status().isNotFound());
        }
    }

    @Test
    void keepsTheOldRegisterWhenTheNewOneHasFaults() throws Exception {
        importRegister(rows(10) + "x;3;a;1\ny;1;a;många\n", CODEBOOK)
                .andExpect(content().string(containsString("Inget lästes in")))
                .andExpect(content().string(containsString("rad 12")))
                .andExpect(content().string(containsString("rad 13")));
        importRegister(rows(10), CODEBOOK + "saknas;Saknas;kategori;;;;\n")
                .andExpect(content().string(containsString("finns inte bland filens kolumner")));
        read("/register").andExpect(content().string(containsString("400 rader")));
    }

    @Test
    void refusesPersonalNumbersWhereTheyWouldBeKept() throws Exception {
        StringBuilder rows = new StringBuilder("id;kon;stad;poang;nummer\n");
        for (int person = 0; person < 400; person++) {
            rows.append("p%d;1;a;1;1985%02d%02d%04d%n".formatted(person, 1 + person % 12, 1 + person % 28, person));
        }
        String fault = "ser ut att innehålla personnummer";
        importRegister(rows.toString(), CODEBOOK + "nummer;Nummer;tal;;;;\n")
                .andExpect(content().string(containsString(fault)));
        importRegister("id;kon;stad;poang;nummer\np1;1;a;1;19850101-2384\n", CODEBOOK + "nummer;Nummer;kategori;;;;\n")
                .andExpect(content().string(containsString(fault)));
        String tenDigits = rows.toString().replaceAll(";19(\\d{10})", ";$1").replaceFirst("8501010000", "0");
        importRegister(tenDigits, CODEBOOK + "nummer;Nummer;tal;;;;\n")
                .andExpect(content().string(containsString(fault)));
        importRegister(rows.toString().replace("id;", "rad;").replace("nummer", "id"), CODEBOOK)
                .andExpect(content().string(containsString("400 rader")));
    }

    @Test
    void takesGreatAmountsForWhatTheyAre() throws Exception {
        StringBuilder rows = new StringBuilder("id;kon;stad;poang;belopp\n");
        for (int person = 0; person < 400; person++) {
            rows.append("p%d;1;a;1;%d%n".formatted(person, 1_000_000_000L + person * 21_345_679L));
        }
        importRegister(rows.toString(), CODEBOOK + "belopp;Belopp;tal;;;;\n")
                .andExpect(content().string(containsString("400 rader")));
    }

    @Test
    void refusesBandsThatOverlap() throws Exception {
        importRegister(rows(50), CODEBOOK + "poang;;;0-20;;Klasser;Låg\npoang;;;20-40;;Klasser;Hög\n")
                .andExpect(content().string(containsString("”20” ligger i två grupper av indelningen Klasser")));
    }

    /** Where the codebook says which organisation a row comes from, what fewer than three have given is hidden without any policy. */
    @Test
    void countsWhatTheCodebookSaysAndHidesWhatFewOrganisationsHaveGiven() throws Exception {
        StringBuilder rows = new StringBuilder("id;kon;stad;poang;skola\n");
        for (int person = 0; person < 400; person++) {
            String town = person % 2 == 0 ? "a" : "b";
            String school = person % 100 == 1 ? "" : town + (town.equals("a") ? person % 8 : person % 4);
            rows.append("p%d;1;%s;1;%s%n".formatted(person, town, school));
        }
        importRegister(rows.toString(), CODEBOOK + "skola;Skola;organisation;;;;\nrader;elever;analysenhet;;;;\n")
                .andExpect(content().string(containsString("400 rader")));
        read("/korstabell?data=prov&rad=stad").andExpect(content().string(containsString("elever")));
        String draft = propose("stad");
        read(draft)
                .andExpect(content().string(containsString("färre än 3 organisationer")))
                .andExpect(content().string(containsString("Beta")))
                .andExpect(content().string(containsString("för få organisationer")));
    }

    @Test
    void refusesATreeWithALoop() throws Exception {
        String tree = """
                variabel;slag;kod;överordnad
                stad;kategori;;
                stad;;a;b
                stad;;b;a
                stad;;c;
                """;
        importRegister(rows(10), tree).andExpect(content().string(containsString("slinga")));
    }

    @Test
    void showsTheOwnerTheAttackAndReleasesWithoutANumberOfTheHidden() throws Exception {
        String draft = propose("kon, stad\nstad:*");
        read(draft)
                .andExpect(content().string(containsString("Ingenting om enskilda")))
                .andExpect(content().string(containsString("för få personer")))
                .andExpect(content().string(containsString("Gamma")));
        String released = redirect(
                post(draft).param("namn", "Kön och stad").session(session).with(csrf()));
        read("/korstabell.csv?data=prov&rad=stad").andExpect(content().string(containsString("Gamma;..")));
        session = as("handlaggare");
        read(released)
                .andExpect(content().string(containsString("mark-hidden")))
                .andExpect(content().string(not(containsString("för få personer"))));
        web.perform(get(draft).session(session)).andExpect(status().isNotFound());
    }

    /** Where empty cells must not be known to be empty, they are hidden and not shown as nought. */
    @Test
    void hidesEmptyCellsWhereThePolicyProtectsThem() throws Exception {
        Files.createDirectories(data.resolve("policies"));
        Path policy = data.resolve("policies").resolve("prov.properties");
        Files.writeString(policy, "zeros = protected\n");
        try {
            StringBuilder rows = new StringBuilder("id;kon;stad;poang\n");
            for (int person = 0; person < 120; person++) {
                rows.append("p%d;%d;%s;1%n"
                        .formatted(person, person < 40 ? 1 : 2, person < 60 ? "a" : person < 90 ? "b" : "c"));
            }
            importRegister(rows.toString(), CODEBOOK).andExpect(content().string(containsString("120 rader")));
            String draft = propose("stad, kon");

            read(draft).andExpect(content().string(containsString("för få personer")));
            String released = redirect(
                    post(draft).param("namn", "Stad och kön").session(session).with(csrf()));

            read(released)
                    .andExpect(content().string(containsString("mark-hidden")))
                    .andExpect(content().string(not(containsString("<td class=\"num\">0</td>"))));
        } finally {
            Files.delete(policy);
        }
    }

    /** A code that begins with a sign is a code where there is one, and no band. */
    @Test
    void readsANegativeCodeAsACode() throws Exception {
        StringBuilder rows = new StringBuilder("id;kon;stad;poang;vag\n");
        for (int person = 0; person < 90; person++) {
            rows.append("p%d;1;a;1;%s%n".formatted(person, new String[] {"-9", "1", "2"}[person % 3]));
        }
        importRegister(
                        rows.toString(),
                        CODEBOOK + "vag;Väg;kategori;;;;\nvag;;;-9;;Två;Okänd\nvag;;;1;;Två;Känd\nvag;;;2;;Två;Känd\n")
                .andExpect(content().string(containsString("90 rader")));
        assertThat(count("/korstabell.csv?data=prov&rad=vag:g1", "Känd")).isBetween(50, 70);
    }

    /** The first group and the missing code 1 are told apart in a selection. */
    @Test
    void keepsAGroupApartFromAMissingCodeOfItsNumber() throws Exception {
        StringBuilder rows = new StringBuilder("id;kon;stad;poang;svar\n");
        for (int person = 0; person < 200; person++) {
            rows.append("p%d;1;a;1;%s%n".formatted(person, person < 50 ? "1" : person < 120 ? "x" : "y"));
        }
        String codebook = """
                variabel;etikett;slag;kod;kodetikett;saknas;indelning;grupp
                id;Person;person;;;;;
                kon;Kön;kategori;;;;;
                kon;;;1;Kvinna;;;
                svar;Svar;kategori;;;;;
                svar;;;1;Ej svar;ja;;
                svar;;;x;Ja;;;
                svar;;;y;Nej;;;
                svar;;;x;;;Två;Ja
                svar;;;y;;;Två;Nej
                """;
        importRegister(rows.toString(), codebook).andExpect(content().string(containsString("200 rader")));
        assertThat(count("/korstabell.csv?data=prov&rad=kon&urval=svar:g1=1", "Kvinna"))
                .isBetween(62, 78);
    }

    /** Towns were released one by one; of newer rows the towns by the coast together would tell that two have come. */
    @Test
    void refusesWhatTellsOfFewTogetherWithAnEarlierReleaseOfOtherTables() throws Exception {
        release(50, "stad", "Städer");
        refusedBeside(52, "stad:g1");
        release(60, "stad:g1", "Kusten");
    }

    /** What is released stays as it was when the register's words and groups change. */
    @Test
    void showsAReleaseInTheWordsOfItsOwnTime() throws Exception {
        String released = release(50, "stad:g1", "Kusten då");
        String changed = CODEBOOK.replace("stad;Stad", "stad;Ort").replace("Vid kusten", "I skogen");
        importRegister(rows(400), changed).andExpect(content().string(containsString("400 rader")));

        read("/korstabell?data=prov&rad=stad:g1").andExpect(content().string(containsString("I skogen")));
        read(released)
                .andExpect(content().string(containsString("Vid kusten")))
                .andExpect(content().string(not(containsString("I skogen"))))
                .andExpect(content().string(not(containsString("Ort"))));
    }

    /** The coast was two towns and is one now. By its name it has lost many; in truth two have come to the one. */
    @Test
    void holdsAGroupAgainstTheSameTownsThenWhateverItIsCalled() throws Exception {
        release(50, "stad", "Städer");
        String narrower = CODEBOOK.replace("stad;;;b;;Kust;Vid kusten\n", "");
        importRegister(towns(52), narrower).andExpect(content().string(containsString("Provregister")));
        read(propose("stad:g1")).andExpect(content().string(containsString("skiljer sig från släppet")));
    }

    /** The coast is parted in two: what was released of it by its name is of others than today, but of both together. */
    @Test
    void holdsARegroupedTownAgainstTheGroupOfThen() throws Exception {
        release(50, "stad:g1", "Kusten");
        String narrower = CODEBOOK.replace("stad;;;b;;Kust;Vid kusten\n", "stad;;;b;;Kust;I skogen\n");
        importRegister(towns(52), narrower).andExpect(content().string(containsString("Provregister")));
        read(propose("stad:g1")).andExpect(content().string(containsString("skiljer sig från släppet")));
        importRegister(towns(60), narrower).andExpect(content().string(containsString("Provregister")));
        read(propose("stad:g1")).andExpect(content().string(not(containsString("skiljer sig från släppet"))));
    }

    /** Where the attack on declared tables is shown. */
    private String propose(String tables) throws Exception {
        return redirect(post("/slapp")
                .param("data", "prov")
                .param("tabeller", tables)
                .session(session)
                .with(csrf()));
    }

    private String release(int persons, String tables, String name) throws Exception {
        String draft = proposed(persons, tables);
        read(draft);
        return redirect(post(draft).param("namn", name).session(session).with(csrf()));
    }

    private void refusedBeside(int persons, String tables) throws Exception {
        read(proposed(persons, tables)).andExpect(content().string(containsString("skiljer sig från släppet")));
    }

    private static String towns(int persons) {
        StringBuilder rows = new StringBuilder("id;kon;stad;poang\n");
        for (int person = 0; person < 100 + 5 * persons; person++) {
            rows.append("p%d;1;%s;1%n".formatted(person, person < persons ? "a" : person < persons + 50 ? "b" : "c"));
        }
        return rows.toString();
    }

    /** So many in Alfa, fifty in Beta, and in Gamma ever more. */
    private String proposed(int persons, String tables) throws Exception {
        importRegister(towns(persons), CODEBOOK).andExpect(content().string(containsString("Provregister")));
        return propose(tables);
    }

    /** What is released is of the last period; a crossing of another period shows none of it, and of the last one all. */
    @Test
    void laysReleasedCellsOverCrossingsOfTheirOwnPeriodAlone() throws Exception {
        StringBuilder rows = new StringBuilder("id;ar;stad;poang;kon\n");
        for (int person = 0; person < 300; person++) {
            rows.append("p%d;2023;%s;1;1%n".formatted(person, person < 100 ? "a" : "b"));
            rows.append("p%d;2024;%s;1;1%n".formatted(person, person < 200 ? "a" : "b"));
        }
        importRegister(rows.toString(), CODEBOOK + "ar;År;period;;;;\n")
                .andExpect(content().string(containsString("600 rader")));
        String draft = propose("stad");
        read(draft);
        redirect(post(draft).param("namn", "Stad").session(session).with(csrf()));

        assertThat(count("/korstabell.csv?data=prov&rad=stad", "Alfa")).isEqualTo(200);
        assertThat(count("/korstabell.csv?data=prov&rad=stad&urval=ar=2024", "Beta"))
                .isEqualTo(100);
        assertThat(count("/korstabell.csv?data=prov&rad=stad&urval=ar=2023", "Alfa"))
                .isBetween(90, 110);
        assertThat(count("/korstabell.csv?data=prov&rad=stad&urval=ar=2023", "Beta"))
                .isBetween(190, 210);
    }

    /** The first number of the row with that label. */
    private int count(String address, String label) throws Exception {
        String csv = read(address).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        return csv.lines()
                .filter(line -> line.startsWith(label + ";"))
                .map(line -> line.split(";")[1].replaceAll("\\D", ""))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looksAtOneSexOrBothSideBySideByAClick() throws Exception {
        read("/korstabell?data=prov&rad=stad")
                .andExpect(content().string(containsString("data=prov&amp;rad=stad&amp;urval=kon%3D1")))
                .andExpect(content().string(containsString("data=prov&amp;rad=stad&amp;kolumn=kon")));
        read("/korstabell?data=prov&rad=stad&urval=kon=2")
                .andExpect(content().string(containsString("aria-current=\"page\">Man<")));
        read("/korstabell?data=vald&rad=year&visa=sum&tal=occasions")
                .andExpect(content().string(containsString("<table>")));
    }
}
