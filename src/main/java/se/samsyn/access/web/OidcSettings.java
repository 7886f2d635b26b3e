package se.samsyn.access.web;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider that people sign in with, as the operator describes it.
 *
 * @param issuer the provider's address, which its tokens name too; empty where there is no provider
 * @param client what the provider calls Samsyn
 * @param secret what Samsyn proves that with
 * @param name of the provider, on the button
 * @param claim what accounts' external ids are found by
 * @param scopes what is asked for
 * @param assurance the claim that says how surely the person was identified
 * @param levels values of it that are enough to read about clients
 */
@ConfigurationProperties("samsyn.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String client,
        @DefaultValue("") String secret,
        @DefaultValue("") String name,
        @DefaultValue("preferred_username") String claim,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("acr") String assurance,

        @DefaultValue({"http://id.elegnamnden.se/loa/1.0/loa3", "http://id.elegnamnden.se/loa/1.0/loa4", "LOA3", "LOA4"
        })
        List<String> levels) {

    OidcSettings {
        issuer = issuer.strip();
        scopes = scopes.stream().map(String::strip).toList();
        levels = levels.stream().map(String::strip).toList();
        if (!issuer.isEmpty()) {
            check(issuer, client, secret, scopes);
        }
    }

    private static void check(String issuer, String client, String secret, List<String> scopes) {
        var address = URI.create(issuer);
        if (!"https".equals(address.getScheme()) && !isHere(address)) {
            throw new IllegalArgumentException("SAMSYN_OIDC_ISSUER ska vara en https-adress.");
        }
        if (client.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("SAMSYN_OIDC_ISSUER kräver SAMSYN_OIDC_CLIENT och SAMSYN_OIDC_SECRET.");
        }
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("SAMSYN_OIDC_SCOPES ska innehålla openid.");
        }
    }

    private static boolean isHere(URI address) {
        try {
            return "http".equals(address.getScheme())
                    && InetAddress.ofLiteral(address.getHost()).isLoopbackAddress();
        } catch (IllegalArgumentException | NullPointerException _) {
            return false;
        }
    }

    /** What the button says. */
    Optional<String> button() {
        return issuer.isEmpty()
                ? Optional.empty()
                : Optional.of(name.isBlank() ? URI.create(issuer).getHost() : name);
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
