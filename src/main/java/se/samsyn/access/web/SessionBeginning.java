package se.samsyn.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins a session by other ways than the form with a password, under a new id and with a new token against forged forms. */
@Component
final class SessionBeginning {

    /** Where Spring Security keeps where somebody was on their way. */
    private static final String WAY = "SPRING_SECURITY_SAVED_REQUEST";

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler onwards =
            new SavedRequestAwareAuthenticationSuccessHandler();
    private final AuthenticationEventPublisher events;

    SessionBeginning(AuthenticationEventPublisher events) {
        this.events = events;
    }

    /** Signs somebody in, and sends them to where they were on their way. */
    void begin(UserDetails user, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        leave(request);
        var authentication = authenticated(user);
        events.publishAuthenticationSuccess(authentication);
        keep(authentication, request, response);
        onwards.onAuthenticationSuccess(request, response, authentication);
    }

    /** Whoever sat here before has left nothing but the way that was asked for. */
    private static void leave(HttpServletRequest request) {
        var before = request.getSession(false);
        if (before != null) {
            var way = before.getAttribute(WAY);
            before.invalidate();
            request.getSession().setAttribute(WAY, way);
        }
    }

    /** Begins a session anew for somebody who is signed in already. */
    void quietly(UserDetails user, HttpServletRequest request, HttpServletResponse response) {
        keep(authenticated(user), request, response);
    }

    private static Authentication authenticated(UserDetails user) {
        return UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
    }

    private void keep(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        tokens.saveToken(null, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
