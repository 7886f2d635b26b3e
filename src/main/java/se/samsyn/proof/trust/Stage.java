package se.samsyn.proof.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.samsyn.access.Role;
import se.samsyn.followup.Identity;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Unit;

/**
 * What the matrix is asked on: a unit of each kind with an open and a protected case, everybody signed in over HTTP, and for each who
 * imports a file of their own under way.
 */
final class Stage {

    /** As many cases a unit that what is counted of them all may be told. */
    private static final int ENOUGH = 8;

    private static final List<String> PLACES = List.of("2080", "2062", "2480", "20", "SE");
    private static final byte[] CSV = "id;kön\nA1;kvinna\n".getBytes(StandardCharsets.UTF_8);
    private static final Set<Who> EDITORS =
            EnumSet.of(Who.DEVELOPER, Who.COUNTY_DEVELOPER, Who.ANALYST, Who.NATIONAL_ANALYST);

    private final TrustGround ground;
    private final Map<Where, Unit> units = new EnumMap<>(Where.class);
    private final Map<Where, Map<Identity, Planted>> planted = new EnumMap<>(Where.class);
    private final Map<Where, Caller> managers = new EnumMap<>(Where.class);
    private final Map<Where, String> accounts = new EnumMap<>(Where.class);
    private final Map<Where, Map<String, String>> wishes = new EnumMap<>(Where.class);
    private final Map<String, String> checks = new HashMap<>();
    private final Map<Who, Caller> callers = new EnumMap<>(Who.class);
    private final Map<Who, Person> people = new EnumMap<>(Who.class);
    private final Map<String, String> uploads = new HashMap<>();
    private final List<Planted> all = new ArrayList<>();

    private Stage(TrustGround ground) {
        this.ground = ground;
    }

    static Stage set(TrustGround ground) throws IOException {
        var stage = new Stage(ground);
        ground.instrument();
        for (var where : Where.values()) {
            stage.open(where);
        }
        for (var place : PLACES) {
            stage.review(new PlaceCode(place));
        }
        for (var who : Who.values()) {
            var person = ground.person(who.role(), who.place(), who.unit().map(stage::unit));
            stage.people.put(who, person);
            stage.callers.put(who, ground.at(person));
        }
        ground.refresh();
        return stage;
    }

    private void open(Where where) throws IOException {
        var unit = ground.unit(where.by(), where.place());
        units.put(where, unit);
        for (int more = 0; more < ENOUGH; more++) {
            ground.plant(unit, Identity.OPEN);
        }
        plant(where);
        var manager = ground.at(ground.person(Role.UNIT_MANAGER, where.place(), Optional.of(unit)));
        managers.put(where, manager);
        wishes.put(where, wishes(unit, manager));
        accounts.put(
                where,
                ground.person(Role.CASEWORKER, where.place(), Optional.of(unit))
                        .actor()
                        .id()
                        .toString());
    }

    /** What a manager can wish for: that a case be erased, and that something be handed out. */
    private Map<String, String> wishes(Unit unit, Caller manager) throws IOException {
        var proposed = ground.plantDue(unit).toString();
        var due = ground.plantDue(unit).toString();
        var born = new Field("svar", "ANOTHER_DAY");
        manager.post("/gallring/fodda", List.of(new Field("arende", proposed), new Field("arende", due), born));
        manager.post("/gallring/undantag", List.of(new Field("arende", proposed), new Field("svar", "NONE")));
        var erasure = manager.post("/gallring/forslag", List.of(new Field("arende", proposed)));
        var handout = manager.post(
                "/utlamnande",
                List.of(
                        new Field("instrument", TrustGround.SET.value()),
                        new Field("since", ground.today().toString()),
                        new Field("until", ground.today().toString()),
                        new Field("variables", "case:SEX"),
                        new Field("reason", "Samverkan om stöd"),
                        new Field("recipient", "Regionen")));
        return Map.of("due", due, "erasure", made(erasure), "handout", made(handout));
    }

    /** A reviewer begins to look through the log of a place. */
    private void review(PlaceCode place) throws IOException {
        var reviewer = ground.at(ground.person(Role.AUDITOR, place, Optional.empty()));
        var month = new Field("manad", ground.monthToReview(place).toString());
        checks.put(place.value(), made(reviewer.post("/loggkontroll", List.of(month))));
    }

    /** The id of what was made, from the address one is sent on to. */
    private static String made(Said said) throws IOException {
        if (said.location().isEmpty()) {
            throw new IOException("Nothing could be made to ask about: " + said.status());
        }
        return UUID.fromString(said.location().replaceFirst(".*/", "")).toString();
    }

    /** Plants an open and a protected case, to be asked about from now on. */
    void plant(Where where) {
        var cases = new EnumMap<Identity, Planted>(Identity.class);
        for (var identity : Identity.values()) {
            cases.put(identity, ground.plant(unit(where), identity));
        }
        planted.put(where, cases);
        all.addAll(cases.values());
    }

    Unit unit(Where where) {
        return Objects.requireNonNull(units.get(where));
    }

    List<Unit> units() {
        return List.copyOf(units.values());
    }

    Planted planted(Where where, Identity identity) {
        return Objects.requireNonNull(Objects.requireNonNull(planted.get(where)).get(identity));
    }

    Caller caller(Who who) {
        return Objects.requireNonNull(callers.get(who));
    }

    Person person(Who who) {
        return Objects.requireNonNull(people.get(who));
    }

