package se.samsyn.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failed request as its error page sees it: what was sent may be the very thing that was refused, so none of it is read again. */
final class UnreadRequest extends HttpServletRequestWrapper {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    UnreadRequest(HttpServletRequest failed) {
        super(failed);
    }

    @Override
    public String getMethod() {
        return METHODS.contains(super.getMethod()) ? super.getMethod() : "POST";
    }

    @Override
    public String getServerName() {
        return "localhost";
    }

    @Override
    public @Nullable String getQueryString() {
        var query = super.getQueryString();
        return query != null && LocalPath.isOne("/?" + query) ? query : null;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return null;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }
}
