package se.samsyn.exchange.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.kernel.PlaceCode;

/** The numbers are the Tax Agency's published test numbers, or made up by the rule; none belongs to a person. */
class PersonalNumbersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final PlaceCode FALUN = new PlaceCode("2080");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19121212-1212",
                "191212121212",
                "121212+1212",
                "20000101-2384",
                "000101-2384",
                "0001012384",
                "197010632391",
                "701063-2391",
                "000101-T220"
            })
    void takesPersonalAndCoordinationNumbersHoweverTheyAreWritten(String text) {
        assertThat(PersonalNumber.check(text, TODAY)).isInstanceOf(NumberCheck.Valid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "19121212-1213, CHECK_DIGIT",
        "20250230-1230, DATE",
        "19121312-1212, DATE",
        "20300101-2388, DATE",
        "12345, FORM",
        "abc, FORM",
        "'', FORM"
    })
    void saysWhyANumberIsWrong(String text, NumberCheck.Refused reason) {
        assertThat(PersonalNumber.check(text, TODAY)).isEqualTo(reason);
    }

    private static byte[] key(PlaceCode municipality) {
        return ("en hemlighet på trettiotvå byte " + municipality).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void givesOnePersonOneKeyHoweverTheNumberIsWritten() {
        var keys = new PersonKeys(PersonalNumbersTest::key);

        assertThat(keys.of(number("19121212-1212"), FALUN))
                .isEqualTo(keys.of(number("121212+1212"), FALUN))
                .isEqualTo(new PersonKeys(PersonalNumbersTest::key).of(number("191212121212"), FALUN))
                .isNotEqualTo(keys.of(number("20000101-2384"), FALUN))
                .isNotEqualTo(keys.of(number("19121212-1212"), new PlaceCode("2081")));
    }

    @Test
    void hasKeysForMunicipalitiesAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PersonKeys(PersonalNumbersTest::key).of(number("19121212-1212"), PlaceCode.NATION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ringde 19121212-1212 i går",
                "(121212-1212)",
                "191212121212",
                "nr 19 12 12 12-1212.",
                "1912-12-12-1212",
                "skrev 121212–1212",
                "fel siffra 121212-1213",
                "1212121212",
                "121212/1212",
                "12.12.12 - 1212",
                "121212 / 1213",
                "tel 0701234567 och 121212 1212"
            })
    void findsNumbersInText(String text) {
        assertThat(NumberFinder.holdsNumber(text, TODAY)).isTrue();
        assertThat(NumberFinder.mask(text, TODAY)).contains(NumberFinder.MASK).doesNotContain("1212-", "121212");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ärende 2025/1234", "2025-02-28", "kl 12.12", "0701234567", "12345678901234567890"})
    void leavesOtherFiguresAlone(String text) {
        assertThat(NumberFinder.mask(text, TODAY)).isEqualTo(text);
    }

    @Property(tries = 500)
    void noValidNumberSurvivesMasking(
            @ForAll @IntRange(min = 0, max = 40_000) int day,
            @ForAll @IntRange(min = 1, max = 999) int serial,
            @ForAll @IntRange(min = 0, max = 5) int writing) {
        String twelve = TestNumbers.number(LocalDate.of(1915, 1, 1).plusDays(day), serial);
        String written = switch (writing) {
            case 0 -> twelve;
            case 1 -> twelve.substring(2);
            case 2 -> twelve.substring(0, 8) + "-" + twelve.substring(8);
            case 3 -> twelve.substring(2, 8) + "-" + twelve.substring(8);
            case 4 -> twelve.substring(2, 8) + " " + twelve.substring(8);
            default -> twelve.substring(0, 8) + "\u2212" + twelve.substring(8);
        };

        assertThat(NumberFinder.mask("text " + written + ", mer", TODAY))
                .isEqualTo("text " + NumberFinder.MASK + ", mer");
        assertThat(PersonalNumber.check(written, TODAY)).isInstanceOf(NumberCheck.Valid.class);
    }

    @Test
    void saysNothingOfTheNumberInItsTextForm() {
        assertThat(PersonalNumber.check("19121212-1212", TODAY).toString()).doesNotContain("1212");
    }

    private static PersonalNumber number(String text) {
        return ((NumberCheck.Valid) PersonalNumber.check(text, TODAY)).number();
    }
}
