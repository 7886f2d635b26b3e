package se.samsyn.table.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsyn.database.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** From declared tables by the attack to what is released, by the pages. */
@SpringBootTest(properties = {"samsyn.demo=true", "samsyn.test.own-database=true", "samsyn.engine.memory=512"})
@AutoConfigureMockMvc
class ReleasePagesIT extends RegisterPages {

    @TempDir
    static Path data;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void ownPlace(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("samsyn.data", data::toString);
    }

    @BeforeEach
    void signInWhereNothingIsReleased() throws Exception {
        jdbc.sql("delete from table_release").update();
        session = as("analytiker");
        importRegister(rows(400), CODEBOOK).andExpect(content().string(containsString("400 rader och 4 variabler")));
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

    /** Towns were released one by one; of newer rows the towns by the coast together would tell that two have come. */
    @Test
    void refusesWhatTellsOfFewTogetherWithAnEarlierReleaseOfOtherTables() throws Exception {
        release(50, "stad", "Städer");
        refusedBeside(52, "stad:g1");
        release(60, "stad:g1", "Kusten");
    }

    /** What a release hides is hidden in crossings of the same rows whatever is asked of it; what it shows is shown as it is. */
    @Test
    void hidesWhatIsReleasedAsHiddenUnderEveryMeasure() throws Exception {
        release("stad", "Städer");
        for (String measure : List.of("", "&visa=column-share", "&visa=mean&tal=poang", "&visa=median&tal=poang")) {
            String csv = csv("/korstabell.csv?data=prov&rad=stad" + measure);
            assertThat(csv).as(measure).contains("Gamma;..");
        }
        assertThat(csv("/korstabell.csv?data=prov&rad=stad")).contains("Totalt;400");
        read("/korstabell?data=prov&rad=stad").andExpect(content().string(containsString("400 personer")));
    }

    /** The coast is released; whoever asked of the same persons but two would have the two. */
    @Test
    void refusesSelectionsThatNearlyAreWhatIsReleased() throws Exception {
        StringBuilder rows = new StringBuilder("id;kon;stad;poang;by\n");
        for (int person = 0; person < 400; person++) {
            String town = person < 100 ? "a" : person < 200 ? "b" : "c";
            rows.append("p%d;%d;%s;1;%s%n".formatted(person, 1 + person % 2, town, person < 98 ? "x" : "y"));
        }
        importRegister(rows.toString(), CODEBOOK + "by;By;kategori;;;;\n")
                .andExpect(content().string(containsString("400 rader")));
        String near = "/korstabell?data=prov&rad=kon&urval=by=x";
        release("stad", "Städer");
        read(near).andExpect(content().string(containsString("eller släppts")));
        jdbc.sql("delete from table_release").update();
        read(near).andExpect(content().string(containsString("<table>")));
    }

    /** Codes that names of cells have a meaning of their own for are released and found again as the codes they are. */
    @Test
    void releasesCodesThatLookLikeSomethingElse() throws Exception {
        String[] codes = {"-", "*", "u;v", "u,v", "%3B"};
        StringBuilder codebook = new StringBuilder(
                "variabel,etikett,slag,kod,kodetikett,saknas\nid,Person,person,,,\nsvar,Svar,kategori,,,\n");
        StringBuilder rows = new StringBuilder("id,svar\n");
        for (int code = 0; code < codes.length; code++) {
            codebook.append("svar,,,\"%s\",Svar %d,%s%n".formatted(codes[code], code, ""));
            for (int person = 0; person < 20 + code; person++) {
                rows.append("p%d-%d,\"%s\"%n".formatted(code, person, codes[code]));
            }
        }
        importRegister(rows.toString(), codebook.toString()).andExpect(content().string(containsString("110 rader")));
        release("svar", "Svar");
        assertThat(lastRelease()).hasSize(codes.length + 1).doesNotContainValue(false);
        for (int code = 0; code < codes.length; code++) {
            assertThat(csv("/korstabell.csv?data=prov&rad=svar")).contains("Svar %d;%d\r".formatted(code, 20 + code));
        }
    }

    /** Tables by year and tables of one year cannot be held together, not even of rows read anew. */
    @Test
    void refusesTablesOfOnePeriodAfterTablesByPeriod() throws Exception {
        String years = CODEBOOK + "ar;År;period;;;;\n";
        for (int more : new int[] {0, 6}) {
            StringBuilder rows = new StringBuilder("id;ar;stad;poang;kon\n");
            for (int person = 0; person < 100 + more; person++) {
                rows.append("p%d;2023;a;1;1%np%d;2024;b;1;1%n".formatted(person, person));
            }
            importRegister(rows.toString(), years)
                    .andExpect(content().string(containsString("%d rader".formatted(200 + 2 * more))));
            if (more == 0) {
                release("ar, stad", "Efter år");
            } else {
                read(propose("stad")).andExpect(content().string(containsString("Tidigare släppt: Efter år")));
            }
        }
    }

    private String csv(String address) throws Exception {
        return read(address).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** Whoever may read results finds what is released, takes it away, and can make the checksum anew. */
    @Test
    void givesAwayWhatIsReleasedWithItsChecksumAndReport() throws Exception {
        Files.createDirectories(data.resolve("policies"));
        Path policy = data.resolve("policies").resolve("prov.properties");
        Files.writeString(policy, "insiders = 1\ndescription = Beslut av nämnden 2026\n");
        String draft = propose("kon, stad");
        read(draft)
                .andExpect(content().string(containsString("Beslut av nämnden 2026")))
                .andExpect(content().string(containsString("också för 1 som vet")));
        String released = redirect(
                post(draft).param("namn", "Kön och stad").session(session).with(csrf()));
        Files.delete(policy);

        read(released).andExpect(content().string(containsString("för sin egen skull")));
        session = as("handlaggare");
        read("/slapp").andExpect(content().string(containsString("Kön och stad")));
        String hash =
                jdbc.sql("select hash from table_release").query(String.class).single();
        read(released)
                .andExpect(content().string(containsString(hash)))
                .andExpect(content().string(containsString("Beslut av nämnden 2026")))
                .andExpect(content().string(not(containsString("för sin egen skull"))));
        byte[] cells = read(released + "/celler.json").andReturn().getResponse().getContentAsByteArray();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(cells)))
                .isEqualTo(hash);
        assertThat(csv(released + "/tabeller.csv"))
                .contains("Kön;Alfa;Beta;", "Totalt;", "..", hash)
                .doesNotContain("mark-hidden");
        session = as("administrator");
        web.perform(get(released + "/tabeller.csv").session(session)).andExpect(status().isNotFound());
    }

