package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samsyn.web.Reachable;

/** The two pages on the way to and from the provider. Exist where there is a provider. */
@Controller
@ConditionalOnExpression("!'${samsyn.oidc.issuer:}'.isBlank()")
@Reachable(Reachable.By.ANYONE)
final class ProviderController {

    private final OidcSettings settings;

    ProviderController(OidcSettings settings) {
        this.settings = settings;
    }

    /** Reached only when the way there could not be found: the provider does not answer. */
    @GetMapping(OidcWay.START + "/" + OidcProvider.ID)
    String away() {
        return "redirect:/logga-in?hos=AWAY";
    }

    @GetMapping("/utloggad")
    String out(Model model, HttpSession session, HttpServletResponse response) {
        if (!(session.getAttribute(ProviderSignOut.WAY) instanceof String way)) {
            return "redirect:/logga-in?ut";
        }
        session.removeAttribute(ProviderSignOut.WAY);
        response.setHeader("Refresh", "0;url=" + way);
        model.addAttribute("way", way);
        model.addAttribute("provider", settings.button().orElse(""));
        return "access/out";
    }
}
