package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"26-0001", "A", "ärende.7/b", "2026_12", "2026-01-10/12", "2026.01.10-2027-3", "9912-0044-1"})
    void takesWhatAUnitMayCallACase(String text) {
        assertThat(LocalId.fits(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19121212-1212",
                "121212-1212",
                "1212121212",
                "121212+1212",
                "701063-2391",
                "121212-T212",
                "850101/1234",
                "19850101/1234",
                "81.12.18-9876",
                "1981-12-18-9876",
                "81/12/18/9876",
                "dnr-811218-9876"
            })
    void refusesWhatLooksLikeAPersonalNumber(String text) {
        assertThat(LocalId.fits(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "Anna Berg", "=1+1", "a\nb", "12345678901234567890123456789012345678901"})
    void refusesOtherForms(String text) {
        assertThat(LocalId.fits(text)).isFalse();
    }
}
