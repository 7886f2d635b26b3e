package se.samsyn.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.samsyn.access.Accounts;
import se.samsyn.access.Actor;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.CaseImport;
import se.samsyn.followup.ImportProgress;
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
import se.samsyn.followup.retention.Rule;
import se.samsyn.followup.retention.Rules;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.organisation.Unit;

/** A story of time for one unit: old cases, some of them erased by two persons, and files that two persons answer for. */
@Component
@ConditionalOnProperty(name = "samsyn.demo", havingValue = "true")
final class DemoTime {

    private static final long SEED = 77;
    private static final int OLD = 30;
    private static final int ERASED = 8;
    private static final int YEARS_AGO = 6;
    private static final InstrumentKey VIOLENCE = new InstrumentKey("vald");

    private final CaseImport imports;
    private final Instruments instruments;
    private final Rules rules;
    private final DueCases due;
    private final Erasures erasures;
    private final Handouts handouts;
    private final Accounts accounts;
    private final Clock clock;

    DemoTime(
            CaseImport imports,
            Instruments instruments,
            Rules rules,
            DueCases due,
            Erasures erasures,
            Handouts handouts,
            Accounts accounts,
            Clock clock) {
        this.imports = imports;
        this.instruments = instruments;
        this.rules = rules;
        this.due = due;
        this.erasures = erasures;
        this.handouts = handouts;
        this.accounts = accounts;
        this.clock = clock;
    }

    void make(Unit unit, Actor actor) {
        var day = LocalDate.now(clock).minusYears(YEARS_AGO);
        var chance = new Chance(SEED);
        var form = instruments.inUse(VIOLENCE, unit.municipality());
        var old = new DemoCases(chance, new DemoAnswers(chance, DemoAnswers.Quality.GOOD), unit.id(), form, day);
        imports.write(
                imports.asOperator(actor, Set.of(unit.id())),
                old.make(OLD).stream()
                        .filter(each -> each.closure().isPresent())
                        .toList(),
                ImportProgress.UNWATCHED);
        as(
                "utvecklare",
                () -> rules.set(
                        unit.municipality(),
                        new InstrumentKey("allman"),
                        new Rule(Basis.OWN_DECISION, 3, CountedFrom.CIRCUMSTANCES_ENDED)));
        erase(unit);
        handOut(unit);
    }

    private void erase(Unit unit) {
        as("chef", () -> {
            List<CaseId> ids =
                    due.due(unit.id()).stream().map(each -> each.of().id()).toList();
            List<CaseId> first = ids.subList(0, Math.min(ERASED, ids.size()));
            due.answer(first, Born.ANOTHER_DAY);
            due.answer(ids.subList(first.size(), Math.min(first.size() + 1, ids.size())), Born.ON_SAMPLE_DAY);
            if (erasures.propose(unit.id(), first) instanceof ErasureOutcome.Done(var id)) {
                as("utvecklare", () -> erasures.erase(id));
            }
        });
    }

    private void handOut(Unit unit) {
        as("chef", () -> {
            if (handouts.ask(wish(unit, "Utvärdering av stödet, beslut i nämnden", "FoU-enheten, Region Dalarna"))
                    instanceof HandoutOutcome.Done(var id)) {
                as("utvecklare", () -> handouts.approve(id));
                as("chef", () -> handouts.fetch(id));
            }
        });
        as("chef", () -> handouts.ask(wish(unit, "Tillsyn av myndigheten", "Inspektionen för vård och omsorg")));
    }

    private HandoutWish wish(Unit unit, String reason, String recipient) {
        var today = LocalDate.now(clock);
        return new HandoutWish(
                unit.id(),
                VIOLENCE,
                today.minusYears(1),
                today,
                List.of(
                        CaseField.SEX.key(),
                        CaseField.OPENED.key(),
                        CaseField.SUPPORT.key(),
                        CaseField.GOAL_STEP.key()),
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
