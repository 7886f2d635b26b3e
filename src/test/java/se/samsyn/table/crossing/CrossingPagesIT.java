package se.samsyn.table.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsyn.StatementCount;
import se.samsyn.database.TestDatabase;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Stock;
import se.samsyn.table.source.Stocks;

/** From a file to a crossing, by the pages. */
@SpringBootTest(properties = {"samsyn.demo=true", "samsyn.test.own-database=true", "samsyn.engine.memory=512"})
@AutoConfigureMockMvc
@Import(StatementCount.class)
class CrossingPagesIT extends RegisterPages {

    @TempDir
    static Path data;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private List<Stocks> stocks;

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

    private void look(String address) {
        try {
            read(address).andExpect(content().string(containsString("<table>")));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void crossesWithFewStatementsWhateverIsAsked() {
        int small = StatementCount.during(() -> look("/korstabell?data=prov&rad=kon"));
        int large =
                StatementCount.during(() -> look("/korstabell?data=prov&rad=kon&kolumn=stad:g1&visa=mean&tal=poang"));

        assertThat(large).isEqualTo(small).isLessThanOrEqualTo(20);
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

    /** What somebody was at another time can be chosen, and that nothing is known of it. */
    @Test
    void selectsByAnotherPeriodAndByTheUnknown() throws Exception {
        StringBuilder rows = new StringBuilder("id;ar;stad;poang;kon\n");
        for (int person = 0; person < 100; person++) {
            rows.append("p%d;2023;%s;1;1%n".formatted(person, person < 60 ? "a" : "b"));
            rows.append("p%d;2024;%s;1;1%n".formatted(person, person < 70 ? "a" : ""));
        }
        importRegister(rows.toString(), CODEBOOK + "ar;År;period;;;;\n")
                .andExpect(content().string(containsString("200 rader")));
        read("/korstabell?data=prov&rad=kon&urvalsfraga=stad@2023")
                .andExpect(content().string(containsString("Stad, samma personer 2023")))
                .andExpect(content().string(containsString("value=\"stad@2023=b\"")))
                .andExpect(content().string(containsString("value=\"stad@2023=-\"")));
        assertThat(count("/korstabell.csv?data=prov&rad=kon&urval=stad@2023=b", "Kvinna"))
                .isBetween(30, 50);
        assertThat(count("/korstabell.csv?data=prov&rad=kon&urval=stad=-", "Kvinna"))
                .isBetween(20, 40);
    }

    @Test
    void selectsTheLatestYear() throws Exception {
        StringBuilder rows = new StringBuilder("id;inskrivet;stad;poang;kon\n");
        for (int person = 0; person < 200; person++) {
            rows.append("p%d;%d;a;1;1%n".formatted(person, person < 50 ? 2025 : 2024));
        }
        importRegister(rows.toString(), CODEBOOK + "inskrivet;Inskrivet;kategori;;;;\n")
                .andExpect(content().string(containsString("200 rader")));
        read("/korstabell?data=prov&rad=kon&urvalsfraga=inskrivet")
                .andExpect(content().string(containsString("Senaste året")));
        assertThat(count("/korstabell.csv?data=prov&rad=kon&urval=inskrivet=senaste", "Kvinna"))
                .isBetween(40, 60);
    }

    @Test
    void saysWhoIsCountedOnThePageAndInTheFile() throws Exception {
        read("/korstabell?data=prov&rad=kon&urval=stad=b").andExpect(content().string(containsString(". Urval: ")));
        read("/korstabell.csv?data=prov&rad=kon&urval=stad=b")
                .andExpect(content().string(containsString("Urval: ")));
        read("/korstabell.csv?data=prov&rad=kon").andExpect(content().string(not(containsString("Urval: "))));
    }

    /** An answer that was waited for has an address of its own for a while; what is shared and saved is the question. */
    @Test
    void asksAnewWhereAnAnswerIsNotThereAnyMore() throws Exception {
        String gone = "&svar=" + UUID.randomUUID();
        read("/korstabell?data=prov&rad=kon" + gone)
                .andExpect(content().string(containsString("<table>")))
                .andExpect(content().string(containsString("name=\"adress\" value=\"data=prov&amp;rad=kon\"")));
    }

    @Test
    void leadsToTheWordsWhereAFileIsRefused() throws Exception {
        web.perform(get("/korstabell.csv?data=prov&rad=finns-inte").session(session))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/korstabell?data=prov&rad=finns-inte"));
        read("/korstabell?data=prov&rad=finns-inte").andExpect(content().string(containsString("finns-inte")));
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

    /** Answers before and after would tell of the two who have come. */
    @Test
    void keepsTheOldRegisterWhereFewHaveComeOrGone() throws Exception {
        importRegister(rows(402), CODEBOOK)
                .andExpect(content().string(containsString("Färre än 5 personer har kommit")));
        read("/register").andExpect(content().string(containsString("400 rader")));
        importRegister(rows(400).replace("p1;", "x1;").replace("p2;", "x2;"), CODEBOOK)
                .andExpect(content().string(containsString("Färre än 5 personer har kommit")));
        importRegister(rows(405), CODEBOOK).andExpect(content().string(containsString("405 rader")));
    }

    /** A new year may come, whoever is in it; a year that was there is not read again with one who came late. */
    @Test
    void takesANewPeriodButNoLateComersInAnOldOne() throws Exception {
        String years = CODEBOOK + "ar;År;period;;;;\n";
        StringBuilder rows = new StringBuilder("id;ar;stad;poang;kon\n");
        for (int person = 0; person < 60; person++) {
            rows.append("p%d;2024;a;1;1%n".formatted(person));
        }
        importRegister(rows.toString(), years).andExpect(content().string(containsString("60 rader")));
        String next = rows + "p1;2025;a;1;1\nny;2025;a;1;1\n";
        importRegister(next, years).andExpect(content().string(containsString("62 rader")));
        importRegister(next + "sen;2024;b;1;1\n", years)
                .andExpect(content().string(containsString("Färre än 5 personer har kommit")));
        importRegister(next + "p2;2023;a;1;1\n", years).andExpect(content().string(containsString("63 rader")));
    }

    @Test
    void refusesAmountsBelowNought() throws Exception {
        String codebook = CODEBOOK.replace("poang;Poäng;tal", "poang;Poäng;belopp");
        importRegister(rows(40), codebook).andExpect(content().string(containsString("40 rader")));
        importRegister(rows(40) + "p40;1;a;-5\n", codebook)
                .andExpect(content().string(containsString("rad 42")))
                .andExpect(content().string(containsString("mindre än noll")));
    }

    /** Intervals and noise are as wide as the scale: it must not tell the greatest number there is, nor end at a mark of something missing. */
    @Test
    void givesNumbersAScaleWithRoundEnds() throws Exception {
        String codebook = """
                variabel;etikett;slag;kod;kodetikett;saknas
                kon;Kön;kategori;;;
                kon;;;1;Kvinna;
                belopp;Belopp;belopp;;;
                belopp;;;99999;Vill inte svara;ja
                """;
        importRegister("kon;belopp\n1;31234\n1;99999\n1;870\n", codebook)
                .andExpect(content().string(containsString("3 rader")));
        Codebook read = stocks.stream()
                .flatMap(source -> source.stocks().stream())
                .map(Stock::codebook)
                .filter(one -> one.set().value().equals("prov"))
                .findFirst()
                .orElseThrow();
        assertThat(read.fields().get(read.position("belopp")).values())
                .isInstanceOfSatisfying(Codebook.Numbers.class, numbers -> {
                    assertThat(numbers.lowest()).isZero();
                    assertThat(numbers.highest()).isEqualTo(40_000);
                });
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
