package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import se.samsyn.database.Trouble;

/** One answer to every failed sign-in, whether there is such an account or not; a lost database is said plainly. */
final class FailedSignIn implements AuthenticationFailureHandler {

    private final SignInPace pace;

    FailedSignIn(SignInPace pace) {
        this.pace = pace;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        if (fault instanceof InternalAuthenticationServiceException) {
            Trouble.of(fault).ifPresent(trouble -> request.setAttribute(Trouble.ATTRIBUTE, trouble.word()));
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        pace.failed(request.getRemoteAddr());
        response.sendRedirect(request.getContextPath() + "/logga-in?fel");
    }
}
