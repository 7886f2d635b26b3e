package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

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

    @ParameterizedTest
    @ValueSource(strings = {"/logga-in", "/logga%2Din", "/%6Cogga-in", "/engangskod", "/%65ngangskod"})
    void asksWhoHasFailedTooOftenToWaitHoweverTheAddressIsWritten(String address) throws Exception {
        var pace = new SignInPace(Clock.systemUTC());
        for (int i = 0; i < SignInPace.ALLOWED; i++) {
            pace.failed("192.0.2.7");
        }
        var request = new MockHttpServletRequest("POST", address);
        request.setRemoteAddr("192.0.2.7");
        var response = new MockHttpServletResponse();

        pace.doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(429);
    }
}
