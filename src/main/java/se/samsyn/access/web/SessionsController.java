package se.samsyn.access.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.samsyn.access.SessionId;
import se.samsyn.access.Sessions;
import se.samsyn.web.Reachable;

/** Where everybody sees where they are signed in, and ends what they no longer use. */
@Controller
@Reachable(Reachable.By.SIGNED_IN)
final class SessionsController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Sessions sessions;
    private final Clock clock;

    SessionsController(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/sessioner")
    String page(Model model) {
        model.addAttribute("sessions", sessions.mine().stream().map(this::row).toList());
        return "access/sessions";
    }

    @PostMapping("/sessioner/{id}/avsluta")
    String end(@PathVariable UUID id) {
        sessions.endMine(new SessionId(id));
        return "redirect:/sessioner";
    }

    @PostMapping("/sessioner/andra")
    String endOthers() {
        sessions.endMyOthers();
        return "redirect:/sessioner";
    }

    private Row row(Sessions.Open open) {
        return new Row(open.id().value(), time(open.since()), time(open.last()), open.from(), open.here());
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(clock.getZone()));
    }

    /** A session as it is shown. */
    record Row(UUID id, String since, String last, String from, boolean here) {}
}
