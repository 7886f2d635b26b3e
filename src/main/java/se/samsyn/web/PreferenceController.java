package se.samsyn.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers the reader's language and light or dark in cookies, and nothing else about the reader. */
@Controller
@Reachable(Reachable.By.ANYONE)
final class PreferenceController {

    private static final Map<String, Set<String>> CHOICES =
            Map.of("lang", Set.of("sv", "en"), "theme", Set.of("auto", "light", "dark"));

    @PostMapping("/val")
    ResponseEntity<Void> choose(
            @RequestParam String name,
            @RequestParam String value,
            @RequestParam String back,
            HttpServletRequest request) {
        var allowed = CHOICES.getOrDefault(name, Set.of()).contains(value);
        var answer = ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, local(back, request.getContextPath()));
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

    private static String local(String path, String context) {
        return LocalPath.isOne(path) && path.startsWith(context + "/") ? path : context + "/";
    }
}
