package se.samsyn.followup.story;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.samsyn.access.Accounts;
import se.samsyn.demo.Chapter;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.handout.CaseField;
import se.samsyn.followup.handout.HandoutOutcome;
import se.samsyn.followup.handout.HandoutWish;
import se.samsyn.followup.handout.HandoutWish.Inclusion;
import se.samsyn.followup.handout.Handouts;
import se.samsyn.followup.retention.Basis;
import se.samsyn.followup.retention.Born;
import se.samsyn.followup.retention.CountedFrom;
import se.samsyn.followup.retention.DueCases;
import se.samsyn.followup.retention.ErasureOutcome;
import se.samsyn.followup.retention.Erasures;
import se.samsyn.followup.retention.KeptFor;
import se.samsyn.followup.retention.Rule;
import se.samsyn.followup.retention.Rules;
import se.samsyn.followup.retention.Verdict;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.organisation.Unit;

/** Old cases, some of them erased by two persons, and files that two persons answer for. */
@Component
@ConditionalOnProperty(name = "samsyn.demo", havingValue = "true")
final class TimeChapter implements Chapter {

    private static final int ERASED = 8;
    private static final String MANAGER = "chef";
    private static final String DEVELOPER = "utvecklare";
    private static final InstrumentKey VIOLENCE = new InstrumentKey("vald");

    private final Rules rules;
    private final DueCases due;
    private final Erasures erasures;
    private final Handouts handouts;
    private final Accounts accounts;
    private final Clock clock;

    TimeChapter(Rules rules, DueCases due, Erasures erasures, Handouts handouts, Accounts accounts, Clock clock) {
        this.rules = rules;
        this.due = due;
        this.erasures = erasures;
        this.handouts = handouts;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void tell(Unit team) {
        var own = new Rule(Basis.OWN_DECISION, 3, CountedFrom.CIRCUMSTANCES_ENDED);
        as(DEVELOPER, () -> rules.set(team.municipality(), new InstrumentKey("allman"), own));
        as(MANAGER, () -> erase(team));
        as(MANAGER, () -> fetched(team));
        as(MANAGER, () -> handouts.ask(wish(team, "Tillsyn av myndigheten", "Inspektionen för vård och omsorg")));
    }

    /** Most of what is due stays so; one is kept for research. */
    private void erase(Unit team) {
        List<CaseId> ids = due.due(team.id()).stream()
                .filter(each -> each.verdict() instanceof Verdict.Erased)
                .map(each -> each.of().id())
                .toList();
        List<CaseId> first = ids.subList(0, Math.min(ERASED, ids.size()));
        due.answer(first, Born.ANOTHER_DAY);
        due.answer(first, KeptFor.NONE);
        due.answer(ids.subList(first.size(), Math.min(first.size() + 1, ids.size())), Born.ON_SAMPLE_DAY);
        if (erasures.propose(team.id(), first) instanceof ErasureOutcome.Done(var id)) {
            as(DEVELOPER, () -> erasures.erase(id));
        }
    }

    private void fetched(Unit team) {
        var wish = wish(team, "Utvärdering av stödet, beslut i nämnden", "FoU-enheten, Region Dalarna");
        if (handouts.ask(wish) instanceof HandoutOutcome.Done(var id)) {
            as(DEVELOPER, () -> handouts.approve(id));
            handouts.fetch(id);
        }
    }

    private HandoutWish wish(Unit team, String reason, String recipient) {
        var today = LocalDate.now(clock);
        var chosen = List.of(CaseField.SEX, CaseField.OPENED, CaseField.SUPPORT, CaseField.GOAL_STEP);
        return new HandoutWish(
                team.id(),
                VIOLENCE,
                today.minusYears(1),
                today,
                chosen.stream().map(CaseField::key).toList(),
                Inclusion.LEFT_OUT,
                reason,
                recipient);
    }

    /** Does something as one of the made-up people. */
    private void as(String username, Runnable work) {
        var before = SecurityContextHolder.getContext();
        var user = accounts.loadUserByUsername(username);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