    /** The marks of cases that somebody may see in no answer: those of all units but the own. */
    List<String> foreignMarks(Who who) {
        var own = who.unit().map(this::unit);
        return all.stream()
                .filter(each -> !own.equals(Optional.of(each.unit())))
                .flatMap(each -> each.marks().stream())
                .toList();
    }

    /** Sends a line of the table as somebody. */
    Said send(Route route, Who who, int column, Identity identity) throws IOException {
        var words = words(route, who, column, identity);
        return send(caller(who), route, words);
    }

    static Said send(Caller caller, Route route, Map<String, String> words) throws IOException {
        var path = filled(route.path(), words);
        var fields = route.fields().stream()
                .filter(field -> !field.value().equals("{file}"))
                .map(field -> new Field(field.name(), filled(field.value(), words)))
                .toList();
        var files = route.fields().stream()
                .filter(field -> field.value().equals("{file}"))
                .map(Field::name)
                .toList();
        if (!files.isEmpty()) {
            return caller.post(path, fields, files, CSV);
        }
        return route.method().equals("GET") ? caller.get(path, fields) : caller.post(path, fields);
    }

    /** What the words in braces stand for. */
    Map<String, String> words(Route route, Who who, int column, Identity identity) throws IOException {
        var words = new HashMap<>(common());
        if (route.kind() == Route.Kind.UNIT) {
            var where = Where.at(column);
            words.putAll(of(planted(where, identity)));
            words.putAll(Objects.requireNonNull(wishes.get(where)));
            words.put("account", Objects.requireNonNull(accounts.get(where)));
            if (route.path().startsWith("/import/")) {
                words.putAll(files(route, who, column, where));
            }
        }
        if (route.kind() == Route.Kind.PLACE) {
            words.put("place", PLACES.get(column));
            words.put("check", Objects.requireNonNull(checks.get(PLACES.get(column))));
            words.put("table", "allman." + PLACES.get(column) + ".all.steps.-");
        }
        if (route.path().contains("{variable}")) {
            words.put("variable", EDITORS.contains(who) ? question(who) : "x2080_finns_inte");
        }
        return words;
    }

    /** Files and what was begun with them are made anew from now on. */
    void forgetFiles() {
        uploads.clear();
    }

    private Map<String, String> common() {
        var words = new HashMap<String, String>();
        words.put("nothing", UUID.randomUUID().toString());
        words.put("new", "ny-" + UUID.randomUUID().toString().substring(0, 13));
        words.put("today", ground.today().toString());
        words.put("month", YearMonth.from(ground.today()).minusMonths(1).toString());
        words.put("key", "allman");
        words.put("indicator", "vald-aktualiserade");
        words.put("form", "csv");
        words.put("data", TrustGround.SET.value());
        return words;
    }

    static Map<String, String> of(Planted of) {
        return Map.of(
                "unit", of.unit().id().toString(),
                "case", of.id().toString(),
                "occasion", of.occasion(),
                "support", of.support(),
                "goal", of.goal());
    }

    /** A file of one's own where one is to be let in, and of the unit's manager elsewhere; theirs is always another's. */
    private Map<String, String> files(Route route, Who who, int column, Where where) throws IOException {
        var theirs = upload("their " + where, manager(where), where);
        var mine = route.admits(who, column) ? upload(who + " " + where, caller(who), where) : theirs;
        var words = new HashMap<>(Map.of("upload", mine, "theirs", theirs));
        if (route.path().contains("{job}")) {
            var by = route.admits(who, column) ? caller(who) : manager(where);
            words.put("job", job(who + " " + where + route.admits(who, column), by, where));
        }
        return words;
    }

    private Caller manager(Where where) {
        return Objects.requireNonNull(managers.get(where));
    }

    private String upload(String name, Caller by, Where where) throws IOException {
        var known = uploads.get(name);
        if (known == null) {
            known = upload(by, where);
            uploads.put(name, known);
        }
        return known;
    }

    private String upload(Caller by, Where where) throws IOException {
        var sent = by.post(
                "/import",
                List.of(new Field("unit", unit(where).id().toString()), new Field("instrument", "boende")),
                List.of("file"),
                CSV);
        var at = sent.location().replaceFirst(".*/import/", "");
        by.post(
                "/import/" + at + "/koppling",
                List.of(
                        new Field("shape", "case"),
                        new Field("role.0", "case:local-id"),
                        new Field("role.1", "trait:sex"),
                        new Field("opened", "2025-01-10"),
                        new Field("name", "")));
        return at;
    }

    private String job(String name, Caller by, Where where) throws IOException {
        var known = uploads.get("job " + name);
        if (known == null) {
            var run = by.post("/import/" + upload(by, where) + "/kor", List.of());
            known = run.location().replaceFirst(".*/jobb/", "");
            uploads.put("job " + name, known);
        }
        return known;
    }

    /** The key of a question that is put in the draft of one's place. */
    private String question(Who who) throws IOException {
        var editor = caller(who);
        editor.post("/formular/allman/utkast", List.of());
        var key = ground.freshKey(person(who));
        editor.post(
                "/formular/allman/utkast/fraga",
                List.of(
                        new Field("typ", "TEXT"),
                        new Field("textSv", "Prov"),
                        new Field("whySv", "Prov"),
                        new Field("theme", "MEET"),
                        new Field("phases", "BEFORE"),
                        new Field("direction", "NONE")));
        return key;
    }

    private static String filled(String text, Map<String, String> words) {
        var filled = text;
        for (var word : words.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        }
        return filled;
    }
}
