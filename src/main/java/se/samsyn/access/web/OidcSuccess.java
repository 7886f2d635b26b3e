package se.samsyn.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import se.samsyn.access.ProviderAccounts;
import se.samsyn.access.ProviderIdentity;
import se.samsyn.access.ProviderIdentity.Assurance;
import se.samsyn.access.ProviderSignIn;

/** What follows a provider's answer: a session in the account of the person it vouches for, or a page that says why not. */
@Component
final class OidcSuccess implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OidcSuccess.class);
    private static final int LONGEST_CODE = 60;

    private final OidcSettings settings;
    private final ProviderAccounts accounts;
    private final SignInPace pace;
    private final SessionBeginning sessions;

    OidcSuccess(OidcSettings settings, ProviderAccounts accounts, SignInPace pace, SessionBeginning sessions) {
        this.settings = settings;
        this.accounts = accounts;
        this.pace = pace;
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        SecurityContextHolder.clearContext();
        var user = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
        switch (accounts.signIn(identity(user))) {
            case ProviderSignIn.Admitted in -> sessions.begin(in.user(), request, response);
            case ProviderSignIn.Refused no -> refuse(no.reason().name(), request, response);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        var code = fault instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : fault.getClass().getSimpleName();
        LOG.warn("A sign-in by the provider failed: {}", plain(code));
        LOG.debug("Why the sign-in failed", fault);
        accounts.refuse();
        refuse("FAILED", request, response);
    }

    private void refuse(String reason, HttpServletRequest request, HttpServletResponse response) throws IOException {
        pace.failed(request.getRemoteAddr());
        response.sendRedirect(request.getContextPath() + "/logga-in?hos=" + reason);
    }

    private ProviderIdentity identity(OidcUser user) {
        var token = user.getIdToken();
        return new ProviderIdentity(
                String.valueOf(token.getIssuer()),
                token.getSubject(),
                externalId(user),
                isEnough(token.getClaim(settings.assurance())) ? Assurance.ENOUGH : Assurance.TOO_LOW,
                token.getTokenValue());
    }

    /** An e-mail address names somebody only where the provider has seen to it that it is theirs. */
    private Optional<String> externalId(OidcUser user) {
        return Optional.ofNullable(user.<Object>getClaim(settings.claim()))
                .filter(String.class::isInstance)
                .map(claim -> claim.toString().strip())
                .filter(claim -> !claim.isEmpty())
                .filter(_ -> !settings.claim().equals("email") || Boolean.TRUE.equals(user.getEmailVerified()));
    }

    private boolean isEnough(@Nullable Object claim) {
        return switch (claim) {
            case null -> false;
            case Collection<?> many -> many.stream().anyMatch(settings.levels()::contains);
            default -> settings.levels().contains(claim.toString());
        };
    }

    /** A code of the provider's without anything that could be a line of its own in the log. */
    private static String plain(String code) {
        var letters = code.replaceAll("[^A-Za-z0-9_-]", "");
        return letters.substring(0, Math.min(LONGEST_CODE, letters.length()));
    }
}
