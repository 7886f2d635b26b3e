package se.samsyn.access.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The session's cookie behind TLS: sent over TLS alone, and under a name that browsers accept only so, for this very host and for no
 * other. Without TLS, on one's own computer, the cookie has its ordinary name.
 */
@Configuration(proxyBeanMethods = false)
class SafeCookie {

    static final String NAME = "__Host-samsyn";

    /** Where the host has other programs at other paths. */
    private static final String NAME_BELOW = "__Secure-samsyn";

    @Bean
    @ConditionalOnWebApplication
    ServletContextInitializer sessionCookie(Environment environment) {
        return context -> {
            if (isBehindTls(environment)) {
                var cookie = context.getSessionCookieConfig();
                var path = environment.getProperty("server.servlet.context-path", "");
                cookie.setName(path.isEmpty() ? NAME : NAME_BELOW);
                cookie.setSecure(true);
                cookie.setPath(path.isEmpty() ? "/" : path);
            }
        };
    }

    private static boolean isBehindTls(Environment environment) {
        return environment.getProperty("samsyn.behind-tls", Boolean.class, false)
                || environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.certificate")
                || environment.containsProperty("server.ssl.key-store");
    }
}
