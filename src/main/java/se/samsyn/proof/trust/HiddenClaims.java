package se.samsyn.proof.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.samsyn.access.Role;
import se.samsyn.followup.Identity;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Unit;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Length;
import se.samsyn.proof.Verdict;

/**
 * Protected persons, planted with marks in a municipality that has nobody else: the marks stand on no page, export, log or error but the own
 * unit's, once it has been said why, and the municipality looks as if nobody had been there.
 */
@Component
class HiddenClaims {

    private static final PlaceCode THEIRS = new PlaceCode("2039");
    private static final PlaceCode EMPTY = new PlaceCode("2031");
    private static final PlaceCode COUNTY = new PlaceCode("20");
    private static final int CASES = 12;
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    /** A cell with a figure in it that is not nought. */
    private static final Pattern COUNTED = Pattern.compile("<td[^>]*>\\s*(?:<[^>]*>\\s*)*[1-9]");

    private static final Pattern OF_A_CASE = Pattern.compile("/(arenden|tillfallen)/[0-9a-f-]{36}");
    private static final Pattern VARIES = Pattern.compile(
            "<option[^>]*>[^<]*</option>|name=\"_csrf\"[^>]*value=\"[^\"]*\"|Prövad [a-z]+|, ärenden öppnade [0-9–]*|\\d\\d:\\d\\d(:\\d\\d)?|[0-9a-f]{8}-[0-9a-f-]{27}");

    private final TrustGround ground;
    private final Path data;

    HiddenClaims(TrustGround ground, Environment environment) {
        this.ground = ground;
        this.data = Path.of(environment.getProperty("samsyn.data", "./samsyn-data"));
    }

    /** What the claims are tried on; the unit that has nobody is what theirs must look like. */
    private record Set(Unit unit, Unit nobodys, List<Planted> cases, List<String> marks) {}

    List<Claim> claims(Length length) {
        return List.of(
                new Claim(
                        "Skyddad identitet: id, mål och svar syns inte på någon sida, i någon export, logg eller felsida, för någon roll",
                        () -> crawled(length.of(120, 2_000))),
                new Claim(
                        "Skyddad identitet: kommunens och enhetens resultat ser ut som om ingen fanns där",
                        this::places),
                new Claim(
                        "Skyddad identitet: ett utlämnande som inte begär dem har ingen av dem, och ett utdrag görs först när det är sagt hur det överlämnas",
                        this::carriedOut));
    }

    private Set plant() throws IOException {
        ground.instrument();
        var unit = ground.unit(OrganisationKind.MUNICIPAL, THEIRS);
        var nobodys = ground.unit(OrganisationKind.MUNICIPAL, EMPTY);
        var cases = Stream.generate(() -> ground.plant(unit, Identity.PROTECTED))
                .limit(CASES)
                .toList();
        ground.refresh();
        return new Set(
                unit,
                nobodys,
                cases,
                cases.stream().flatMap(each -> each.marks().stream()).toList());
    }

    Verdict crawled(int most) throws IOException {
        var set = plant();
        var crossings = new Crossings();
        try (var ear = LogEar.listening()) {
            for (var who : Who.values()) {
                var person = ground.person(
                        who.role(), who.place(), who.unit().map(where -> ground.unit(where.by(), where.place())));
                crawl(who.toString(), ground.at(person), set, most, crossings);
            }
            for (var role : Role.values()) {
                var place = role == Role.NATIONAL_ANALYST
                        ? PlaceCode.NATION
                        : role == Role.REGIONAL_ANALYST ? COUNTY : THEIRS;
                var unit = Optional.of(set.unit()).filter(_ -> role.boundToUnit());
                var caller = ground.at(ground.person(role, place, unit));
                crawl(role + " i kommunen", caller, set, most, crossings);
                if (role.boundToUnit()) {
                    withPurpose(role, caller, set, crossings);
                }
            }
            ear.heard(set.marks())
                    .forEach(by -> crossings.found("programmets egen logg bär ett märke, skrivet av " + by));
        }
        files(set, crossings);
        return crossings.verdict("svar och filer");
    }

