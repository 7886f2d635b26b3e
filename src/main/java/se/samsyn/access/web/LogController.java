package se.samsyn.access.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;

/** The access log for those who review it. Reading it is logged too. */
@Controller
final class LogController {

    private static final int MOST = 200;

    private final Access access;
    private final AccessLog log;
    private final Clock clock;

    LogController(Access access, AccessLog log, Clock clock) {
        this.access = access;
        this.clock = clock;
        this.log = log;
    }

    @GetMapping("/logg")
    String log(Model model) {
        var actor = access.actor();
        access.require(Action.READ_LOG, new Target.OfPlace(actor.place()));
        log.record(actor, "READ_LOG", Purpose.LOG_REVIEW, actor.place().toString(), actor.place());
        var total = log.count(actor.place());
        model.addAttribute("lines", log.latest(actor.place(), MOST));
        model.addAttribute("total", total);
        model.addAttribute("zone", clock.getZone());
        model.addAttribute("left", Math.max(0, total - MOST));
        return "access/log";
    }
}
