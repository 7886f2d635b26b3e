package se.samsyn.access.web;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Accounts;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.web.Reachable;

/** The sign-in page; in demo mode a choice of made-up people. */
@Controller
@Reachable(Reachable.By.ANYONE)
final class SignInController {

    private final Accounts accounts;
    private final boolean demo;

    SignInController(Accounts accounts, @Value("${samsyn.demo:false}") boolean demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    @GetMapping("/logga-in")
    String signIn(
            @RequestParam(name = "fel", required = false) String failed,
            @RequestParam(name = "ut", required = false) String out,
            @RequestParam(name = "utgangen", required = false) String over,
            Model model) {
        model.addAttribute("failed", failed != null);
        model.addAttribute("out", out != null);
        model.addAttribute("over", over != null);
        model.addAttribute("choices", demo ? accounts.within(PlaceCode.NATION) : List.of());
        return "access/signin";
    }
}
