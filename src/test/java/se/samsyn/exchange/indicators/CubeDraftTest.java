package se.samsyn.exchange.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.exchange.indicators.IndicatorExamples.drafted;
import static se.samsyn.exchange.indicators.IndicatorExamples.file;
import static se.samsyn.exchange.indicators.IndicatorExamples.ready;
import static se.samsyn.exchange.indicators.IndicatorExamples.reference;
import static se.samsyn.exchange.indicators.IndicatorExamples.refused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.Scale;
import se.samsyn.kernel.PlaceCode;

class CubeDraftTest {

    @TempDir
    private Path folder;

    private static String px(String variables, String codes, String data) {
        return """
                CHARSET="ANSI";
                AXIS-VERSION="2013";
                LANGUAGE="sv";
                MATRIX="BE0101";
                SUBJECT-CODE="BE";
                SUBJECT-AREA="Befolkning";
                TITLE="Folkmängd efter region, kön och år";
                CONTENTS="Folkmängd";
                UNITS="antal";
                DECIMALS=0;
                SOURCE="SCB";
                %s
                %s
                DATA=
                %s;
                """.formatted(variables, codes, data);
    }

    private static final String VARIABLES = """
            STUB="region","kön";
            HEADING="år";
            VALUES("region")="Riket","Dalarnas län","Falun","Utlandet";
            VALUES("kön")="män","kvinnor";
            VALUES("år")="2023","2024";""";
    private static final String CODES = """
            CODES("region")="00","20","2080","9999";
            CODES("kön")="1","2";
            CODES("år")="2023","2024";""";

    private Drafted draft(String name, String text) throws IOException {
        return drafted(FileWish.NONE, file(folder, name, text)).getFirst();
    }

