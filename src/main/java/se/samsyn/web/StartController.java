package se.samsyn.web;

import java.util.Comparator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads to the first page of the reader's own menu: what is due for a caseworker, results for an analyst. */
@Controller
@Reachable(Reachable.By.SIGNED_IN)
final class StartController {

    private final ObjectProvider<Shell.Menu> menus;

    StartController(ObjectProvider<Shell.Menu> menus) {
        this.menus = menus;
    }

    @GetMapping("/")
    String start() {
        return menus.stream()
                .flatMap(menu -> menu.entries().stream())
                .min(Comparator.comparingInt(Shell.Entry::order))
                .map(entry -> "redirect:" + entry.path())
                .orElse("web/start");
    }
}
