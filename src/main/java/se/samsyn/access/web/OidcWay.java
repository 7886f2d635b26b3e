package se.samsyn.access.web;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Sign-in by OpenID Connect: the authorization code flow with PKCE, state and nonce, and a signed ID token. The provider's tokens are
 * thrown away but for the ID token, which it wants back at sign-out.
 */
@Configuration
@ConditionalOnExpression("!'${samsyn.oidc.issuer:}'.isBlank()")
class OidcWay {

    static final String START = "/logga-in/hos";
    static final String ANSWER = "/logga-in/svar";

    /** Signatures by the provider's own key alone: none by a shared secret, and never no signature. */
    private static final Set<SignatureAlgorithm> SIGNATURES = new LinkedHashSet<>(List.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.PS384,
            SignatureAlgorithm.PS512,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.ES512));

    @Bean
    OidcProvider oidcProvider(OidcSettings settings, Clock clock) {
        return new OidcProvider(settings, clock);
    }

    /** Reads ID tokens: signed by a key that the provider publishes, issued by it for us, and not too old. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(Clock clock) {
        var template = new RestTemplate(OidcProvider.requests());
        return registration -> {
            var decoder = NimbusJwtDecoder.withJwkSetUri(
                            String.valueOf(registration.getProviderDetails().getJwkSetUri()))
                    .jwsAlgorithms(all -> all.addAll(SIGNATURES))
                    .restOperations(template)
                    .build();
            var ours = new OidcIdTokenValidator(registration);
            ours.setClock(clock);
            var times = new JwtTimestampValidator();
            times.setClock(clock);
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, ours));
            decoder.setClaimSetConverter(
                    new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            return decoder;
        };
    }

    @Bean
    SignInWay byProvider(OidcProvider provider, OidcSettings settings, OidcSuccess success, SignInPace pace) {
        var users = new OidcUserService();
        var about = new DefaultOAuth2UserService();
        about.setRestOperations(template());
        users.setOauth2UserService(about);
        return http -> http.oauth2Login(login -> login.loginPage("/logga-in")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(start -> start.baseUri(START)
                        .authorizationRequestResolver(new OidcRequests(provider, requests(provider, settings))))
                .redirectionEndpoint(answer -> answer.baseUri(ANSWER + "/*"))
                .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(tokens()))
                .userInfoEndpoint(user -> user.oidcUserService(users))
                .securityContextRepository(new NullSecurityContextRepository())
                .successHandler(success)
                .failureHandler(success));
    }

    private static DefaultOAuth2AuthorizationRequestResolver requests(OidcProvider provider, OidcSettings settings) {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(provider, START);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> {
                    if (settings.assurance().equals("acr")) {
                        request.additionalParameters(Map.of("acr_values", String.join(" ", settings.levels())));
                    }
                }));
        return requests;
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(OidcProvider.requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static RestTemplate template() {
        var template = new RestTemplate(OidcProvider.requests());
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return template;
    }

    /** A way of signing in besides the form, where one is configured. */
    @FunctionalInterface
    interface SignInWay {
        void add(HttpSecurity http);
    }
}
