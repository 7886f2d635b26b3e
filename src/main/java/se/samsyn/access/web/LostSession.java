package se.samsyn.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.UriComponentsBuilder;
import se.samsyn.access.Access;
import se.samsyn.web.LocalPath;

/**
 * Whoever sends a form after the session has ended is led to sign in, and from there back to the page the form stood on. The one
 * signed in whose page is too old is told so.
 */
final class LostSession implements AccessDeniedHandler {

    /** Where Spring Security looks for the way back after sign-in. */
    private static final String WAY_BACK = "SPRING_SECURITY_SAVED_REQUEST";

    private final Access access;
    private final AccessDeniedHandler otherwise;

    LostSession(Access access, AccessDeniedHandler otherwise) {
        this.access = access;
        this.otherwise = otherwise;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException, ServletException {
        if (!(fault instanceof CsrfException) || access.findActor().isPresent()) {
            otherwise.handle(request, response, fault);
            return;
        }
        page(request)
                .filter(_ -> Navigation.isOne(request))
                .ifPresent(back -> request.getSession().setAttribute(WAY_BACK, new SimpleSavedRequest(back)));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + "/logga-in?utgangen");
    }

    /** The page the form stood on, if it is one of ours. */
    private static Optional<String> page(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                    .map(URI::create)
                    .filter(from -> isHere(from, request))
                    .map(from -> from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery()))
                    .filter(LocalPath::isOne)
                    .filter(path -> !path.startsWith(request.getContextPath() + "/logga-in"));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isHere(URI from, HttpServletRequest request) {
        var here = UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                .build()
                .toUri();
        return from.getRawAuthority() != null && from.getRawAuthority().equals(here.getRawAuthority());
    }
}
