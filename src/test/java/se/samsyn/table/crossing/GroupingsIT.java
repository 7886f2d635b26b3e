package se.samsyn.table.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsyn.database.TestDatabase;

/** A group is the same whichever way it is asked for: by itself, under what it lies in, or selected. */
@SpringBootTest(properties = {"samsyn.demo=true", "samsyn.test.own-database=true", "samsyn.engine.memory=512"})
@AutoConfigureMockMvc
class GroupingsIT extends RegisterPages {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void ownPlace(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("samsyn.data", data::toString);
    }

    @BeforeEach
    void signIn() throws Exception {
        session = as("analytiker");
    }

    /** A town and the group it lies in could else be asked for one after the other, and tell of those who are in the one alone. */
    @Test
    void townsAreTheSameAloneAndUnderTheirGroup() throws Exception {
        importRegister(rows(400), CODEBOOK).andExpect(content().string(containsString("400 rader")));
        String alone = csv("rad=stad&kolumn=kon");
        String groups = csv("rad=stad:g1&kolumn=kon");
        String tree = csv("rad=stad:g1&rad=stad&kolumn=kon");

        assertThat(line(alone, "Alfa;")).isNotEmpty().isEqualTo(line(tree, "Vid kusten;Alfa;"));
        assertThat(line(groups, "Vid kusten;")).isNotEmpty().isEqualTo(line(tree, "Vid kusten;Totalt;"));
    }

    /** Else a municipality and its one large unit could be asked for by two fields. */
    @Test
    void fieldsThatLieInOthersAreTreesWithoutTheCodebookSayingSo() throws Exception {
        StringBuilder rows = new StringBuilder("id;kon;kommun;enhet\n");
        for (int person = 0; person < 400; person++) {
            int unit = person < 3 ? 1 : person % 2 == 0 ? 0 : 2 + person % 3;
            rows.append("p%d;%d;%s;e%d%n".formatted(person, 1 + person / 7 % 2, unit < 2 ? "norr" : "syd", unit));
        }
        String codebook = """
                variabel;etikett;slag
                id;Person;person
                kon;Kön;kategori
                kommun;Kommun;kategori
                enhet;Enhet;kategori
                """;
        importRegister(rows.toString(), codebook).andExpect(content().string(containsString("400 rader")));
        String units = csv("rad=enhet:kommun&rad=enhet&kolumn=kon");
        String municipalities = csv("rad=kommun&kolumn=kon");

        assertThat(line(units, "norr;Totalt;")).isNotEmpty().isEqualTo(line(municipalities, "norr;"));
        assertThat(line(units, "syd;Totalt;")).isNotEmpty().isEqualTo(line(municipalities, "syd;"));
    }

    private void importUnits() throws Exception {
        StringBuilder rows = new StringBuilder("id;kon;kommun;slag;enhet;poang\n");
        for (int person = 0; person < 900; person++) {
            int unit = person % 6;
            String town = unit < 3 ? "a" : "b";
            String kind = unit % 2 == 0 ? "jamn" : "udda";
            int sex = 1 + person / 7 % 2;
            rows.append("p%d;%d;%s;%s;e%d;%d%n".formatted(person, sex, town, kind, unit, unit * 10));
        }
        String codebook = """
                variabel;etikett;slag;kod;kodetikett;indelning;grupp
                id;Person;person;;;;
                kon;Kön;kategori;;;;
                kommun;Kommun;kategori;;;;
                kommun;;;a;a;;
                kommun;;;b;b;;
                kommun;;;a;;Land;Hela landet
                kommun;;;b;;Land;Hela landet
                slag;Enhetsslag;kategori;;;;
                enhet;Enhet;kategori;;;;
                poang;Poäng;tal;;;;
                """;
        importRegister(rows.toString(), codebook).andExpect(content().string(containsString("900 rader")));
    }

    /** Units lie in what their municipality lies in. */
    @Test
    void groupingsOfAWideFieldAreThoseOfTheFieldsInIt() throws Exception {
        importUnits();
        String country = line(csv("rad=kommun:g1&kolumn=kon"), "Hela landet;");

        assertThat(line(csv("rad=enhet:g1&rad=enhet:kommun&kolumn=kon"), "Hela landet;Totalt;"))
                .isNotEmpty()
                .isEqualTo(country);
    }

    /** A selected group is the very group that it is where all are shown, selected by itself, by what it lies in or by its parts. */
    @Test
    void groupsAreTheSameSelectedOrNot() throws Exception {
        importUnits();
        String units = csv("rad=enhet&kolumn=kon");
        String ofOneTown = csv("rad=enhet&kolumn=kon&urval=enhet:kommun=b");
        String towns = csv("rad=enhet:kommun&kolumn=kon");
        String ofOneUnit = csv("rad=enhet:kommun&kolumn=kon&urval=enhet=e4");

        assertThat(line(ofOneTown, "e4;")).isNotEmpty().isEqualTo(line(units, "e4;"));
        assertThat(line(ofOneTown, "Totalt;")).isNotEmpty().isEqualTo(line(towns, "b;"));
        assertThat(line(ofOneUnit, "b;")).isNotEmpty().isEqualTo(line(units, "e4;"));
        assertThat(line(ofOneUnit, "a;"))
                .as("what the selection leaves out has no line")
                .isEmpty();
        assertThat(line(ofOneTown, "e0;")).isEmpty();
        assertThat(line(csv("rad=enhet:kommun&kolumn=kon&urval=enhet=e4&visa=mean&tal=poang"), "b;"))
                .isNotEmpty()
                .isEqualTo(line(csv("rad=enhet&kolumn=kon&urval=enhet=e4&visa=mean&tal=poang"), "e4;"));
    }

