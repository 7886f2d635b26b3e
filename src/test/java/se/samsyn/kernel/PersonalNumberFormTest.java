package se.samsyn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumberFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "811218-9876",
                "Ring 198112189876.",
                "8112189876",
                "811218+9876",
                "811218 / 9876",
                "850101/1234",
                "81.12.18-9876",
                "1981-12-18 9876",
                "1981\u201312\u201318\u20139876",
                "701063-2391",
                "811218-t123"
            })
    void seesANumberHoweverItIsParted(String text) {
        assertThat(PersonalNumberForm.standsIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-05-01 till 2024-06-01",
                "2024-05-01 – 2024-06-01",
                "2024-05-01-2024-06-01",
                "2026.01.10-2027",
                "08-123 45 67",
                "dnr 2026/0044-12",
                "1234567890123456"
            })
    void takesDaysAndOtherNumbersForWhatTheyAre(String text) {
        assertThat(PersonalNumberForm.standsIn(text)).isFalse();
    }
}
