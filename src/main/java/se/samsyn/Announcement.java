package se.samsyn;

import java.util.Arrays;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started Samsyn where to find it, once it answers. */
@Component
@ConditionalOnWebApplication
final class Announcement {

    private final Environment environment;

    Announcement(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        boolean demo = Arrays.asList(environment.getActiveProfiles()).contains("demo");
        System.out.println();
        System.out.println((demo ? "Samsyn (demo, påhittade uppgifter)" : "Samsyn") + " är igång: " + address(port));
        System.out.println("Tryck Ctrl-C för att stoppa.");
    }

    private String address(String port) {
        boolean secured = environment.containsProperty("server.ssl.bundle");
        return (secured ? "https" : "http") + "://localhost:" + port
                + environment.getProperty("server.servlet.context-path", "") + "/";
    }
}