    @Test
    void aPxFileIsOneIndicator() throws IOException {
        Drafted.Ready ready =
                ready(draft("be.px", px(VARIABLES, CODES, "1 2 3 4 5 6 \"..\" \"...\" 9 10 \"-\" \".\" 13 14 15 16")));
        Indicator one = ready.delivery().indicators().getFirst();
        assertThat(one.key().value()).isEqualTo("BE0101");
        assertThat(one.title()).isEqualTo("Folkmängd");
        assertThat(one.scale()).isEqualTo(Scale.COUNT);
        assertThat(one.bySex()).isTrue();
        assertThat(one.area()).isEqualTo("Befolkning");
        assertThat(ready.source().key()).isEqualTo("scb");
        assertThat(IndicatorExamples.values(ready).stream().map(IndicatorExamples::told))
                .startsWith("BE0101 SE 2023 M: 1.0", "BE0101 SE 2024 M: 2.0", "BE0101 SE 2023 K: 3.0")
                .contains(
                        "BE0101 20 2023 K: -",
                        "BE0101 20 2024 K: ..",
                        "BE0101 2080 2023 K: 0.0",
                        "BE0101 2080 2024 K: .")
                .hasSize(12);
        assertThat(ready.remarks()).anyMatch(told -> told.contains("9999 Utlandet"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2023\",\"2024\" | \"2023M01\",\"2023M02\" | inte hela år",
                "\"2080\",\"9999\" | \"114\",\"9999\" | kan vara 0114 som tappat sin första nolla",
                "\"00\",\"20\",\"2080\",\"9999\" | \"A\",\"B\",\"C\",\"D\" | Ingen av platserna"
            })
    void refusesWhatItWillNotGuess(String from, String to, String words) throws IOException {
        String text =
                px(VARIABLES, CODES, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16").replace(from, to);
        if (words.startsWith("Ingen")) {
            text = text.replace("\"Riket\",\"Dalarnas län\",\"Falun\",\"Utlandet\"", "\"a\",\"b\",\"c\",\"d\"");
        }
        assertThat(refused(draft("be.px", text))).anyMatch(told -> told.contains(words));
    }

    @Test
    void oneMoreDivisionBecomesGroupsWithItsTotalAsEverybody() throws IOException {
        String variables = """
                STUB="region","utbildning";
                HEADING="år";
                VALUES("region")="Falun";
                VALUES("utbildning")="förgymnasial","eftergymnasial","totalt";
                VALUES("år")="2024";""";
        Drafted.Ready ready = ready(draft("u.px", px(variables, "CODES(\"region\")=\"2080\";", "1 2 3")));
        assertThat(IndicatorExamples.values(ready).stream().map(IndicatorExamples::told))
                .containsExactly(
                        "BE0101 2080 2024 T forgymnasial: 1.0",
                        "BE0101 2080 2024 T eftergymnasial: 2.0",
                        "BE0101 2080 2024 T: 3.0");
        assertThat(ready.delivery().indicators().getFirst().groups())
                .containsExactly(
                        new Indicator.Group("forgymnasial", "förgymnasial"),
                        new Indicator.Group("eftergymnasial", "eftergymnasial"));
    }

    @Test
    void moreDivisionsAreRefusedWithWhatToDo() throws IOException {
        String variables = """
                STUB="region","utbildning","bakgrund";
                HEADING="år";
                VALUES("region")="Falun";
                VALUES("utbildning")="a","b";
                VALUES("bakgrund")="c","d";
                VALUES("år")="2024";""";
        assertThat(refused(draft("u.px", px(variables, "CODES(\"region\")=\"2080\";", "1 2 3 4"))))
                .anyMatch(told -> told.contains("”utbildning”, ”bakgrund”") && told.contains("ett enda värde"));
    }

    @Test
    void aTableWithoutPlacesIsOfTheOneThatIsSaid() throws IOException {
        String variables = """
                STUB="kön";
                HEADING="år";
                VALUES("kön")="kvinnor","män";
                VALUES("år")="2024";""";
        Path file = file(folder, "n.px", px(variables, "", "1 2"));
        assertThat(refused(drafted(FileWish.NONE, file).getFirst()))
                .anyMatch(told -> told.contains("ingen variabel för plats"));
        var nation = new FileWish("", "", Optional.of(PlaceCode.NATION));
        assertThat(IndicatorExamples.values(ready(drafted(nation, file).getFirst())).stream()
                        .map(IndicatorExamples::told))
                .containsExactly("BE0101 SE 2024 K: 1.0", "BE0101 SE 2024 M: 2.0");
    }

    @Test
    void jsonStatIsOneIndicatorForEachMeasure() throws IOException {
        Drafted.Ready ready = ready(draft("j.json", """
                {"version":"2.0","class":"dataset","label":"Befolkning","source":"SCB","id":["Region","ContentsCode","Tid"],"size":[2,2,1],
                "role":{"time":["Tid"],"geo":["Region"],"metric":["ContentsCode"]},
                "dimension":{"Region":{"category":{"index":["00","2080"],"label":{"00":"Riket","2080":"Falun"}}},
                "ContentsCode":{"category":{"index":["A1","A2"],"label":{"A1":"Folkmängd","A2":"Andel unga"},
                  "unit":{"A1":{"label":"antal","decimals":0},"A2":{"label":"procent","decimals":1}}}},
                "Tid":{"category":{"index":["2024"]}}},
                "value":[10,20.5,null,3.5],"status":{"2":"..."},"extension":{"px":{"matrix":"TAB1"}}}"""));
        assertThat(ready.delivery().indicators())
                .extracting(one -> one.key() + " " + one.title() + " " + one.scale() + " " + one.decimals())
                .containsExactly("TAB1_A1 Folkmängd COUNT 0", "TAB1_A2 Andel unga PERCENT 1");
        assertThat(IndicatorExamples.values(ready).stream().map(IndicatorExamples::told))
                .containsExactly(
                        "TAB1_A1 SE 2024 T: 10.0",
                        "TAB1_A2 SE 2024 T: 20.5",
                        "TAB1_A1 2080 2024 T: ..",
                        "TAB1_A2 2080 2024 T: 3.5");
    }

    @ParameterizedTest
    @CsvSource({
        "px/pxweb-example-db/error/fatal/BE0101F1missingData.px",
        "px/pxweb-example-db/error/fatal/BE0101F1errorMatrix.px",
        "px/pxweb-example-db/Quarter/HA0201E8.px",
        "px/pxweb-example-db/Month/PR0101B3.px"
    })
    void publishedFilesThatCannotBeTakenAreRefusedInWords(String name) throws IOException {
        assertThat(refused(drafted(FileWish.NONE, reference(name)).getFirst())).isNotEmpty();
    }

    @Test
    void statisticsSwedensPopulationIsRead() throws IOException {
        var nation = new FileWish("", "", Optional.of(PlaceCode.NATION));
        Drafted.Ready ready = ready(drafted(nation, reference("px/pxweb-example-db/Population/BE0101A1elimtot.px"))
                .getFirst());
        assertThat(IndicatorExamples.values(ready).stream().map(IndicatorExamples::told))
                .hasSize(5 * 3 * 6)
                .startsWith("BE0101A1 SE 2001 M OG: 2391644.0");
    }
}
