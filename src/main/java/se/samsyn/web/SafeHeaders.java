package se.samsyn.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Strict headers on every answer, set before anything else has its say: pages, files, redirects, refusals and error pages alike.
 * Nothing is kept by browsers unless the answer itself says otherwise, as static files do.
 */
@Configuration(proxyBeanMethods = false)
class SafeHeaders {

    private static final Map<String, String> HEADERS = Map.ofEntries(
            Map.entry(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                            + " frame-ancestors 'none'"),
            Map.entry("X-Content-Type-Options", "nosniff"),
            Map.entry("X-Frame-Options", "DENY"),
            Map.entry("Referrer-Policy", "same-origin"),
            Map.entry("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
            Map.entry("Cross-Origin-Opener-Policy", "same-origin"),
            Map.entry("Cross-Origin-Resource-Policy", "same-origin"),
            Map.entry("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"));

    private static final String ONLY_TLS = "max-age=31536000; includeSubDomains";

    @Bean
    FilterRegistrationBean<Filter> onEveryAnswer() {
        var filter = new FilterRegistrationBean<Filter>(SafeHeaders::write);
        filter.setName("safeHeaders");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    /** What the server itself refuses never comes as far as a filter. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> onWhatTheServerRefuses() {
        return server -> server.addEngineValves(new HeaderValve());
    }

    private static final class HeaderValve extends ValveBase {

        HeaderValve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            HEADERS.forEach(response::setHeader);
            getNext().invoke(request, response);
        }
    }

    private static void write(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (response instanceof HttpServletResponse answer) {
            HEADERS.forEach(answer::setHeader);
            if (request.isSecure()) {
                answer.setHeader("Strict-Transport-Security", ONLY_TLS);
            }
        }
        chain.doFilter(request, response);
    }
}
