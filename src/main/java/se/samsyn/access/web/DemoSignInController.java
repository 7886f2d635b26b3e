package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Accounts;

/** Signs in without a password as one of the made-up people. Exists in demo mode alone. */
@Controller
@ConditionalOnProperty(name = "samsyn.demo", havingValue = "true")
final class DemoSignInController {

    private final Accounts accounts;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    DemoSignInController(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping("/demo/valj")
    String choose(@RequestParam String username, HttpServletRequest request, HttpServletResponse response) {
        var user = accounts.loadUserByUsername(username);
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return "redirect:/";
    }
}
