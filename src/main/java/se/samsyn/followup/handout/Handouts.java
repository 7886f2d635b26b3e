package se.samsyn.followup.handout;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.PlaceWords;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.database.RowScope;
import se.samsyn.database.RowScope.Task;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.CaseMoments;
import se.samsyn.followup.Identity;
import se.samsyn.followup.KeptCases;
import se.samsyn.followup.Refusal;
import se.samsyn.followup.handout.Handout.Signature;
import se.samsyn.followup.handout.Handout.State;
import se.samsyn.followup.handout.HandoutWish.Inclusion;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Instruments;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.QuestionType;
import se.samsyn.kernel.PersonalNumberForm;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;

/**
 * The door to handing out rows about persons: asked for by the unit's manager, approved by another person, fetched once by the one who
 * asked. It is of the cases there were when it was asked for, as they are when it is fetched. The file is kept nowhere.
 */
@Service
public class Handouts {

    /** The most cases of a file. */
    static final int MOST = 5000;

    private static final int LISTED = 200;

    /** Others' are among those of a place, and not listed. */
    private static final int LOOKED_THROUGH = 1_000;

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Europe/Stockholm"));

    private final HandoutStore store;
    private final KeptCases cases;
    private final Instruments instruments;
    private final Organisations organisations;
    private final PlaceWords places;
    private final AnswerWords words;
    private final Access access;
    private final AccessLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Handouts(
            HandoutStore store,
            KeptCases cases,
            Instruments instruments,
            Organisations organisations,
            PlaceWords places,
            AnswerWords words,
            Access access,
            AccessLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.instruments = instruments;
        this.organisations = organisations;
        this.places = places;
        this.words = words;
        this.access = access;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks for something to be handed out. */
    public HandoutOutcome ask(HandoutWish wish) {
        var municipality = organisations
                .find(wish.unit())
                .orElseThrow(NotFoundOrDenied::new)
                .municipality();
        var target = new Target.OfUnit(wish.unit(), municipality);
        access.require(Action.REQUEST_HANDOUT, target);
        if (wish.hidden() == Inclusion.INCLUDED) {
            access.require(Action.INCLUDE_PROTECTED, target);
        }
        var form = instruments.inUse(wish.instrument(), municipality);
        var refusals = refusals(wish, form);
        if (!refusals.isEmpty()) {
            return new HandoutOutcome.Refused(refusals);
        }
        var actor = access.actor();
        return within(wish.unit(), actor, () -> {
            var chosen = chosen(cases.moments(wish.unit()), wish);
            if (chosen.isEmpty() || chosen.size() > MOST) {
                return HandoutOutcome.Refused.because("since", chosen.isEmpty() ? "nobody" : "many");
            }
            var id = UUID.randomUUID();
            store.add(id, municipality, wish, texts(wish, form), chosen, signature(actor));
            log.record(actor, "REQUEST_HANDOUT", Purpose.HANDOUT, id.toString(), municipality);
            return new HandoutOutcome.Done(id);
        });
    }

    private List<Refusal> refusals(HandoutWish wish, Form form) {
        var refusals = new ArrayList<Refusal>();
        if (wish.until().isBefore(wish.since()) || wish.until().isAfter(LocalDate.now(clock))) {
            refusals.add(new Refusal("since", "followup.handout.refused.period"));
        }
        if (wish.variables().isEmpty() || !wish.variables().stream().allMatch(key -> known(key, form))) {
            refusals.add(new Refusal("variables", "followup.handout.refused.variables"));
        }
        if (wish.reason().strip().length() < 10 || wish.reason().length() > 500) {
            refusals.add(new Refusal("reason", "followup.handout.refused.reason"));
        }
        if (wish.recipient().strip().length() < 2 || wish.recipient().length() > 200) {
            refusals.add(new Refusal("recipient", "followup.handout.refused.recipient"));
        }
        if (PersonalNumberForm.standsIn(wish.reason())) {
            refusals.add(new Refusal("reason", "followup.handout.refused.number"));
        }
        if (PersonalNumberForm.standsIn(wish.recipient())) {
            refusals.add(new Refusal("recipient", "followup.handout.refused.number"));
        }
        return refusals;
    }

    private static boolean known(String key, Form form) {
        return CaseField.of(key).isPresent()
                || form.variables().stream()
                        .anyMatch(question -> question.key().value().equals(key));
    }

    private static Inclusion texts(HandoutWish wish, Form form) {
        var text = wish.variables().contains(CaseField.GOAL_TEXT.key())
                || form.variables().stream()
                        .filter(question ->
                                wish.variables().contains(question.key().value()))
                        .anyMatch(Handouts::isText);
        return text ? Inclusion.INCLUDED : Inclusion.LEFT_OUT;
    }

    /** Whether answers to the question are free text. */
    public static boolean isText(Question question) {
        return question.type() instanceof QuestionType.Text;
    }

    /** What has been asked for where the one signed in answers for it, the latest first. */
    public List<Handout> latest() {
        var actor = access.actor();
        var there = actor.unit().isPresent()
                ? store.latest(LISTED)
                : RowScope.compiling(actor.place(), () -> store.latest(LOOKED_THROUGH));
        return there.stream().filter(this::mayRead).limit(LISTED).toList();
    }

    /** One of them. */
    public Handout find(UUID id) {
        var actor = access.actor();
        return RowScope.compiling(actor.place(), () -> store.find(id))
                .filter(this::mayRead)
                .orElseThrow(() -> access.notFound(Action.APPROVE_HANDOUT, id.toString()));
    }

    private boolean mayRead(Handout handout) {
        var target = target(handout);
        return access.may(Action.REQUEST_HANDOUT, target)
                || access.may(Action.APPROVE_HANDOUT, target)
                || access.may(Action.READ_LOG, target);
    }

    /** How far a handout has come now. */
    public State state(Handout handout) {
        return handout.stateAt(clock.instant());
    }

    /** Approves a wish, by another than who asked. */
    public HandoutOutcome approve(UUID id) {
        return decide(id, State.APPROVED);
    }

    /** Declines a wish, by another than who asked. */
    public HandoutOutcome decline(UUID id) {
        return decide(id, State.DECLINED);
    }

    private HandoutOutcome decide(UUID id, State state) {
        var found = find(id);
        access.require(Action.APPROVE_HANDOUT, target(found));
        var actor = access.actor();
        if (found.asked().by().equals(actor.id())) {
            return HandoutOutcome.Refused.because("decision", "same");
        }
        return within(found.wish().unit(), actor, () -> {
            var held = store.hold(id).orElseThrow(NotFoundOrDenied::new);
            if (state(held) != State.ASKED) {
                return HandoutOutcome.Refused.because("decision", "over");
            }
            store.decide(id, state, signature(actor));
            log.record(actor, state + "_HANDOUT", Purpose.HANDOUT, id.toString(), held.municipality());
            return new HandoutOutcome.Done(id);
        });
    }

    /** Revokes a wish before it is fetched, by either of those who answer for it. */
    public HandoutOutcome revoke(UUID id) {
        var found = find(id);
        if (!access.may(Action.REQUEST_HANDOUT, target(found))) {
            access.require(Action.APPROVE_HANDOUT, target(found));
        }
        var actor = access.actor();
        return within(found.wish().unit(), actor, () -> {
            var held = store.hold(id).orElseThrow(NotFoundOrDenied::new);
            if (state(held) != State.ASKED && state(held) != State.APPROVED) {
                return HandoutOutcome.Refused.because("decision", "over");
            }
            store.end(id, State.REVOKED, clock.instant(), OptionalInt.empty());
            log.record(actor, "REVOKED_HANDOUT", Purpose.HANDOUT, id.toString(), held.municipality());
            return new HandoutOutcome.Done(id);
        });
    }

    /** Makes the file, once, for the one who asked. */
    public HandoutOutcome fetch(UUID id) {
        var found = find(id);
        access.require(Action.REQUEST_HANDOUT, target(found));
        var actor = access.actor();
        if (!found.asked().by().equals(actor.id())) {
            return HandoutOutcome.Refused.because("decision", "not-yours");
        }
        return within(found.wish().unit(), actor, () -> {
            var held = store.hold(id).orElseThrow(NotFoundOrDenied::new);
            if (state(held) != State.APPROVED) {
                return HandoutOutcome.Refused.because("decision", "not-approved");
            }
            return made(held, actor);
        });
    }

    private HandoutOutcome made(Handout held, Actor actor) {
        var wish = held.wish();
        var ids = chosen(cases.moments(store.cases(held.id())), wish);
        var now = clock.instant();
        var form = instruments.inUse(wish.instrument(), held.municipality());
        var decider = held.decided().map(Signature::name).orElseThrow();
        var mark = words.say(
                "followup.handout.mark.line",
                SWEDISH,
                Long.toString(held.number()),
                held.asked().name(),
                decider,
                MOMENT.format(now));
        var rows = new HandoutRows(wish.variables(), form, words, mark);
        cases.files(ids, rows::add);
        store.end(held.id(), State.FETCHED, now, OptionalInt.of(rows.persons()));
        log.record(
                actor,
                "HAND_OUT_CASE",
                Purpose.HANDOUT,
                ids.stream().map(Object::toString).toList(),
                held.municipality());
        log.record(actor, "FETCHED_HANDOUT", Purpose.HANDOUT, held.id().toString(), held.municipality());
        var marks = marks(held, decider, MOMENT.format(now), rows.persons());
        return new HandoutOutcome.Fetched(
                new HandoutFile(held.number(), marks, rows.head(), rows.rows(), rows.persons()));
    }

    private static List<CaseId> chosen(List<CaseMoments> among, HandoutWish wish) {
        return among.stream()
                .filter(each -> isChosen(each, wish))
                .map(CaseMoments::id)
                .toList();
    }

    private static boolean isChosen(CaseMoments each, HandoutWish wish) {
        return each.instrument().equals(wish.instrument())
                && !each.opened().isBefore(wish.since())
                && !each.opened().isAfter(wish.until())
                && (wish.hidden() == Inclusion.INCLUDED || each.identity() == Identity.OPEN);
    }

    private List<List<String>> marks(Handout held, String decider, String at, int persons) {
        var wish = held.wish();
        return List.of(
                mark("number", Long.toString(held.number())),
                mark("asked", held.asked().name()),
                mark("approved", decider),
                mark("fetched", at),
                mark("recipient", wish.recipient()),
                mark("reason", wish.reason()),
                mark("unit", where(held)),
                mark("period", wish.since() + " – " + wish.until()),
                mark("persons", Integer.toString(persons)),
                mark("hidden", words.say("followup.handout.hidden." + wish.hidden(), SWEDISH)),
                mark("texts", words.say("followup.handout.texts." + held.texts(), SWEDISH)),
                mark("secrecy", words.say("followup.handout.mark.secrecy.words", SWEDISH)));
    }

    /** With somebody of protected identity in the file, no place narrower than the region. */
    private String where(Handout held) {
        return held.wish().hidden() == Inclusion.INCLUDED
                ? places.words(held.municipality().region(), Optional.empty())
                : places.words(held.municipality(), Optional.of(held.wish().unit()));
    }

    private List<String> mark(String key, String value) {
        return List.of(words.say("followup.handout.mark." + key, SWEDISH), value);
    }

    private Signature signature(Actor actor) {
        return new Signature(actor.id(), actor.name(), clock.instant());
    }

    private <T> T within(UnitId unit, Actor actor, Supplier<T> work) {
        return RowScope.working(
                Set.of(unit), Task.KEEP, actor.id().toString(), () -> transaction.execute(_ -> work.get()));
    }

    private static Target target(Handout of) {
        return new Target.OfUnit(of.wish().unit(), of.municipality());
    }
}
