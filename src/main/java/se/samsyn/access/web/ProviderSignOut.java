package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import se.samsyn.access.ProviderAccounts;

/**
 * After sign-out here: whoever came in by the provider is led to signing out there too, where it offers that. The way goes by a page of
 * ours, since a form's answer may lead nowhere else.
 */
@Component
final class ProviderSignOut implements LogoutSuccessHandler {

    static final String WAY = ProviderSignOut.class.getName();

    private final ObjectProvider<OidcProvider> provider;

    ProviderSignOut(ObjectProvider<OidcProvider> provider) {
        this.provider = provider;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        var way = Optional.ofNullable(authentication)
                .map(Authentication::getPrincipal)
                .flatMap(ProviderAccounts::receipt)
                .flatMap(receipt -> address(receipt, request));
        way.ifPresent(address -> request.getSession().setAttribute(WAY, address));
        response.sendRedirect(request.getContextPath() + (way.isPresent() ? "/utloggad" : "/logga-in?ut"));
    }

    private Optional<String> address(String receipt, HttpServletRequest request) {
        var back = UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                .replacePath(request.getContextPath() + "/logga-in")
                .replaceQuery(null)
                .toUriString();
        return Optional.ofNullable(provider.getIfAvailable())
                .flatMap(OidcProvider::signOutAddress)
                .map(address -> UriComponentsBuilder.fromUriString(address)
                        .queryParam("id_token_hint", "{receipt}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(receipt, back)
                        .toUriString());
    }
}