    /** Of the even units e0 and e2 are in a, and e4 in b; of the odd ones e1 alone is in a. */
    @Test
    void groupsThatGoAcrossAreAsManyAsTheirUnits() throws Exception {
        importUnits();
        String even = "urval=enhet:slag=jamn";

        assertThat(count("/korstabell.csv?data=prov&rad=enhet:kommun&" + even, "a"))
                .isBetween(285, 315);
        assertThat(count("/korstabell.csv?data=prov&rad=enhet:kommun&" + even, "b"))
                .isBetween(135, 165);
        assertThat(count("/korstabell.csv?data=prov&rad=enhet&" + even, "e4")).isBetween(135, 165);
        String tree = csv("rad=enhet:kommun&rad=enhet&" + even);
        assertThat(Integer.parseInt(line(tree, "b;Totalt;"))).isBetween(135, 165);
        assertThat(count("/korstabell.csv?data=prov&rad=enhet:kommun&urval=enhet:slag=udda", "a"))
                .isBetween(135, 165);
        String means = line(csv("rad=enhet&urval=enhet:kommun=a&visa=mean&tal=poang"), "e1;");
        assertThat(Double.parseDouble(means.split(";")[0].replace(',', '.'))).isBetween(6.0, 14.0);
    }

    /** Units of three, summed one by one, would be nobody: what goes across is counted by itself, and a selection of many small ones is refused. */
    @Test
    void manySmallUnitsAreNotSummedOneByOne() throws Exception {
        StringBuilder rows = new StringBuilder("id;kon;kommun;slag;enhet\n");
        for (int person = 0; person < 540; person++) {
            int unit = person % 180;
            int sex = 1 + person / 180 % 2;
            rows.append("p%d;%d;k%d;s%d;e%d%n".formatted(person, sex, unit % 2, unit / 2 % 2, unit));
        }
        String codebook = """
                variabel;etikett;slag
                id;Person;person
                kon;Kön;kategori
                kommun;Kommun;kategori
                slag;Enhetsslag;kategori
                enhet;Enhet;kategori
                """;
        importRegister(rows.toString(), codebook).andExpect(content().string(containsString("Provregister är inläst")));

        String across = csv("rad=enhet:kommun&kolumn=kon&urval=enhet:slag=s0");
        for (int town = 0; town < 2; town++) {
            String[] counts = line(across, "k" + town + ";").split(";");
            assertThat(Integer.parseInt(counts[0])).isBetween(78, 102);
            assertThat(Integer.parseInt(counts[1])).isBetween(33, 57);
        }
        String many = IntStream.range(0, 60)
                .mapToObj(unit -> "&urval=enhet=e" + 2 * unit)
                .collect(Collectors.joining());
        read("/korstabell?data=prov&rad=enhet:kommun&kolumn=kon" + many)
                .andExpect(content().string(containsString("deras summa skulle bli missvisande")));
    }

    /** A sum of many moved counts is not as near as one: the intervals of shares know of it, and what is said of the counts. */
    @Test
    void whatIsSummedOfManySaysSo() throws Exception {
        importUnits();
        String four = "&urval=enhet=e0&urval=enhet=e1&urval=enhet=e3&urval=enhet=e4";

        assertThat(csv("rad=kon" + four)).contains("hopsatt av 4 grupper").contains("omkring 7 från");
        read("/korstabell?data=prov&rad=kon" + four)
                .andExpect(content().string(containsString("hopsatt av 4 grupper")));
        assertThat(csv("rad=kon&urval=enhet:kommun=b")).doesNotContain("hopsatt av");
        assertThat(csv("rad=enhet")).doesNotContain("hopsatt av");
        for (String show :
                List.of("count", "row-share", "column-share", "total-share", "mean&tal=poang", "sum&tal=poang")) {
            String tree = csv("rad=enhet:kommun&rad=enhet&kolumn=kon" + four + "&visa=" + show);
            assertThat(line(tree, "a;e0;")).as(show).isNotEmpty();
        }
    }

    /** Else a total outside its parts would look wrong. */
    @Test
    void quantilesSayThatTheyAreReadBeside() throws Exception {
        importUnits();

        assertThat(csv("rad=enhet&visa=median&tal=poang")).contains("har inget intervall");
        assertThat(csv("rad=enhet&visa=mean&tal=poang")).doesNotContain("har inget intervall");
    }

    private String csv(String asked) throws Exception {
        return read("/korstabell.csv?data=prov&" + asked)
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String line(String csv, String start) {
        return csv.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("");
    }
}
