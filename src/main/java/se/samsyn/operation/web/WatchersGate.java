package se.samsyn.operation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The watchers' port gives health and figures to whoever is on the machine, and nothing else to anybody. It stands before the gate of
 * the pages, whose port never serves any of this.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WatchersGate {

    private static final Set<String> OPEN = Set.of(
            "/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness", "/actuator/prometheus");

    @Bean
    @Order(1)
    SecurityFilterChain watchers(
            HttpSecurity http, Environment environment, @Value("${management.server.port:-1}") int asked) {
        http.securityMatcher(request -> asked >= 0 && isWatchersPort(request, environment))
                .authorizeHttpRequests(requests -> requests.requestMatchers(WatchersGate::isOpen)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(faults -> faults.authenticationEntryPoint(
                                (request, response, _) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND))
                        .accessDeniedHandler(
                                (request, response, _) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND)));
        return http.build();
    }

    private static boolean isWatchersPort(HttpServletRequest request, Environment environment) {
        var port = environment.getProperty("local.management.port", Integer.class);
        return port != null && port == request.getLocalPort();
    }

    private static boolean isOpen(HttpServletRequest request) {
        return request.getMethod().equals("GET") && OPEN.contains(request.getRequestURI());
    }
}
