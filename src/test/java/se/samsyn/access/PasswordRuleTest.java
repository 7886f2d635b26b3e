package se.samsyn.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRuleTest {

    @ParameterizedTest
    @CsvSource({
        "elva tecken, TOO_SHORT",
        "aaaabbbbccccdddd, TOO_PLAIN",
        "mitt SARALIND ord, OWN_NAME",
        "min mor Lindgren bor här, OWN_NAME",
        "min mor lindgren bor här, OWN_NAME",
        "password1234, GUESSABLE",
        "qwertyuiop12, GUESSABLE",
        "Lösenord2026!, GUESSABLE",
        "Sommaren2026, GUESSABLE",
        "abcdeabcdeabcde, GUESSABLE",
        "abcdefghijklmnop, GUESSABLE"
    })
    void saysWhatIsWrong(String password, PasswordFault fault) {
        assertThat(PasswordRule.fault(password, "saralind", "Eva Lindgren")).contains(fault);
    }

    @ParameterizedTest
    @CsvSource({"en lång ramsa om höst", "tolv tecken!", "aaaabbbbccccdddde", "Eva och hennes hund"})
    void takesWhatIsLongAndNotOnesOwnName(String password) {
        assertThat(PasswordRule.fault(password, "saralind", "Eva Lindgren")).isEmpty();
    }

    @Test
    void countsSignsAndNotHalvesOfThem() {
        assertThat(PasswordRule.fault("🌲🌳🌴🌵🌷🌸🌹🌺🌻🌼🌽", "saralind", "")).contains(PasswordFault.TOO_SHORT);
        assertThat(PasswordRule.fault("🌲🌳🌴🌵🌷🌸🌹🌺🌻🌼🌽🌾", "saralind", ""))
                .isEmpty();
    }

    @Test
    void takesTwoHundredSignsAndNoMore() {
        var most = "Grön häst åt ej, " + "min mor går hem vid sju, ".repeat(7) + "ja tack.";
        assertThat(most).hasSize(200);
        assertThat(PasswordRule.fault(most, "saralind", "")).isEmpty();
        assertThat(PasswordRule.fault(most + "f", "saralind", "")).contains(PasswordFault.TOO_LONG);
    }

    @Test
    void findsANameOfFourLettersAndNotShorterOnes() {
        assertThat(PasswordRule.fault("jag heter Sara ibland", "x", "Sara Ek")).contains(PasswordFault.OWN_NAME);
        assertThat(PasswordRule.fault("det är ek i skogen nu", "x", "Sara Ek")).isEmpty();
    }
}
