package se.samsyn.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often sign-in may fail from one network address before it is asked to wait: guessing one password for many accounts would
 * never lock any of them. Many people may share an address, so the limit is generous. Kept in memory, for the latest addresses
 * alone; starting Samsyn anew forgets it.
 */
@Component
final class SignInPace extends OncePerRequestFilter {

    static final int ALLOWED = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(SignInPace.class);
    private static final int REMEMBERED = 10_000;
    private static final int NETWORK_BYTES = 8;

    /** As sign-in itself reads addresses: an encoded letter is that letter. */
    private static final RequestMatcher SIGN_IN = new OrRequestMatcher(
            address().matcher(HttpMethod.POST, "/logga-in"),
            address().matcher(HttpMethod.POST, CodeController.PATH),
            address().matcher(OidcWay.ANSWER + "/*"));

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignInPace(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSignIn(request) && mustWait(request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(WINDOW.toSeconds()));
            response.sendError(429);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Counts a sign-in that failed from an address. */
    synchronized void failed(String address) {
        var now = clock.instant();
        var counted = failures.merge(
                network(address), new Failures(1, now), (old, one) -> old.isOver(now) ? one : old.more());
        if (counted.number() == ALLOWED) {
            LOG.warn("{} sign-ins have failed from {}; it must wait", ALLOWED, address);
        }
    }

    private synchronized boolean mustWait(String address) {
        var found = failures.get(network(address));
        return found != null && found.number() >= ALLOWED && !found.isOver(clock.instant());
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return SIGN_IN.matches(request);
    }

    private static PathPatternRequestMatcher.Builder address() {
        return PathPatternRequestMatcher.withDefaults();
    }

    /** Of an IPv6 address the half that names the network, since the other half costs nothing to change. */
    static String network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length <= NETWORK_BYTES ? address : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    private record Failures(int number, Instant since) {

        Failures more() {
            return new Failures(number + 1, since);
        }

        boolean isOver(Instant now) {
            return since.plus(WINDOW).isBefore(now);
        }
    }
}