    /** Three are in no group: the group and all together would tell of them. */
    @Test
    void releasesNoGroupFromWhichFewAreLeft() throws Exception {
        read(propose("stad:g1")).andExpect(content().string(containsString("Övriga")));
        release("kon, stad:g1", "Kusten");
        assertThat(lastRelease())
                .containsEntry("", true)
                .containsEntry("stad:g1=1", false)
                .containsEntry("stad:g1=*", false);
    }

    /** The coast is two towns, the country all three and the unknown none: between them is a town of few. */
    @Test
    void releasesNoTwoGroupingsThatDifferByFew() throws Exception {
        String land = "stad;;;a;;Land;Landet\nstad;;;b;;Land;Landet\nstad;;;c;;Land;Landet\n";
        String delta = CODEBOOK.replace("stad;;;c;Gamma;;\n", "stad;;;c;Gamma;;\nstad;;;d;Delta;;\n");
        StringBuilder rows = new StringBuilder(rows(400));
        IntStream.range(0, 40).forEach(person -> rows.append("d%d;1;d;1\n".formatted(person)));
        importRegister(rows.toString(), delta + land).andExpect(content().string(containsString("440 rader")));
        release("stad:g1\nstad:g2", "Två indelningar");
        Map<String, Boolean> shown = lastRelease();
        assertThat(shown).containsEntry("", true).containsKeys("stad:g1=1", "stad:g2=1");
        assertThat(List.of("stad:g1=1", "stad:g2=1")).anyMatch(name -> !shown.getOrDefault(name, true));
        assertThat(shown.keySet()).noneMatch(name -> name.contains("!"));
    }

    /** The same rows read anew have a new name: what one release hides, another must not tell together with it. */
    @Test
    void hidesTheSameWhenTheSameRowsAreReadAnew() throws Exception {
        release("stad", "Ett");
        List<String> hidden = lastRelease().entrySet().stream()
                .filter(cell -> !cell.getValue())
                .map(Map.Entry::getKey)
                .toList();
        assertThat(hidden).hasSize(2).contains("stad=c");
        importRegister(rows(400), CODEBOOK).andExpect(content().string(containsString("400 rader")));
        release("stad, kon\nstad:g1", "Två");
        assertThat(lastRelease()).containsEntry("stad:g1=1", false);
        hidden.forEach(cell -> assertThat(lastRelease()).containsEntry(cell, false));
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

    /** Where the attack on declared tables is shown. */
    private String propose(String tables) throws Exception {
        return redirect(post("/slapp")
                .param("data", "prov")
                .param("tabeller", tables)
                .session(session)
                .with(csrf()));
    }

    private void release(String tables, String name) throws Exception {
        String draft = propose(tables);
        read(draft).andExpect(content().string(containsString("Ingenting om enskilda")));
        redirect(post(draft).param("namn", name).session(session).with(csrf()));
    }

    /** The cells of what was last released, and whether each is shown. */
    private Map<String, Boolean> lastRelease() {
        Map<String, Boolean> shown = new HashMap<>();
        String cells = jdbc.sql("select cells from table_release order by released desc limit 1")
                .query(String.class)
                .single();
        JsonMapper.shared()
                .readTree(cells)
                .properties()
                .forEach(cell -> shown.put(cell.getKey(), !cell.getValue().isNull()));
        return shown;
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
}
