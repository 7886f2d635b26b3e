package se.samsyn.access.web;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** A provider of sign-in, whole and real, on a free port of this machine. Who is signed in there, and what it gets wrong, is up to the test. */
final class ProviderForTests implements AutoCloseable {

    static final String CLIENT = "samsyn-prov";
    static final String SECRET = "prov-" + UUID.randomUUID();

    private final int port = freePort();
    private AnnotationConfigServletWebServerApplicationContext server;
    private String subject = "";
    private String redirect = "http://127.0.0.1/";
    private Consumer<JwtClaimsSet.Builder> claims = _ -> {};
    private UnaryOperator<String> tampering = UnaryOperator.identity();

    ProviderForTests() {
        this.server = started();
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Whom the next sign-in is by, and what the token says besides. */
    void signIn(String who, String redirectTo, Consumer<JwtClaimsSet.Builder> says) {
        subject = who;
        redirect = redirectTo;
        claims = says;
        tampering = UnaryOperator.identity();
    }

    /** What happens to the next ID token on its way. */
    void tamper(UnaryOperator<String> how) {
        tampering = how;
    }

    void stop() {
        server.close();
    }

    void startAgain() {
        server = started();
    }

    @Override
    public void close() {
        server.close();
    }

    private AnnotationConfigServletWebServerApplicationContext started() {
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.registerBean(ProviderForTests.class, () -> this, bean -> bean.setDestroyMethodName(""));
        context.register(Settings.class);
        context.refresh();
        return context;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Another payload under the same signature. */
    static String withOtherSubject(String token) {
        var parts = token.split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":\"somebody-else\"");
        return parts[0] + "." + encoded(payload) + "." + parts[2];
    }

    /** The same payload without a signature, as {@code alg: none} allows. */
    static String unsigned(String token) {
        return encoded("{\"alg\":\"none\"}") + "." + token.split("\\.")[1] + ".";
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The server's own settings. */
    @TestConfiguration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class Settings {

        @Bean
        TomcatServletWebServerFactory server(ProviderForTests provider) throws IOException {
            var factory = new TomcatServletWebServerFactory(provider.port);
            factory.setAddress(InetAddress.getLoopbackAddress());
            // filters run only where a servlet answers
            factory.setRegisterDefaultServlet(true);
            return factory;
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http, ProviderForTests provider) {
            return http.oauth2AuthorizationServer(server -> server.oidc(withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(csrf -> csrf.disable())
                    .addFilterAfter(new SomebodyThere(provider), SecurityContextHolderFilter.class)
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings(ProviderForTests provider) {
            return AuthorizationServerSettings.builder()
                    .issuer(provider.issuer())
                    .build();
        }

        @Bean
        RegisteredClientRepository clients(ProviderForTests provider) {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // the server wants to keep a better hash of the secret; this one keeps nothing
                }

                @Override
                public RegisteredClient findById(String id) {
                    return client(provider);
                }

                @Override
                public @Nullable RegisteredClient findByClientId(String id) {
                    return id.equals(CLIENT) ? client(provider) : null;
                }
            };
        }

        private static RegisteredClient client(ProviderForTests provider) {
            return RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(provider.redirect + "/logga-in/svar/samsyn")
                    .postLogoutRedirectUri(provider.redirect + "/logga-in")
                    .scopes(scopes -> scopes.addAll(List.of("openid", "profile")))
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> says(ProviderForTests provider) {
            return context -> {
                if (context.getTokenType().getValue().equals("id_token")) {
                    provider.claims.accept(context.getClaims());
                }
            };
        }

        @Bean
        ImmutableJWKSet<SecurityContext> keys() throws NoSuchAlgorithmException {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID(UUID.randomUUID().toString())
                    .build()));
        }

        @Bean
        JwtDecoder decoder(ImmutableJWKSet<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        JwtEncoder encoder(ImmutableJWKSet<SecurityContext> keys, ProviderForTests provider) {
            var whole = new NimbusJwtEncoder(keys);
            return wanted -> {
                var token = whole.encode(wanted);
                return new Jwt(
                        token.getClaims().containsKey("nonce")
                                ? provider.tampering.apply(token.getTokenValue())
                                : token.getTokenValue(),
                        token.getIssuedAt(),
                        token.getExpiresAt(),
                        token.getHeaders(),
                        token.getClaims());
            };
        }
    }

    /** Everybody who is sent to the provider is signed in there already. */
    private static final class SomebodyThere extends OncePerRequestFilter {

        private final ProviderForTests provider;

        SomebodyThere(ProviderForTests provider) {
            this.provider = provider;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getRequestURI().equals("/oauth2/authorize")) {
                SecurityContextHolder.getContext()
                        .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                provider.subject,
                                null,
                                List.of(FactorGrantedAuthority.fromAuthority(
                                        FactorGrantedAuthority.PASSWORD_AUTHORITY))));
            }
            chain.doFilter(request, response);
        }
    }
}
