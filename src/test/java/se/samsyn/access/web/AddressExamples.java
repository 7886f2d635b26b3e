package se.samsyn.access.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.samsyn.SignedInAs;
import se.samsyn.access.Accounts;
import se.samsyn.access.Actor;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.access.audit.Checks;
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
import se.samsyn.followup.SetGoal;
import se.samsyn.followup.Support;
import se.samsyn.followup.WayIn;
import se.samsyn.followup.handout.CaseField;
import se.samsyn.followup.handout.HandoutOutcome;
import se.samsyn.followup.handout.HandoutWish;
import se.samsyn.followup.handout.Handouts;
import se.samsyn.followup.retention.Born;
import se.samsyn.followup.retention.DueCases;
import se.samsyn.followup.retention.ErasureOutcome;
import se.samsyn.followup.retention.Erasures;
import se.samsyn.followup.retention.KeptFor;
import se.samsyn.instrument.Instruments;
import se.samsyn.instrument.Phase;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;
import se.samsyn.table.Results;

/** One of everything that addresses name, at home and elsewhere, and a person of each role at home. */
class AddressExamples {

    private static final InstrumentKey GENERAL = new InstrumentKey("allman");
    private static final InstrumentKey HOUSING = new InstrumentKey("boende");
    private static final Set<Role> EDITORS =
            Set.of(Role.QUALITY_DEVELOPER, Role.REGIONAL_ANALYST, Role.NATIONAL_ANALYST);
    private static final Set<Role> IMPORTERS = Set.of(Role.UNIT_MANAGER, Role.QUALITY_DEVELOPER);

    private final Doors doors;
    private final Checks checks;
    private final JdbcClient sql;
    private final Clock clock;
    private final Map<Role, UserDetails> people = new EnumMap<>(Role.class);
    private final Map<Role, Actor> actors = new EnumMap<>(Role.class);
    private final Map<At, Map<String, String>> words = new EnumMap<>(At.class);
    private final Map<String, String> imports = new HashMap<>();
    private final Map<Role, String> questions = new EnumMap<>(Role.class);

    AddressExamples(Doors doors, Checks checks, JdbcClient sql, Clock clock) {
        this.doors = doors;
        this.checks = checks;
        this.sql = sql;
        this.clock = clock;
    }

    /** At the own unit and place, or at another in another county. */
    enum At {
        HOME,
        ELSEWHERE
    }

    /** The doors that examples are made through. */
    record Doors(
            Accounts accounts,
            Organisations organisations,
            Cases cases,
            Occasions occasions,
            Support support,
            Instruments instruments,
            Results results,
            CaseChanges changes,
            DueCases due,
            Erasures erasures,
            Handouts handouts) {}

    void begin() {
        people.clear();
        imports.clear();
        questions.clear();
        words.put(At.HOME, make(new PlaceCode("2080")));
        words.put(At.ELSEWHERE, make(new PlaceCode("2480")));
        doors.results().refresh(GENERAL);
        for (var role : Role.values()) {
            person(role, Objects.requireNonNull(words.get(At.HOME)).get("unit"));
        }
        SecurityContextHolder.clearContext();
    }

    UserDetails person(Role role) {
        return Objects.requireNonNull(people.get(role));
    }

    Actor actor(Role role) {
        return Objects.requireNonNull(actors.get(role));
    }

    /** What a word in braces stands for at home. */
    String word(String name) {
        return Objects.requireNonNull(Objects.requireNonNull(words.get(At.HOME)).get(name));
    }

    private void person(Role role, @Nullable String unit) {
        var place = switch (role) {
            case REGIONAL_ANALYST -> new PlaceCode("20");
            case NATIONAL_ANALYST -> PlaceCode.NATION;
            default -> new PlaceCode("2080");
        };
        var bound = Optional.ofNullable(unit).filter(_ -> role.boundToUnit()).map(UnitId::of);
        var username = "adress-" + UUID.randomUUID();
        actors.put(role, doors.accounts().open(username, UUID.randomUUID().toString(), "Prov", role, place, bound));
        people.put(role, doors.accounts().loadUserByUsername(username));
    }

