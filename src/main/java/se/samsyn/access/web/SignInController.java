package se.samsyn.access.web;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Accounts;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.web.FormText;
import se.samsyn.web.Reachable;

/** The sign-in page; in demo mode a choice of made-up people. */
@Controller
@Reachable(Reachable.By.ANYONE)
final class SignInController {

    /** Why a sign-in by the provider did not succeed, as the address says it. */
    private static final Set<String> REFUSALS = Set.of("FAILED", "UNKNOWN", "LEVEL", "AWAY");

    private final Accounts accounts;
    private final boolean demo;
    private final OidcSettings provider;

    SignInController(Accounts accounts, @Value("${samsyn.demo:false}") boolean demo, OidcSettings provider) {
        this.accounts = accounts;
        this.demo = demo;
        this.provider = provider;
    }

    @GetMapping("/logga-in")
    String signIn(
            @RequestParam(name = "fel", required = false) String failed,
            @RequestParam(name = "ut", required = false) String out,
            @RequestParam(name = "utgangen", required = false) String over,
            @RequestParam(name = "hos", required = false) String refusal,
            Model model) {
        model.addAttribute("failed", failed != null);
        model.addAttribute("out", out != null);
        model.addAttribute("over", over != null);
        model.addAttribute("refusal", REFUSALS.contains(FormText.of(refusal)) ? refusal : null);
        model.addAttribute("provider", provider.button().orElse(null));
        model.addAttribute("way", OidcWay.START + "/" + OidcProvider.ID);
        model.addAttribute("choices", demo ? accounts.within(PlaceCode.NATION) : List.of());
        return "access/signin";
    }
}
