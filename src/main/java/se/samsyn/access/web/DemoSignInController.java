package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Accounts;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.web.Reachable;

/** Signs in without a password as one of the made-up people. Exists in demo mode alone. */
@Controller
@ConditionalOnProperty(name = "samsyn.demo", havingValue = "true")
@Reachable(Reachable.By.ANYONE)
final class DemoSignInController {

    private final Accounts accounts;
    private final AuthenticationEventPublisher events;
    private final NewSession sessions = new NewSession();

    DemoSignInController(Accounts accounts, AuthenticationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    @PostMapping("/demo/valj")
    String choose(@RequestParam String username, HttpServletRequest request, HttpServletResponse response) {
        try {
            var user = accounts.loadUserByUsername(username);
            events.publishAuthenticationSuccess(sessions.begin(user, request, response));
        } catch (UsernameNotFoundException _) {
            throw new NotFoundOrDenied();
        }
        return "redirect:/";
    }
}
