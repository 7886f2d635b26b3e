package se.samsyn.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samsyn.access.Access;
import se.samsyn.access.Owed;
import se.samsyn.access.Sessions;

/**
 * Makes a session that has been ended from elsewhere, or has lasted too long, no session at all, and leads those who owe something,
 * such as a password of their own, to that first.
 */
final class SessionGate extends OncePerRequestFilter {

    /** Where somebody is led before anything else, with what lies under it. */
    private static final Map<Owed, String> FIRST =
            Map.of(Owed.OWN_PASSWORD, PasswordController.PATH, Owed.SECOND_FACTOR, SecondFactorController.PATH);

    private static final List<String> ALWAYS = List.of("/logga-ut", "/val", "/error", "/halsa");

    private final Access access;
    private final Sessions sessions;

    SessionGate(Access access, Sessions sessions) {
        this.access = access;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isEnded() || !sessions.goesOn(request.getRemoteAddr())) {
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        var first = FIRST.get(access.owed());
        if (first != null
                && !isOpenBefore(
                        request.getRequestURI()
                                .substring(request.getContextPath().length()),
                        first)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + first);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isEnded() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && !(authentication instanceof AnonymousAuthenticationToken)
                && access.findActor().isEmpty();
    }

    private static boolean isOpenBefore(String path, String first) {
        return path.equals(first) || ALWAYS.contains(path) || path.startsWith("/web/") || path.startsWith("/webjars/");
    }
}
