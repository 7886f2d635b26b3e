package se.samsyn.exchange.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.exchange.indicators.IndicatorExamples.FROM_SCB;
import static se.samsyn.exchange.indicators.IndicatorExamples.drafted;
import static se.samsyn.exchange.indicators.IndicatorExamples.file;
import static se.samsyn.exchange.indicators.IndicatorExamples.ready;
import static se.samsyn.exchange.indicators.IndicatorExamples.refused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;

class SheetDraftTest {

    @TempDir
    private Path folder;

    private Drafted draft(String text) throws IOException {
        return drafted(FROM_SCB, file(folder, "v.csv", text)).getFirst();
    }

    @Test
    void swedishColumnsDecimalCommaAndMarks() throws IOException {
        Drafted.Ready ready = ready(draft("""
                indikator;titel;skala;plats;ar;kon;varde;taljare;namnare
                trygg;Känner sig trygga, andel (%);procent;2080;2024;T;12,5;10;80
                trygg;;;2080;2024;K;..;;
                trygg;;;2080;2024;M;saknas;;
                trygg;;;20;2024;T;.;;
                trygg;;;SE;2024;T;0;;
                """));
        assertThat(IndicatorExamples.values(ready).stream().map(IndicatorExamples::told))
                .containsExactly(
                        "trygg 2080 2024 T: 12.5",
                        "trygg 2080 2024 K: ..",
                        "trygg 2080 2024 M: -",
                        "trygg 20 2024 T: .",
                        "trygg SE 2024 T: 0.0");
        assertThat(IndicatorExamples.values(ready).getFirst().reading())
                .isEqualTo(new Reading.Known(12.5, Optional.of(new Reading.Base(10, 80))));
        Indicator one = ready.delivery().indicators().getFirst();
        assertThat(one.scale()).isEqualTo(Scale.PERCENT);
        assertThat(one.bySex()).isTrue();
    }

    @Test
    void englishColumnsGroupsAndWhatIsNotRead() throws IOException {
        Drafted.Ready ready = ready(draft("""
                indicator,title,place,year,sex,value,group,group_name,extra
                e1,Some index,2080,2024,all,1.5,low,Low education,x
                e1,,2080,2024,women,2.5,high,High education,y
                """));
        assertThat(IndicatorExamples.values(ready).stream().map(IndicatorExamples::told))
                .containsExactly("e1 2080 2024 T low: 1.5", "e1 2080 2024 K high: 2.5");
        assertThat(ready.delivery().indicators().getFirst().groups())
                .containsExactly(
                        new Indicator.Group("low", "Low education"), new Indicator.Group("high", "High education"));
        assertThat(ready.remarks()).containsExactly("Kolumner som inte läses: extra.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t;A;procent;114;2024;T;1;;| rad 2, kolumn plats| 0114 som tappat sin första nolla",
                "t;A;procent;9999;2024;T;1;;| rad 2, kolumn plats| Det finns ingen plats",
                "t;A;procent;2080;24;T;1;;| rad 2, kolumn ar| inget år",
                "t;A;procent;2080;2024;F;1;;| rad 2, kolumn kon| inget kön",
                "t;A;procent;2080;2024;T;ett;;| rad 2, kolumn varde| inget tal",
                "t;A;procent;2080;2024;T;;;| rad 2, kolumn varde| tomt",
                "t;A;procent;2080;2024;T;1;1;0| rad 2, kolumn namnare| över 0",
                "t;A;procent;2080;2024;T;1;9;8| rad 2, kolumn namnare| mindre än täljaren",
                "t;A;procent;2080;2024;T;1;9;| rad 2, kolumn namnare| Nämnare saknas",
                "t;;;2080;2024;T;1;;| rad 2, kolumn indikator| Lägg till kolumnen titel",
                "1t;A;;2080;2024;T;1;;| rad 2, kolumn indikator| ingen nyckel",
                "t;A;stor;2080;2024;T;1;;| rad 2, kolumn skala| ingen skala"
            })
    void everyBadCellIsNamed(String row, String where, String what) throws IOException {
        assertThat(refused(draft("indikator;titel;skala;plats;ar;kon;varde;taljare;namnare\n" + row + "\n")))
                .anyMatch(told -> told.contains(where) && told.contains(what));
    }

    @Test
    void allBadRowsAreNamedAtOnceAndTheSameTwice() throws IOException {
        assertThat(refused(draft("""
                indikator;titel;plats;ar;varde
                t;A;2080;2024;1
                t;A;2080;2024;2
                t;A;xx;2024;2
                t;A;2080;x;y
                """)))
                .hasSize(4)
                .anyMatch(told -> told.contains("rad 3") && told.contains("redan på rad 2"))
                .anyMatch(told -> told.contains("rad 4, kolumn plats"))
                .anyMatch(told -> told.contains("rad 5, kolumn ar"))
                .anyMatch(told -> told.contains("rad 5, kolumn varde"));
    }

    @Test
    void missingColumnsAreNamed() throws IOException {
        assertThat(refused(draft("a;b\n1;2\n"))).singleElement().asString().contains("indikator, plats, ar, varde");
    }
}
