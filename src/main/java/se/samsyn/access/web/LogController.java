package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Accounts;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.Demands;
import se.samsyn.access.LogLine;
import se.samsyn.access.PlaceWords;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;

/** The access log for those who review it: whose, about what, why, what and when. Reading it is logged too. */
@Controller
@Demands(Action.READ_LOG)
final class LogController {

    static final int ON_A_PAGE = 50;

    private static final int AT_ONCE = 5_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Access access;
    private final AccessLog log;
    private final Accounts accounts;
    private final PlaceWords places;
    private final MessageSource messages;
    private final Clock clock;

    LogController(
            Access access, AccessLog log, Accounts accounts, PlaceWords places, MessageSource messages, Clock clock) {
        this.access = access;
        this.log = log;
        this.accounts = accounts;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/logg")
    String log(LogFilter filter, Model model, Locale locale) {
        var actor = access.actor();
        access.require(Action.READ_LOG, new Target.OfPlace(actor.place()));
        var place = actor.place();
        log.record(actor, "READ_LOG", Purpose.LOG_REVIEW, filter.object().orElse(place.toString()), place);
        model.addAttribute("filter", filter);
        model.addAttribute("choices", new LogPage.Choices(accounts.within(actor.place()), LogPage.events(locale)));
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("where", places.words(place, Optional.empty()));
        model.addAttribute("page", page(actor, filter));
        model.addAttribute("file", filter.file());
        return "access/log";
    }

    /** The chosen lines as a file, all of them, however many: written as they are read. */
    @GetMapping("/logg.csv")
    void file(LogFilter filter, HttpServletResponse response, Locale locale) throws IOException {
        var actor = access.actor();
        access.require(Action.READ_LOG, new Target.OfPlace(actor.place()));
        var place = actor.place();
        log.record(actor, "EXPORT_LOG", Purpose.LOG_REVIEW, filter.object().orElse(place.toString()), place);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"atkomstlogg.csv\"");
        response.setHeader("Cache-Control", "no-store");
        var file = new LogFile(response.getWriter(), new LogNames(places, place), messages, locale, clock.getZone());
        file.out().write('\uFEFF');
        file.heading();
        var query = filter.query(clock.getZone());
        for (var lines = log.page(place, query, AT_ONCE); !lines.isEmpty(); lines = log.page(place, query, AT_ONCE)) {
            for (var line : lines) {
                file.add(line);
            }
            query = query.below(lines.getLast().number());
        }
        file.out().flush();
    }

    private LogPage page(Actor actor, LogFilter filter) {
        var query = filter.query(clock.getZone());
        var found = log.page(actor.place(), query, ON_A_PAGE + 1);
        var shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        var names = new LogNames(places, actor.place());
        return new LogPage(
                shown.stream()
                        .map(line -> LogPage.Row.of(line, time(line), names))
                        .toList(),
                log.count(actor.place(), query),
                found.size() > ON_A_PAGE ? filter.older(shown.getLast().number()) : null,
                query.before().isEmpty());
    }

    private String time(LogLine line) {
        return TIME.format(line.at().atZone(clock.getZone()));
    }
}
