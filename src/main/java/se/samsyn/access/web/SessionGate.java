package se.samsyn.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samsyn.access.Access;

/**
 * Makes a session that has been ended from elsewhere no session at all, and leads whoever came in by a one-time password to
 * choosing another.
 */
final class SessionGate extends OncePerRequestFilter {

    private static final List<String> BEFORE_OWN_PASSWORD =
            List.of(PasswordController.PATH, "/logga-ut", "/val", "/error", "/halsa");

    private final Access access;

    SessionGate(Access access) {
        this.access = access;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isEnded()) {
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        if (access.passwordIsTemporary()
                && !isOpenBefore(request.getRequestURI()
                        .substring(request.getContextPath().length()))) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + PasswordController.PATH);
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

    private static boolean isOpenBefore(String path) {
        return BEFORE_OWN_PASSWORD.contains(path) || path.startsWith("/web/") || path.startsWith("/webjars/");
    }
}
