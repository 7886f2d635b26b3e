package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Somebody on the way to a page, and not the script of an open page that asks on its own. A script that goes on asking after sign-in was
 * lost is given no session: its cookie could come after that of the sign-in in another window, and undo it.
 */
final class Navigation {

    private Navigation() {}

    /** Whether a request is one; a browser too old to say so counts as a person. */
    static boolean isOne(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null || mode.equals("navigate");
    }

    /** Remembers where people were on their way when they were asked to sign in. */
    static RequestCache remembered() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod()) && isOne(request));
        return cache;
    }
}
