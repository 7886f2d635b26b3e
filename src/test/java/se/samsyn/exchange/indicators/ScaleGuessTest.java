package se.samsyn.exchange.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.indicator.Scale;

/** Titles are Kolada's. */
class ScaleGuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invånare 18+, antal | COUNT | 0",
                "Elever i åk 9, andel (%) | PERCENT | 1",
                "Elever i åk 9, andel (%) (-2024) | PERCENT | 1",
                "VAB som tas ut av män, andel av antal dagar (%) | PERCENT | 1",
                "Brukarbedömning IFO totalt, svarsfrekvens (%) | PERCENT | 1",
                "Soliditet kommun, (%) | OTHER | 1",
                "Nettokostnadsutveckling, årlig förändring (%) | OTHER | 1",
                "Vuxna (18+) som aktualiserats p.g.a. våld, antal/10 000 vuxna invånare | PER_10000 | 1",
                "Anmälda våldsbrott, antal/100 000 inv | PER_100000 | 1",
                "Företag, antal/1000 inv | PER_1000 | 1",
                "Trafikolyckor med räddningsinsatser per 1000 inv | PER_1000 | 1",
                "Personalkostnader, kr/inv | OTHER | 0",
                "Bruttoregionprodukt, region (BRP), 1000 kr/invånare | OTHER | 0",
                "Medborgarundersökningen, medelvärde | MEAN | 1",
                "Handläggningstid, antal dagar | OTHER | 1",
                "Väntetid, median | MEDIAN | 1"
            })
    void tellsTheScaleOfATitle(String title, Scale scale, int decimals) {
        assertThat(ScaleGuess.ofTitle(title)).isEqualTo(new ScaleGuess(scale, decimals));
    }

    @ParameterizedTest
    @CsvSource({
        "procent, PERCENT",
        "%, PERCENT",
        "antal, COUNT",
        "number, COUNT",
        "promille, PER_1000",
        "per 10 000, PER_10000",
        "värde, OTHER",
        "median, MEDIAN"
    })
    void tellsTheScaleOfAUnit(String unit, Scale scale) {
        assertThat(ScaleGuess.ofUnit(unit, "Någonting").scale()).isEqualTo(scale);
    }
}
