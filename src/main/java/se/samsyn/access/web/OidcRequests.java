package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** The way to the provider, where it answers; otherwise none, so that a page can say so. */
final class OidcRequests implements OAuth2AuthorizationRequestResolver {

    private final OidcProvider provider;
    private final OAuth2AuthorizationRequestResolver requests;

    OidcRequests(OidcProvider provider, OAuth2AuthorizationRequestResolver requests) {
        this.provider = provider;
        this.requests = requests;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        var start = request.getContextPath() + OidcWay.START + "/" + OidcProvider.ID;
        return request.getRequestURI().equals(start) && provider.find().isPresent() ? requests.resolve(request) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return requests.resolve(request, registration);
    }
}