    private void crawl(String who, Caller caller, Set set, int most, Crossings crossings) throws IOException {
        var crawl = new Crawl(caller, most);
        crawl.from(addresses(set), (address, said, text) -> {
            crossings.asked();
            var all = text + said.heads() + said.location() + address;
            if (set.marks().stream().anyMatch(all::contains)) {
                crossings.found(who + " " + OF_A_CASE.matcher(address).replaceAll("/$1/*"));
            }
        });
    }

    /** Everything without a word in it, the case's own pages, and addresses that go wrong. */
    private static List<String> addresses(Set set) {
        var addresses = new ArrayList<String>();
        for (var of : set.cases().subList(0, 2)) {
            addresses.add("/arenden/" + of.id());
            addresses.add("/tillfallen/" + of.occasion());
            addresses.add("/andamal?arende=" + of.id());
            addresses.add("/andamal?arende=" + of.id() + "&tillfalle=" + of.occasion());
            addresses.add("/arenden/" + of.id() + "?revision=x&sida=-1&lage=FEL");
            addresses.add("/arenden/" + of.id() + "/insatser/" + of.support());
        }
        for (var place : List.of("2039", "20", "SE")) {
            for (var view : List.of("who-we-meet", "how-it-went", "data-quality", "who-is-lost")) {
                addresses.add("/resultat?instrument=prove-trust&vy=" + view + "&plats=" + place);
            }
            addresses.add("/export/prove-trust." + place + ".all.steps.-.csv");
            addresses.add("/export/prove-trust." + place + ".all.steps.-.xlsx");
        }
        for (var row : List.of("situation", "note", "sex", "municipality", "unit", "place", "identity")) {
            addresses.add("/korstabell?data=prove-trust&rad=" + row);
            addresses.add("/korstabell.csv?data=prove-trust&rad=" + row);
            addresses.add("/korstabell.xlsx?data=prove-trust&rad=" + row);
        }
        Route.table().stream()
                .filter(route -> route.method().equals("GET")
                        && !route.demo()
                        && !route.path().contains("{"))
                .map(Route::path)
                .filter(path -> !path.contains("*"))
                .forEach(addresses::add);
        addresses.add("/arenden?lage=ALL");
        addresses.add("/finns-inte");
        return addresses;
    }

    /** The own unit, having said why: the marks stand on the case's own pages alone, and in no title, head or address. */
    private static void withPurpose(Role role, Caller caller, Set set, Crossings crossings) throws IOException {
        var of = set.cases().getFirst();
        caller.post("/andamal", List.of(new Field("arende", of.id().toString()), new Field("purpose", "SELF_AUDIT")));
        var own = caller.get("/arenden/" + of.id());
        crossings.asked();
        if (!own.text().contains(of.wish())) {
            crossings.found(role + " ser inte märket efter att ha sagt varför, så inget är prövat");
        }
        new Crawl(caller, 60).from(List.of("/arenden/" + of.id(), "/arenden", "/att-gora"), (address, said, text) -> {
            crossings.asked();
            var title = TITLE.matcher(text);
            var outside = said.heads() + said.location() + address + (title.find() ? title.group(1) : "");
            var others = set.marks().stream().filter(mark -> !of.marks().contains(mark));
            if (set.marks().stream().anyMatch(outside::contains)
                    || others.anyMatch(text::contains)
                    || (!OF_A_CASE.matcher(address).find()
                            && of.marks().stream().anyMatch(text::contains))) {
                crossings.found(
                        role + " med ändamål " + OF_A_CASE.matcher(address).replaceAll("/$1/*"));
            }
        });
    }

