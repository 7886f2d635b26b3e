package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInPaceTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8::1, 2001:db8:0:0:ffff::2, true",
        "2001:db8::1, 2001:db8::1:2:3:4, true",
        "2001:db8:0:1::1, 2001:db8:0:2::1, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "::ffff:192.0.2.1, ::ffff:192.0.2.2, false",
        "okänd, annan, false"
    })
    void countsANetworkAsOneHoweverItsAddressesAreWritten(String one, String other, boolean same) {
        assertThat(SignInPace.network(one).equals(SignInPace.network(other))).isEqualTo(same);
    }
}
