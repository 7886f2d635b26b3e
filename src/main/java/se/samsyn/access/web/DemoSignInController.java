package se.samsyn.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
    private final SessionBeginning sessions;

    DemoSignInController(Accounts accounts, SessionBeginning sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @PostMapping("/demo/valj")
    void choose(@RequestParam String username, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            sessions.begin(accounts.loadUserByUsername(username), request, response);
        } catch (UsernameNotFoundException _) {
            throw new NotFoundOrDenied();
        }
    }
}
