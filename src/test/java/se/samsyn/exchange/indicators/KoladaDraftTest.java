package se.samsyn.exchange.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.exchange.indicators.IndicatorExamples.drafted;
import static se.samsyn.exchange.indicators.IndicatorExamples.file;
import static se.samsyn.exchange.indicators.IndicatorExamples.ready;
import static se.samsyn.exchange.indicators.IndicatorExamples.reference;
import static se.samsyn.exchange.indicators.IndicatorExamples.refused;
import static se.samsyn.exchange.indicators.IndicatorExamples.withdrawn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Scale;

class KoladaDraftTest {

    private static final String KPIS = """
            {"count":3,"values":[
            {"id":"U30750","title":"Aktualiserade vuxna, antal/10 000 vuxna invånare","description":"Om våld.","is_divided_by_gender":true,
             "municipality_type":"K","operating_area":"Individ- och familjeomsorg","perspective":"Volymer","publication_date":"2026-06-05","publ_period":"2025"},
            {"id":"N02104","title":"Invånare 18+, antal","is_divided_by_gender":true,"municipality_type":"A"},
            {"id":"N00945","title":"VAB som tas ut av män, andel av antal dagar (%)","is_divided_by_gender":false,"municipality_type":"A"}]}""";

    private static final String VALUES = """
            {"count":5,"values":[
            {"kpi":"U30750","municipality":"2080","period":2024,"values":[
              {"gender":"T","count":1,"status":"","value":12.5},{"gender":"K","count":1,"status":"","value":null},
              {"gender":"M","count":1,"status":"..","value":null}]},
            {"kpi":"N00945","municipality":"0000","period":2024,"values":[{"gender":"T","count":290,"status":"","value":40.0}]},
            {"kpi":"N00945","municipality":"0020","period":2024,"values":[{"gender":"T","count":15,"status":"","value":0}]},
            {"kpi":"N00945","municipality":"2081","period":2023,"values":[{"gender":"T","count":1,"status":"","value":3,"isdeleted":true}]},
            {"kpi":"N00945","municipality":"G35862","period":2024,"values":[{"gender":"T","count":7,"status":"","value":1}]},
            {"kpi":"N00945","municipality":"0199","period":2024,"values":[{"gender":"T","count":1,"status":"","value":2}]}]}""";

    @TempDir
    private Path folder;

    private Drafted.Ready both() throws IOException {
        return ready(drafted(FileWish.NONE, file(folder, "kpi.json", KPIS), file(folder, "data.json", VALUES))
                .getFirst());
    }

    @Test
    void keyPlaceYearSexAndEmptyAreKept() throws IOException {
        assertThat(IndicatorExamples.values(both()).stream().map(IndicatorExamples::told))
                .containsExactlyInAnyOrder(
                        "U30750 2080 2024 T: 12.5",
                        "U30750 2080 2024 K: -",
                        "U30750 2080 2024 M: ..",
                        "N00945 SE 2024 T: 40.0",
                        "N00945 20 2024 T: 0.0");
        assertThat(withdrawn(both()).stream().map(IndicatorExamples::told)).containsExactly("N00945 2081 2023 T: 3.0");
    }

    @Test
    void meansOfManyCarryHowMany() throws IOException {
        assertThat(IndicatorExamples.values(both()))
                .filteredOn(value -> value.members().isPresent())
                .extracting(value -> value.members().getAsInt())
                .containsExactlyInAnyOrder(290, 15);
    }

    @Test
    void whatIsLeftOutIsNamed() throws IOException {
        assertThat(String.join("\n", both().remarks()))
                .contains("1 grupper eller enheter utelämnas: G35862")
                .contains("1 okända platser utelämnas: 0199")
                .contains("1 värden är borttagna");
    }

    @Test
    void describesAndPutsWhatOthersAreOfFirst() throws IOException {
        List<Indicator> indicators = both().delivery().indicators();
        assertThat(indicators).extracting(one -> one.key().value()).containsExactly("N02104", "N00945", "U30750");
        Indicator violence = indicators.getLast();
        assertThat(violence.base()).isEqualTo(Optional.of(new IndicatorKey("N02104")));
        assertThat(violence.scale()).isEqualTo(Scale.PER_10000);
        assertThat(violence.bySex()).isTrue();
        assertThat(violence.period()).isEqualTo("Avser 2025, publiceras 2026-06-05");
        assertThat(indicators).extracting(Indicator::scale).startsWith(Scale.COUNT, Scale.PERCENT);
    }

    @Test
    void valuesOfWhatIsNotDescribedAreRefused() throws IOException {
        assertThat(refused(drafted(FileWish.NONE, file(folder, "data.json", VALUES))
                        .getFirst()))
                .singleElement()
                .asString()
                .contains("U30750", "N00945", "inte är beskrivna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\":2,\"values\":[{\"id\":\"N00003\",\"title\":",
                "<!DOCTYPE html><html><body>Logga in</body></html>",
                "{\"count\":0,\"values\":[]}",
                "[1,2",
                ""
            })
    void brokenAnswersAreRefusedInWords(String text) throws IOException {
        assertThat(refused(drafted(FileWish.NONE, file(folder, "x.json", text)).getFirst()))
                .singleElement()
                .asString()
                .startsWith("x.json: ")
                .hasSizeGreaterThan(30);
    }

    @Test
    void allOfKoladasIndicatorsAndPlacesAreRead() throws IOException {
        Drafted.Ready ready =
                ready(drafted(FileWish.NONE, reference("kolada/kpi.json"), reference("kolada/municipality.json"))
                        .getFirst());
        assertThat(ready.delivery().indicators()).hasSize(6_099);
        assertThat(IndicatorExamples.values(ready)).isEmpty();
        assertThat(String.join("\n", ready.remarks()))
                .contains("312 platser")
                .doesNotContain("finns inte i platsregistret");
    }

    @Test
    void koladasOwnTablesAreRead() throws IOException {
        Path table = reference("kolada/data_N00945_3cities_2000-2020.csv");
        assertThat(refused(drafted(IndicatorExamples.FROM_SCB, table).getFirst()))
                .allMatch(text -> text.contains("Det finns ingen indikator N00945"));
    }
}
