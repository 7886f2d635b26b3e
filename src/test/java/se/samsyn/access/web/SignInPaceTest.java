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

        assertThat(status(pace, "POST", address, "192.0.2.7")).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({"GET, /logga-in, 192.0.2.7", "POST, /losenord, 192.0.2.7", "POST, /logga-in, 192.0.2.8"})
    void asksNobodyElseToWaitAndForNothingElse(String method, String address, String from) throws Exception {
        var pace = new SignInPace(Clock.systemUTC());
        for (int i = 0; i < SignInPace.ALLOWED; i++) {
            pace.failed("192.0.2.7");
        }

        assertThat(status(pace, method, address, from)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SignInPace.ALLOWED - 1})
    void letsThoseOnWhoHaveFailedSeldom(int failures) throws Exception {
        var pace = new SignInPace(Clock.systemUTC());
        for (int i = 0; i < failures; i++) {
            pace.failed("192.0.2.7");
        }

        assertThat(status(pace, "POST", "/logga-in", "192.0.2.7")).isEqualTo(200);
    }

    private static int status(SignInPace pace, String method, String address, String from) throws Exception {
        var request = new MockHttpServletRequest(method, address);
        request.setRemoteAddr(from);
        var response = new MockHttpServletResponse();
        pace.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
