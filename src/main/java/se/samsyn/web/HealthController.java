package se.samsyn.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that the program answers, for whoever watches over it. Tells nothing else. */
@RestController
@Reachable(Reachable.By.ANYONE)
final class HealthController {

    @GetMapping("/halsa")
    String health() {
        return "ok";
    }
}
