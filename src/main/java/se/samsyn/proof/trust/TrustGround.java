package se.samsyn.proof.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.samsyn.access.Accounts;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.followup.Case;
import se.samsyn.followup.CaseChanges;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.Cases;
import se.samsyn.followup.CloseCase;
import se.samsyn.followup.CloseReason;
import se.samsyn.followup.Closure;
import se.samsyn.followup.GasScale;
import se.samsyn.followup.GoalId;
import se.samsyn.followup.GoalWeight;
import se.samsyn.followup.Identity;
import se.samsyn.followup.InterventionKind;
import se.samsyn.followup.LocalId;
import se.samsyn.followup.Occasion;
import se.samsyn.followup.Occasions;
import se.samsyn.followup.OpenCase;
import se.samsyn.followup.Outcome;
import se.samsyn.followup.Pen;
import se.samsyn.followup.SetGoal;
import se.samsyn.followup.Support;
import se.samsyn.followup.WayIn;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.FormJson;
import se.samsyn.instrument.Instruments;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;
import se.samsyn.table.Results;

/** Units, people with passwords and marked cases to try the claims on, in a database of the proof's own. */
@Component
class TrustGround {

    static final InstrumentKey SET = new InstrumentKey("prove-trust");

    /** Years, more than any rule keeps a case that nobody writes in. */
    private static final int LONG_AGO = 7;

    private final Organisations organisations;
    private final Accounts accounts;
    private final Instruments instruments;
    private final Cases cases;
    private final CaseChanges changes;
    private final Occasions occasions;
    private final Support support;
    private final Results results;
    private final RowStore rows;
    private final Environment environment;
    private final Clock clock;

    TrustGround(
            Organisations organisations,
            Accounts accounts,
            Instruments instruments,
            Cases cases,
            CaseChanges changes,
            Occasions occasions,
            Support support,
            Results results,
            RowStore rows,
            Environment environment,
            Clock clock) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.instruments = instruments;
        this.cases = cases;
        this.changes = changes;
        this.occasions = occasions;
        this.support = support;
        this.results = results;
        this.rows = rows;
        this.environment = environment;
        this.clock = clock;
    }

    /** Where this program's own pages are. */
    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Takes the proof's own instrument into use for the nation. */
    void instrument() {
        as(person(Role.NATIONAL_ANALYST, PlaceCode.NATION, Optional.empty()));
        instruments.introduce(FormJson.read(resource("trust-instrument.json")));
        SecurityContextHolder.clearContext();
    }

    /** Compiles the results anew. */
    void refresh() {
        results.refresh(SET);
    }

    Unit unit(OrganisationKind by, PlaceCode place) {
        var name = "Prövad " + letters();
        var board = organisations.found(name, by, place);
        var kind = by == OrganisationKind.PRIVATE ? UnitKind.PERFORMER : UnitKind.AUTHORITY;
        return organisations.open(board, name, kind, ServiceArea.VIOLENCE, place);
    }

    /** The municipalities of the nation. */
    List<PlaceCode> places() {
        return organisations.municipalities(PlaceCode.NATION).stream()
                .map(Place::code)
                .toList();
    }

    /** Opens an account. */
    Person person(Role role, PlaceCode place, Optional<Unit> unit) {
        var username = "trust-" + UUID.randomUUID();
        var password = UUID.randomUUID().toString();
        var actor = accounts.open(username, password, "Prövare", role, place, unit.map(Unit::id));
        return new Person(actor, username, password);
    }

    /** Signs somebody in at this program's own pages. */
    Caller at(Person person) throws IOException {
        return new Caller(port()).signIn(person.username(), person.password());
    }

    /** Opens a case and puts something of everything in it. */
    Planted plant(Unit unit, Identity identity) {
        as(person(Role.CASEWORKER, unit.municipality(), Optional.of(unit)));
        try {
            var id = ((Case) done(cases.open(opening(unit, identity, today())))).id();
            var wish = mark();
            var note = mark();
            support.start(id, InterventionKind.SHELTER, today());
            support.set(id, new SetGoal(GoalId.fresh(), wish, GoalWeight.PART, GasScale.FIVE_LEVELS, today()));
            var occasion = (Occasion) done(occasions.begin(id, Phase.BEFORE, today()));
            occasions.keep(occasion.id(), Pen.first(occasion.revision()), answers(note));
            return planted(unit, id, wish, note);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Opens a case that was closed so long ago that it is to be erased. */
    CaseId plantDue(Unit unit) {
        var day = today().minusYears(LONG_AGO);
        as(person(Role.CASEWORKER, unit.municipality(), Optional.of(unit)));
        try {
            var of = (Case) done(cases.open(opening(unit, Identity.OPEN, day)));
            var closure = new Closure(day, CloseReason.SUPPORT_COMPLETED);
            done(changes.close(of.id(), of.revision(), new CloseCase(closure, Map.of())));
            return of.id();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static OpenCase opening(Unit unit, Identity identity, LocalDate day) {
        return new OpenCase(
                CaseId.fresh(),
                unit.id(),
                SET,
                identity == Identity.OPEN ? Optional.of(new LocalId(mark())) : Optional.empty(),
                Sex.WOMAN,
                OptionalInt.empty(),
                identity,
                WayIn.REPORT,
                day);
    }

    /** The month that a reviewer has to look through, with a line in the log of the place. */
    YearMonth monthToReview(PlaceCode place) {
        var month = YearMonth.now(clock).minusMonths(1);
        rows.remember(place, month.atDay(5).atStartOfDay(clock.getZone()).toInstant());
        return month;
    }

    private Planted planted(Unit unit, CaseId id, String wish, String note) {
        var file = cases.read(id, Purpose.SELF_AUDIT);
        Case of = file.of();
        return new Planted(
                unit,
                id,
                of.localId().value(),
                file.occasions().getFirst().id().toString(),
                file.interventions().getFirst().id().toString(),
                file.goals().getFirst().id().toString(),
                wish,
                note);
    }

    private static Answers answers(String note) {
        return Answers.NONE
                .with(new VariableKey("situation"), Answer.Chosen.of("1"))
                .with(new VariableKey("note"), new Answer.Text(note));
    }

    private static Object done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done<?>(var result) -> result;
            default -> throw new IllegalStateException("Nothing could be planted: " + outcome);
        };
    }

    /** What the next question called so will be known by, in the draft of somebody's place. */
    String freshKey(Person editor) {
        as(editor);
        try {
            return instruments
                    .freshKey(new InstrumentKey("allman"), editor.actor().place(), "Prov")
                    .value();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** What follows on this thread is done in that name. */
    void as(Person person) {
        var user = accounts.loadUserByUsername(person.username());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }

    /** A word that stands nowhere else, and is no number. */
    static String mark() {
        return "marke" + letters();
    }

    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .map(sign -> Character.isDigit(sign) ? 'g' + (sign - '0') : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String resource(String name) {
        try (var in = TrustGround.class.getResourceAsStream("/prove/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException("The proof's own file could not be read", fault);
        }
    }
}
