package se.samsyn.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/**
 * Refuses what no browser sends to a page of ours, before anything reads it: other methods, hosts that are not ours, and control
 * characters in address or headers. Nothing of what is refused is logged but its kind.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class RequestGate {

    private static final Logger LOG = LoggerFactory.getLogger(RequestGate.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    @Bean
    FilterRegistrationBean<Filter> beforeAnythingIsRead(WebSettings settings) {
        var filter = new FilterRegistrationBean<Filter>(
                (request, response, chain) -> pass(settings, request, response, chain));
        filter.setName("requestGate");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    private static void pass(WebSettings settings, ServletRequest sent, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) sent;
        var response = (HttpServletResponse) answer;
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new UnreadRequest(request), response);
        } else if (!METHODS.contains(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (!isOurs(settings, request)) {
            LOG.warn("A request named a host that is not in SAMSYN_HOSTS, and was refused");
            refuse(Refused.Why.HOST, request, response);
        } else if (!isPlain(request)) {
            refuse(Refused.Why.CONTROL, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(Refused.Why why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Refused.because(why).note(request);
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    /** The name the request came by, and the one a proxy says it was asked for. */
    private static boolean isOurs(WebSettings settings, HttpServletRequest request) {
        var named = request.getHeader(HttpHeaders.HOST);
        return settings.isOurs(request.getServerName())
                && (named == null || settings.isOurs(named.replaceFirst(":\\d*$", "")));
    }

    private static boolean isPlain(HttpServletRequest request) {
        var query = request.getQueryString();
        return isPlainAddress(request.getRequestURI())
                && (query == null || isPlainQuery(query))
                && Collections.list(request.getHeaderNames()).stream()
                        .allMatch(name -> ControlCharacters.areAbsentInLine(name)
                                && Collections.list(request.getHeaders(name)).stream()
                                        .allMatch(ControlCharacters::areAbsentInLine));
    }

    private static boolean isPlainAddress(String path) {
        try {
            return ControlCharacters.areAbsentInLine(UriUtils.decode(path, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** A query may hold lines, as a field of a form may. */
    private static boolean isPlainQuery(String query) {
        try {
            return ControlCharacters.areAbsentIn(UriUtils.decode(query, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
