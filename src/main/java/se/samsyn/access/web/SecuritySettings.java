package se.samsyn.access.web;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.samsyn.access.Access;
import se.samsyn.access.FileDoor;
import se.samsyn.access.Sessions;
import se.samsyn.web.WebSettings;

/**
 * Deny by default: only the sign-in page, the face and the health check are open to strangers, and a page is reached by those its
 * controller names. Before anything of a request's body is read, {@link BodyGate} has seen who sends it.
 */
@Configuration
@EnableConfigurationProperties(OidcSettings.class)
class SecuritySettings {

    /** What is open to anybody; everything else asks who one is. */
    static final String[] OPEN = {
        "/logga-in",
        "/logga-in/hos/*",
        "/utloggad",
        "/engangskod",
        "/demo/valj",
        "/val",
        "/web/**",
        "/webjars/**",
        "/error",
        "/halsa"
    };

    @Bean
    @ConditionalOnWebApplication
    SecurityFilterChain filterChain(
            HttpSecurity http,
            Access access,
            Sessions sessions,
            List<FileDoor> doors,
            SignInDoors signIn,
            ObjectProvider<OidcWay.SignInWay> ways) {
        var pace = signIn.pace();
        http.addFilterAfter(new SessionGate(access, sessions), SecurityContextHolderFilter.class)
                .addFilterAfter(new BodyGate(access, doors), SessionGate.class)
                .addFilterAfter(new ParameterGate(), BodyGate.class)
                .addFilterBefore(pace, OAuth2AuthorizationRequestRedirectFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/logga-in")
                        .failureHandler(new FailedSignIn(pace))
                        .successHandler(signIn.halfWay())
                        .permitAll())
                .requestCache(cache -> cache.requestCache(Navigation.remembered()))
                .securityContext(context -> context.securityContextRepository(signIn.halfWay()))
                .logout(out -> out.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/logga-ut"))
                        .logoutSuccessHandler(signIn.out()))
                .sessionManagement(session -> session.sessionFixation(fix -> fix.newSession()))
                .exceptionHandling(
                        faults -> faults.accessDeniedHandler(new LostSession(access, new AccessDeniedHandlerImpl())))
                .csrf(withDefaults())
                // web.SafeHeaders writes them, on error pages too
                .headers(headers -> headers.disable());
        ways.forEach(way -> way.add(http));
        return http.build();
    }

    /** Addresses with anything encoded that could lead elsewhere are refused as they are, on the watchers' port too; {@link ParameterGate} looks at what is sent. */
    @Bean
    HttpFirewall firewall(WebSettings settings) {
        var wall = new StrictHttpFirewall();
        wall.setAllowedHttpMethods(Set.of("GET", "HEAD", "POST"));
        wall.setAllowedHostnames(settings::isOurs);
        return wall;
    }

    /** What sign-in goes through besides the filters of the library. */
    @Component
    record SignInDoors(SignInPace pace, HalfWay halfWay, ProviderSignOut out) {}

    /** The pace is kept within the chain above, before sign-in; not once more around everything. */
    @Bean
    FilterRegistrationBean<SignInPace> paceInChainAlone(SignInPace pace) {
        var filter = new FilterRegistrationBean<>(pace);
        filter.setEnabled(false);
        return filter;
    }

    /** The largest file any door takes, with room for the fields beside it. */
    @Bean
    MultipartConfigElement multipart(List<FileDoor> doors) {
        var most = doors.stream().mapToLong(FileDoor::bytes).max().orElse(0) + BodyGate.BESIDE_FILE;
        return new MultipartConfigElement("", most, most, 0);
    }

    /** An error page is no place to read a body: it may be the very one that was refused. */
    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getDispatcherType() == DispatcherType.REQUEST && super.isMultipart(request);
            }
        };
    }

    @Bean
    WebMvcConfigurer reachedByThoseItNames(Access access, Clock clock, WebSettings settings) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PageGate(access));
                registry.addInterceptor(new HeavyPace(access, clock, settings.pace()));
            }
        };
    }

    /** Argon2id with 19 MiB, 2 passes and one lane, as OWASP recommends. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }
}
