package se.samsyn.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers the reader's language and light or dark in cookies, and nothing else about the reader. */
@Controller
final class PreferenceController {

    private static final Map<String, java.util.Set<String>> CHOICES =
            Map.of("lang", java.util.Set.of("sv", "en"), "theme", java.util.Set.of("auto", "light", "dark"));

    @PostMapping("/val")
    ResponseEntity<Void> choose(
            @RequestParam String name,
            @RequestParam String value,
            @RequestParam String back,
            HttpServletRequest request) {
        var allowed = CHOICES.getOrDefault(name, java.util.Set.of()).contains(value);
        var answer = ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, local(back));
        return allowed
                ? answer.header(HttpHeaders.SET_COOKIE, cookie(name, value, request.isSecure()))
                        .build()
                : answer.build();
    }

    private static String cookie(String name, String value, boolean secure) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .secure(secure)
                .build()
                .toString();
    }

    private static String local(String path) {
        return path.matches("/[A-Za-z0-9/_.-]*(\\?[A-Za-z0-9/_.=&%+-]*)?") && !path.startsWith("//") ? path : "/";
    }
}
