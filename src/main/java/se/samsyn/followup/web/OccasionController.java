package se.samsyn.followup.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.Target;
import se.samsyn.followup.OccasionId;
import se.samsyn.followup.Occasions;
import se.samsyn.followup.Outcome;
import se.samsyn.followup.Pen;
import se.samsyn.instrument.Fault;
import se.samsyn.instrument.FormFields;
import se.samsyn.instrument.FormReading;
import se.samsyn.web.FormPage;

/** Filling in an occasion: answers are kept as they are given, and the occasion is completed when nothing is wrong with them. */
@Controller
@Demands(Action.READ_CASE)
final class OccasionController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Occasions occasions;
    private final CasePages pages;
    private final FormFields fields;
    private final StatedPurpose stated;
    private final Access access;
    private final Clock clock;

    OccasionController(
            Occasions occasions, CasePages pages, FormFields fields, StatedPurpose stated, Access access, Clock clock) {
        this.occasions = occasions;
        this.pages = pages;
        this.fields = fields;
        this.stated = stated;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/tillfallen/{id}")
    Object page(@PathVariable OccasionId id, Locale locale) {
        var of = occasions.caseOf(id).id();
        return stated.find(of)
                .<Object>map(purpose -> page(occasions.open(id, purpose), locale))
                .orElse("redirect:/andamal?arende=" + of + "&tillfalle=" + id);
    }

    private ModelAndView page(Occasions.Opened opened, Locale locale) {
        var occasion = opened.occasion();
        return page(
                opened,
                occasion.revision(),
                fields.page(opened.form(), occasion.phase(), occasion.answers(), List.of(), locale));
    }

    /** Keeps what has been answered so far; asked by the page itself, and by a button where scripts do not run. */
    @PostMapping("/tillfallen/{id}/utkast")
    Object keep(
            @PathVariable OccasionId id,
            Pen pen,
            @RequestParam(defaultValue = "page") String answer,
            @RequestParam(defaultValue = "") String chosen,
            HttpServletRequest request,
            Locale locale) {
        var opened = occasions.filling(id);
        var reading = read(opened, request);
        var outcome = chosen.equals("mine")
                ? occasions.replace(id, pen, reading.answers())
                : occasions.keep(id, pen, reading.answers());
        if (answer.equals("json")) {
            return switch (outcome) {
                case Outcome.Kept(int kept, Instant at) ->
                    ResponseEntity.ok(new Saved(kept, time(at), reading.faults().size()));
                default -> ResponseEntity.status(HttpStatus.CONFLICT).build();
            };
        }
        if (outcome instanceof Outcome.Kept(int kept, Instant _)) {
            return reading.faults().isEmpty()
                    ? "redirect:/tillfallen/" + id
                    : faulty(opened, kept, reading, List.of(), locale);
        }
        return collision(id, reading, locale);
    }

    @PostMapping("/tillfallen/{id}")
    Object complete(@PathVariable OccasionId id, Pen pen, HttpServletRequest request, Locale locale) {
        var opened = occasions.filling(id);
        var reading = read(opened, request);
        if (!reading.faults().isEmpty()) {
            return switch (occasions.keep(id, pen, reading.answers())) {
                case Outcome.Kept(int kept, Instant _) -> faulty(opened, kept, reading, List.of(), locale);
                default -> collision(id, reading, locale);
            };
        }
        return switch (occasions.complete(id, pen, reading.answers())) {
            case Outcome.Kept _ -> "redirect:/arenden/" + opened.of().id() + "?klart";
            case Outcome.Faulty(var faults, int kept) -> faulty(opened, kept, reading, faults, locale);
            default -> collision(id, reading, locale);
        };
    }

    @PostMapping("/tillfallen/{id}/ateroppna")
    Object reopen(@PathVariable OccasionId id, @RequestParam int revision) {
        return occasions.reopen(id, revision) instanceof Outcome.Conflict
                ? CaseController.conflict()
                : "redirect:/tillfallen/" + id;
    }

    @PostMapping("/tillfallen/{id}/kasta")
    Object discard(@PathVariable OccasionId id) {
        var of = occasions.caseOf(id).id();
        return occasions.discard(id) instanceof Outcome.Refused(var reasons)
                ? pages.refused(of, reasons, "occasion")
                : "redirect:/arenden/" + of;
    }

    /** Somebody else has saved in between: both versions beside each other, the sender's own ready to be sent again, and a choice. */
    private ModelAndView collision(OccasionId id, FormReading reading, Locale locale) {
        var purpose = stated.find(occasions.caseOf(id).id());
        if (purpose.isEmpty()) {
            return CaseController.conflict();
        }
        var saved = occasions.open(id, purpose.get());
        var occasion = saved.occasion();
        var mine = fields.page(saved.form(), occasion.phase(), reading, List.of(), locale);
        var theirs = fields.page(saved.form(), occasion.phase(), occasion.answers(), List.of(), locale);
        var page = page(saved, occasion.revision(), mine);
        page.setViewName("followup/collision");
        page.addObject("differences", Difference.between(theirs, mine));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static FormReading read(Occasions.Opened opened, HttpServletRequest request) {
        return FormFields.read(opened.form(), opened.occasion().phase(), request.getParameterMap());
    }

    private ModelAndView faulty(
            Occasions.Opened opened, int revision, FormReading reading, List<Fault> faults, Locale locale) {
        var page = page(
                opened, revision, fields.page(opened.form(), opened.occasion().phase(), reading, faults, locale));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Occasions.Opened opened, int revision, FormPage form) {
        var of = opened.of();
        var page = new ModelAndView("followup/occasion");
        page.addObject("of", of);
        page.addObject("occasion", opened.occasion());
        page.addObject("pen", Pen.first(revision));
        page.addObject("form", form);
        page.addObject("savedAt", time(opened.occasion().savedAt()));
        page.addObject("mayWrite", access.may(Action.WRITE_CASE, new Target.OfUnit(of.unit(), of.municipality())));
        return page;
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(clock.getZone()));
    }

    /**
     * What the page is told when answers were kept.
     *
     * @param unread answers that could not be read and were not kept
     */
    record Saved(int revision, String at, int unread) {}
}
