package se.samsyn.access.web;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The provider as it describes itself. It is asked the first time somebody wants to sign in there, not when Samsyn starts, and asked
 * again after a while where it did not answer.
 */
final class OidcProvider implements ClientRegistrationRepository {

    static final String ID = "samsyn";

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Duration PAUSE = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> DESCRIPTION =
            new ParameterizedTypeReference<>() {};

    private final OidcSettings settings;
    private final Clock clock;
    private @Nullable ClientRegistration found;
    private Instant askAgain = Instant.MIN;

    OidcProvider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks with patience for a few seconds, so that a provider that hangs does not hang those who sign in otherwise. */
    static ClientHttpRequestFactory requests() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return requests;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? find().orElse(null) : null;
    }

    /** The provider's description; nothing while it is away. */
    synchronized Optional<ClientRegistration> find() {
        if (found == null && !clock.instant().isBefore(askAgain)) {
            try {
                found = ask();
            } catch (RestClientException | IllegalArgumentException | IllegalStateException away) {
                askAgain = clock.instant().plus(PAUSE);
                LOG.warn(
                        "The provider of sign-in at {} does not answer as it should: {}",
                        settings.issuer(),
                        cause(away));
            }
        }
        return Optional.ofNullable(found);
    }

    /** What stood in the way, without what the provider may have written. */
    private static String cause(RuntimeException away) {
        return away instanceof RestClientException
                ? NestedExceptionUtils.getMostSpecificCause(away).getClass().getSimpleName()
                : String.valueOf(away.getMessage());
    }

    /** Where somebody signs out at the provider, if it offers that. */
    Optional<String> signOutAddress() {
        return find().map(known ->
                        known.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(Object::toString);
    }

    private ClientRegistration ask() {
        var issuer = settings.issuer();
        var address = (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer)
                + "/.well-known/openid-configuration";
        var description = RestClient.builder()
                .requestFactory(requests())
                .build()
                .get()
                .uri(address)
                .retrieve()
                .body(DESCRIPTION);
        if (description == null || !issuer.equals(description.get("issuer"))) {
            throw new IllegalStateException("The description is that of another issuer");
        }
        return ClientRegistrations.fromOidcConfiguration(description)
                .registrationId(ID)
                .clientId(settings.client())
                .clientSecret(settings.secret())
                .scope(settings.scopes())
                .redirectUri("{baseUrl}" + OidcWay.ANSWER + "/{registrationId}")
                .build();
    }
}