    private Map<String, String> make(PlaceCode place) {
        var unit = unit(place);
        SignedInAs.thread(SignedInAs.of(doors.accounts(), Role.CASEWORKER, unit));
        CaseId of = open(unit);
        doors.support().start(of, InterventionKind.SHELTER, LocalDate.now(clock));
        var goal =
                new SetGoal(GoalId.fresh(), "Bo tryggt", GoalWeight.PART, GasScale.FIVE_LEVELS, LocalDate.now(clock));
        doors.support().set(of, goal);
        var file = doors.cases().read(of, Purpose.FOLLOW_UP);
        var found = new HashMap<String, String>();
        found.put("place", place.value());
        found.put("unit", unit.id().toString());
        found.put("case", of.toString());
        found.put(
                "occasion",
                result(doors.occasions().begin(of, Phase.BEFORE, LocalDate.now(clock)), Occasion.class)
                        .id()
                        .toString());
        found.put("support", file.interventions().getFirst().id().toString());
        found.put("goal", file.goals().getFirst().id().toString());
        found.put("account", account(unit));
        found.put("erasure", erasure(unit));
        found.put("handout", handout(unit));
        found.put("table", "allman." + place + ".all.steps.-");
        found.put("key", "allman");
        found.put("month", month().toString());
        found.put("check", check(unit));
        found.put("indicator", "vald-aktualiserade");
        found.put("form", "csv");
        found.put("today", LocalDate.now(clock).toString());
        return found;
    }

    private YearMonth month() {
        return YearMonth.now(clock).minusMonths(1);
    }

    /** A check of last month, in which something happened. */
    private String check(Unit unit) {
        sql.sql("insert into access_log (at, event, place) values (:at, 'READ_CASE', :place)")
                .param(
                        "at",
                        Timestamp.from(
                                month().atDay(5).atStartOfDay(clock.getZone()).toInstant()))
                .param("place", unit.municipality().value())
                .update();
        SignedInAs.thread(SignedInAs.of(doors.accounts(), Role.AUDITOR, unit));
        return checks.begin(month()).toString();
    }

    private Unit unit(PlaceCode place) {
        var name = "Adress " + UUID.randomUUID();
        var board = doors.organisations().found(name, OrganisationKind.MUNICIPAL, place);
        return doors.organisations().open(board, name, UnitKind.AUTHORITY, ServiceArea.VIOLENCE, place);
    }

    private CaseId open(Unit unit) {
        return result(doors.cases().open(wish(unit, "A-1", LocalDate.now(clock))), Case.class)
                .id();
    }

    private static OpenCase wish(Unit unit, String localId, LocalDate day) {
        return new OpenCase(
                CaseId.fresh(),
                unit.id(),
                GENERAL,
                Optional.of(new LocalId(localId)),
                Sex.WOMAN,
                OptionalInt.of(1990),
                Identity.OPEN,
                WayIn.REPORT,
                day);
    }

    private static <T> T result(Outcome outcome, Class<T> type) {
        return type.cast(((Outcome.Done<?>) outcome).result());
    }

    /** A proposal to erase a case that ended seven years ago. */
    private String erasure(Unit unit) {
        var day = LocalDate.now(clock).minusYears(7);
        SignedInAs.thread(SignedInAs.of(doors.accounts(), Role.CASEWORKER, unit));
        var of = result(doors.cases().open(wish(unit, "A-2", day)), Case.class);
        doors.changes()
                .close(
                        of.id(),
                        of.revision(),
                        new CloseCase(new Closure(day, CloseReason.SUPPORT_COMPLETED), Map.of()));
        SignedInAs.thread(SignedInAs.of(doors.accounts(), Role.UNIT_MANAGER, unit));
        doors.due().answer(List.of(of.id()), Born.ANOTHER_DAY);
        doors.due().answer(List.of(of.id()), KeptFor.NONE);
        return ((ErasureOutcome.Done) doors.erasures().propose(unit.id(), List.of(of.id())))
                .id()
                .toString();
    }

    private String handout(Unit unit) {
        var today = LocalDate.now(clock);
        var asked = doors.handouts()
                .ask(new HandoutWish(
                        unit.id(),
                        GENERAL,
                        today,
                        today,
                        List.of(CaseField.SEX.key()),
                        HandoutWish.Inclusion.LEFT_OUT,
                        "Samverkan om stöd",
                        "Regionen"));
        return ((HandoutOutcome.Done) asked).id().toString();
    }

    private String account(Unit unit) {
        var username = "adress-" + UUID.randomUUID();
        return doors.accounts()
                .open(
                        username,
                        UUID.randomUUID().toString(),
                        "Prov",
                        Role.CASEWORKER,
                        unit.municipality(),
                        Optional.of(unit.id()))
                .id()
                .toString();
    }

