package se.samsyn.followup.retention.web;

import java.util.Optional;
import java.util.UUID;
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
import se.samsyn.access.Demands;
import se.samsyn.access.Target;
import se.samsyn.followup.retention.Erasure;
import se.samsyn.followup.retention.ErasureOutcome;
import se.samsyn.followup.retention.ErasureOutcome.Why;
import se.samsyn.followup.retention.Erasures;
import se.samsyn.instrument.Instruments;
import se.samsyn.organisation.Organisations;

/** A proposal to erase, what the second person decides of it, and the receipt. */
@Controller
@Demands(Action.READ_RETENTION)
final class ErasureController {

    private final Erasures erasures;
    private final Instruments instruments;
    private final Organisations organisations;
    private final Access access;

    ErasureController(Erasures erasures, Instruments instruments, Organisations organisations, Access access) {
        this.erasures = erasures;
        this.instruments = instruments;
        this.organisations = organisations;
        this.access = access;
    }

    @GetMapping("/gallring/forslag/{id}")
    ModelAndView page(@PathVariable UUID id) {
        return page(id, Optional.empty());
    }

    private ModelAndView page(UUID id, Optional<Why> refused) {
        var erasure = erasures.find(id);
        var target = new Target.OfUnit(erasure.unit(), erasure.municipality());
        boolean waits = erasure.state() == Erasure.State.PROPOSED;
        boolean proposer = erasure.proposal().by().equals(access.actor().id());
        var page = new ModelAndView("followup/erasure");
        page.addObject("erasure", erasure);
        page.addObject("refused", refused.orElse(null));
        page.addObject("unit", Names.of(organisations, access.actor()).of(erasure.unit()));
        page.addObject("titles", Names.titles(instruments, LocaleContextHolder.getLocale()));
        page.addObject("mayDecide", waits && !proposer && access.may(Action.DECIDE_ERASURE, target));
        page.addObject("mayWithdraw", waits && access.may(Action.PROPOSE_ERASURE, target));
        page.setStatus(refused.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }

    @PostMapping("/gallring/forslag/{id}/gallra")
    @Demands(Action.DECIDE_ERASURE)
    Object erase(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean kontrollerat) {
        return kontrollerat ? after(id, erasures.erase(id)) : after(id, erasures.unconfirmed(id));
    }

    @PostMapping("/gallring/forslag/{id}/avsla")
    @Demands(Action.DECIDE_ERASURE)
    Object decline(@PathVariable UUID id) {
        return after(id, erasures.decline(id));
    }

    @PostMapping("/gallring/forslag/{id}/aterta")
    @Demands(Action.PROPOSE_ERASURE)
    Object withdraw(@PathVariable UUID id) {
        return after(id, erasures.withdraw(id));
    }

    private Object after(UUID id, ErasureOutcome outcome) {
        return switch (outcome) {
            case ErasureOutcome.Done _ -> "redirect:/gallring/forslag/" + id;
            case ErasureOutcome.Refused(Why why) -> page(id, Optional.of(why));
        };
    }
}
