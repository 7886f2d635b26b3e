package se.samsyn.followup.retention.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.retention.Born;
import se.samsyn.followup.retention.DueCases;
import se.samsyn.followup.retention.ErasureOutcome;
import se.samsyn.followup.retention.Erasures;
import se.samsyn.followup.retention.Hold;
import se.samsyn.followup.retention.Keeping;
import se.samsyn.followup.retention.KeptFor;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;
import se.samsyn.web.Sent;

/** What is due: the cases for the unit's own manager, counts for others; what is said of a case; and proposing. */
@Controller
@Demands(Action.READ_RETENTION)
final class RetentionController {

    private static final int LONGEST_NUMBER = 40;

    private final DueCases due;
    private final Erasures erasures;
    private final Instruments instruments;
    private final Organisations organisations;
    private final Access access;
    private final Clock clock;

    RetentionController(
            DueCases due,
            Erasures erasures,
            Instruments instruments,
            Organisations organisations,
            Access access,
            Clock clock) {
        this.due = due;
        this.erasures = erasures;
        this.instruments = instruments;
        this.organisations = organisations;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/gallring")
    ModelAndView page() {
        return page(Optional.empty());
    }

    private ModelAndView page(Optional<ErasureOutcome.Why> refused) {
        var actor = access.actor();
        var page = new ModelAndView("followup/retention");
        page.addObject("today", LocalDate.now(clock));
        page.addObject("refused", refused.orElse(null));
        page.addObject("erasures", erasures.latest());
        page.addObject("units", Names.of(organisations, actor));
        page.addObject("mayRule", access.mayAtHome(Action.SET_RETENTION));
        page.addObject("titles", Names.titles(instruments, LocaleContextHolder.getLocale()));
        boolean own = access.mayAtHome(Action.PROPOSE_ERASURE);
        page.addObject("own", own);
        page.addObject("cases", own ? due.due(unit(actor)) : List.of());
        page.addObject("counts", own ? List.of() : due.counts(actor.place()));
        page.setStatus(refused.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }

    private static UnitId unit(Actor actor) {
        return actor.unit().orElseThrow(NotFoundOrDenied::new);
    }

    @PostMapping("/gallring/forslag")
    @Demands(Action.PROPOSE_ERASURE)
    Object propose(@RequestParam(defaultValue = "") List<CaseId> arende) {
        return switch (erasures.propose(unit(access.actor()), arende)) {
            case ErasureOutcome.Done done -> "redirect:/gallring/forslag/" + done.id();
            case ErasureOutcome.Refused(var why) -> page(Optional.of(why));
        };
    }

    @PostMapping("/gallring/fodda")
    @Demands(Action.PROPOSE_ERASURE)
    Object answer(@RequestParam(defaultValue = "") List<CaseId> arende, @RequestParam Born svar) {
        if (arende.isEmpty()) {
            return page(Optional.of(ErasureOutcome.Why.NOTHING_CHOSEN));
        }
        return due.answer(arende, svar) ? "redirect:/gallring?sparat" : page(Optional.of(ErasureOutcome.Why.ANSWERED));
    }

    @PostMapping("/gallring/undantag")
    @Demands(Action.PROPOSE_ERASURE)
    Object answer(@RequestParam(defaultValue = "") List<CaseId> arende, @RequestParam KeptFor svar) {
        if (arende.isEmpty()) {
            return page(Optional.of(ErasureOutcome.Why.NOTHING_CHOSEN));
        }
        return due.answer(arende, svar) ? "redirect:/gallring?sparat" : page(Optional.of(ErasureOutcome.Why.ANSWERED));
    }

    @GetMapping("/gallring/arende/{id}")
    @Demands(Action.PROPOSE_ERASURE)
    ModelAndView one(@PathVariable CaseId id) {
        return one(id, "", HttpStatus.OK);
    }

    private ModelAndView one(CaseId id, String fault, HttpStatus status) {
        var page = new ModelAndView("followup/keeping", status);
        page.addObject("judged", due.find(id));
        page.addObject("fault", fault);
        page.addObject("born", Born.values());
        page.addObject("keptFor", KeptFor.values());
        page.addObject("holds", Hold.Why.values());
        page.addObject("titles", Names.titles(instruments, LocaleContextHolder.getLocale()));
        page.addObject("today", LocalDate.now(clock));
        return page;
    }

    @PostMapping("/gallring/arende/{id}")
    @Demands(Action.PROPOSE_ERASURE)
    Object keep(
            @PathVariable CaseId id,
            @RequestParam Born born,
            @RequestParam(defaultValue = "") String keptFor,
            @RequestParam(defaultValue = "") String ended,
            @RequestParam(defaultValue = "") String hold,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String seen) {
        var before = due.find(id).keeping();
        if (!seen.isEmpty() && !seen.equals(before.mark())) {
            return one(id, "changed", HttpStatus.CONFLICT);
        }
        var day = Sent.day(ended);
        if (!ended.isBlank()
                && day.filter(said -> !said.isAfter(LocalDate.now(clock))).isEmpty()) {
            return one(id, "ended", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (number.strip().length() > LONGEST_NUMBER) {
            return one(id, "number", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var decided = Sent.choice(Hold.Why.class, hold).map(why -> hold(before, why, number.strip()));
        due.keep(id, new Keeping(born, Sent.choice(KeptFor.class, keptFor), day, decided));
        return "redirect:/gallring?sparat";
    }

    /** A decision that stands as it stood keeps who made it and when. */
    private Hold hold(Keeping before, Hold.Why why, String number) {
        return before.hold()
                .filter(standing -> standing.why() == why && standing.number().equals(number))
                .orElseGet(() -> new Hold(why, number, access.actor().id().value(), now()));
    }

    private Instant now() {
        return clock.instant();
    }
}