    /** Sends what a line of the table says, as somebody or nobody. */
    MvcTestResult send(
            MockMvcTester pages,
            String method,
            String path,
            List<String> fields,
            At at,
            Role role,
            @Nullable UserDetails as) {
        var known = new HashMap<>(Objects.requireNonNull(words.get(at)));
        known.put("new", "ny-" + UUID.randomUUID().toString().substring(0, 13));
        known.put("username", person(Role.CASEWORKER).getUsername());
        known.put("file", "file");
        if (path.startsWith("/import/")) {
            known.putAll(file(pages, at, role));
        }
        if (path.contains("/utkast") && path.startsWith("/formular") && EDITORS.contains(role)) {
            known.put("variable", draft(pages, role));
        }
        known.putIfAbsent("variable", "x2080_finns_inte");
        SecurityContextHolder.clearContext();
        return exchange(
                pages,
                method,
                filled(path, known),
                fields.stream().map(field -> filled(field, known)).toList(),
                as);
    }

    private static MvcTestResult exchange(
            MockMvcTester pages, String method, String path, List<String> fields, @Nullable UserDetails as) {
        if (fields.contains("file=file")) {
            var request =
                    pages.post().uri(path).multipart().file(new MockMultipartFile("file", "a.csv", "text/csv", csv()));
            for (var field : fields) {
                request = field.startsWith("file=")
                        ? request
                        : request.param(field.split("=", 2)[0], field.split("=", 2)[1]);
            }
            request = request.with(csrf());
            return (as == null ? request : request.with(user(as))).exchange();
        }
        var request = method.equals("GET")
                ? pages.get().uri(path)
                : pages.post().uri(path).with(csrf());
        for (var field : fields) {
            request = request.param(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        // a manager who has said why, so that it is the case that is judged
        request = request.sessionAttr("purpose", Purpose.FOLLOW_UP);
        return (as == null ? request : request.with(user(as))).exchange();
    }

    private static String filled(String text, Map<String, String> known) {
        var filled = text;
        for (var word : known.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        }
        return filled;
    }

    /** A mapped file and a job of the person's own at home, or of somebody else's. */
    private Map<String, String> file(MockMvcTester pages, At at, Role role) {
        boolean own = at == At.HOME && IMPORTERS.contains(role);
        var unit = Objects.requireNonNull(Objects.requireNonNull(words.get(at)).get("unit"));
        Role by = own ? role : Role.QUALITY_DEVELOPER;
        var owner = own
                ? person(role)
                : SignedInAs.of(
                        doors.accounts(),
                        by,
                        doors.organisations().find(UnitId.of(unit)).orElseThrow());
        return Map.of(
                "upload",
                upload(pages, owner, unit),
                "job",
                imports.computeIfAbsent(at + "" + by + own, _ -> job(pages, owner, upload(pages, owner, unit))));
    }

    private static String upload(MockMvcTester pages, UserDetails owner, String unit) {
        var sent = exchange(
                pages, "POST", "/import", List.of("unit=" + unit, "instrument=" + HOUSING, "file=file"), owner);
        var at = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
        exchange(
                pages,
                "POST",
                at + "/koppling",
                List.of("shape=case", "role.0=case:local-id", "role.1=trait:sex", "opened=2025-01-10", "name="),
                owner);
        return at.replace("/import/", "");
    }

    private static String job(MockMvcTester pages, UserDetails owner, String upload) {
        var run = exchange(pages, "POST", "/import/" + upload + "/kor", List.of(), owner);
        return Objects.requireNonNull(run.getResponse().getRedirectedUrl()).replace("/import/jobb/", "");
    }

    /** Puts a question in the place's draft; gives its key. */
    private String draft(MockMvcTester pages, Role role) {
        SignedInAs.thread(person(role));
        var place = Objects.requireNonNull(actors.get(role)).place();
        doors.instruments().startDraft(GENERAL, place);
        return questions.computeIfAbsent(role, _ -> question(pages, role, place));
    }

    private String question(MockMvcTester pages, Role role, PlaceCode place) {
        var key = doors.instruments().freshKey(GENERAL, place, "Prov").toString();
        SecurityContextHolder.clearContext();
        exchange(
                pages,
                "POST",
                "/formular/allman/utkast/fraga",
                List.of("typ=TEXT", "textSv=Prov", "whySv=Prov", "theme=MEET", "phases=BEFORE", "direction=NONE"),
                person(role));
        return key;
    }

    private static byte[] csv() {
        return "id;kön\nA1;kvinna\n".getBytes(StandardCharsets.UTF_8);
    }
}
