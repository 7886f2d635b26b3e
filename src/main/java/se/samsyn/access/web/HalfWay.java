package se.samsyn.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import se.samsyn.access.SecondFactors;

/**
 * After the right password: those who have a second factor are asked for it, and are nobody until they have given it. Who is half way
 * is kept beside the session's sign-in, never as one, and for a few minutes.
 */
@Component
final class HalfWay implements AuthenticationSuccessHandler, SecurityContextRepository {

    private static final String KEPT = HalfWay.class.getName();
    private static final Duration VALID = Duration.ofMinutes(5);

    private final Clock clock;
    private final SecurityContextRepository contexts = new DelegatingSecurityContextRepository(
            new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository());
    private final SavedRequestAwareAuthenticationSuccessHandler onwards =
            new SavedRequestAwareAuthenticationSuccessHandler();

    HalfWay(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (isHalf(authentication)) {
            SecurityContextHolder.clearContext();
            var user = (UserDetails) Objects.requireNonNull(authentication.getPrincipal());
            request.getSession().setAttribute(KEPT, new Half(user, clock.instant()));
            response.sendRedirect(request.getContextPath() + CodeController.PATH);
        } else {
            onwards.onAuthenticationSuccess(request, response, authentication);
        }
    }

    /** Who has given their password in this session, within the last minutes, and now owes a code. */
    Optional<UserDetails> find(HttpSession session) {
        return session.getAttribute(KEPT) instanceof Half half
                        && half.since().plus(VALID).isAfter(clock.instant())
                ? Optional.of(half.user())
                : Optional.empty();
    }

    void forget(HttpSession session) {
        session.removeAttribute(KEPT);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (!isHalf(context.getAuthentication())) {
            contexts.saveContext(context, request, response);
        }
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return contexts.loadContext(holder);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return contexts.loadDeferredContext(request);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return contexts.containsContext(request);
    }

    private static boolean isHalf(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getPrincipal() != null
                && SecondFactors.isAskedOf(authentication.getPrincipal());
    }

    private record Half(UserDetails user, Instant since) implements Serializable {}
}