    Verdict carriedOut() throws IOException {
        var set = plant();
        var crossings = new Crossings();
        var open = ground.plant(set.unit(), Identity.OPEN);
        var asker = manager(set);
        var handout = asker.post(
                        "/utlamnande",
                        List.of(
                                new Field("instrument", TrustGround.SET.value()),
                                new Field("since", ground.today().minusYears(20).toString()),
                                new Field("until", ground.today().toString()),
                                new Field("variables", "case:LOCAL_ID"),
                                new Field("variables", "case:GOAL_TEXT"),
                                new Field("variables", "case:SEX"),
                                new Field("reason", "Samverkan om stöd"),
                                new Field("recipient", "Regionen")))
                .location()
                .replaceFirst("https?://[^/]+", "");
        manager(set).post(handout + "/godkann", List.of());
        var file = asker.post(handout + "/hamta", List.of());
        crossings.asked();
        if (open.marks().stream().noneMatch(file.text()::contains)) {
            crossings.found("det öppna ärendet står inte i filen, så inget är prövat");
        }
        crossings.asked();
        if (set.marks().stream().anyMatch(file.text()::contains)) {
            crossings.found("filen som lämnas ut bär ett märke");
        }
        for (var of : set.cases()) {
            for (var form : List.of("PAGE", "CSV", "JSON")) {
                crossings.asked();
                var extract = asker.post(
                        "/registerutdrag/" + of.id(), List.of(new Field("begart", "true"), new Field("form", form)));
                if (extract.status() != 422 || of.marks().stream().anyMatch(extract.text()::contains)) {
                    crossings.found("utdrag som " + form + " gavs utan att det var sagt hur det överlämnas: "
                            + extract.status());
                }
            }
        }
        var first = set.cases().getFirst();
        crossings.asked();
        var said = asker.post(
                "/registerutdrag/" + first.id(), List.of(new Field("begart", "true"), new Field("sakert", "true")));
        if (!said.text().contains(first.wish())) {
            crossings.found(
                    "utdraget kom inte när det var sagt hur det överlämnas, så inget är prövat: " + said.status());
        }
        return crossings.verdict("filer och utdrag");
    }

    private Caller manager(Set set) throws IOException {
        return ground.at(ground.person(Role.UNIT_MANAGER, set.unit().municipality(), Optional.of(set.unit())));
    }

    /** The files of the data folder, but for the database's own. */
    private void files(Set set, Crossings crossings) throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/database/cluster/"))
                    .filter(file -> !file.toString().contains("/database/postgres"))
                    .toList()) {
                crossings.asked();
                var text = Files.size(file) > 50_000_000 ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
                if (set.marks().stream().anyMatch(text::contains)) {
                    crossings.found("filen " + data.relativize(file));
                }
            }
        }
    }

    Verdict places() throws IOException {
        var set = plant();
        var crossings = new Crossings();
        for (var role : List.of(Role.CASEWORKER, Role.UNIT_MANAGER, Role.QUALITY_DEVELOPER)) {
            var theirs = ground.at(
                    ground.person(role, THEIRS, Optional.of(set.unit()).filter(_ -> role.boundToUnit())));
            var nobodys = ground.at(
                    ground.person(role, EMPTY, Optional.of(set.nobodys()).filter(_ -> role.boundToUnit())));
            for (var address : results()) {
                crossings.asked();
                if (role.boundToUnit() && !address.contains("PLATS")) {
                    if (COUNTED.matcher(theirs.get(address).text()).find()) {
                        crossings.found(role + " " + address + " räknar en skyddad person i den egna enheten");
                    }
                    continue;
                }
                var there = plain(theirs.get(address.replace("PLATS", THEIRS.value())), THEIRS);
                var nobody = plain(nobodys.get(address.replace("PLATS", EMPTY.value())), EMPTY);
                if (!there.equals(nobody)) {
                    crossings.found(role + " " + address + " skiljer sig från en kommun utan ärenden: "
                            + difference(there, nobody));
                }
            }
        }
        return crossings.verdict("sidor och filer");
    }

    /** Where two pages part; a page of results has nothing of a person on it. */
    private static String difference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return one.substring(Math.max(0, at - 60), Math.min(one.length(), at + 40))
                .replaceAll("\\s+", " ");
    }

    private static List<String> results() {
        var addresses = new ArrayList<>(List.of("/resultat?instrument=prove-trust"));
        for (var view : List.of("who-we-meet", "what-support", "how-it-went", "who-is-lost", "data-quality")) {
            addresses.add("/resultat?instrument=prove-trust&vy=" + view);
            addresses.add("/resultat?instrument=prove-trust&plats=PLATS&vy=" + view);
        }
        for (var kind : List.of("steps", "occasions", "change", "counts")) {
            addresses.add("/export/prove-trust.PLATS.all." + kind + ".-.csv");
        }
        return addresses;
    }

    /** The page without what is different on any two pages: its token, names and codes of the places, times. */
    private static String plain(Said said, PlaceCode place) {
        var text = VARIES.matcher(said.text()).replaceAll("");
        return said.status() + " "
                + text.replace(place.value(), "").replaceAll("Rättvik|Orsa|Rattvik|Älvdalen|Malung-Sälen|Leksand", "");
    }
}
