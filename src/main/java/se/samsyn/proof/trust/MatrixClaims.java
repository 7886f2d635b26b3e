package se.samsyn.proof.trust;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samsyn.followup.Identity;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Verdict;

/**
 * Everybody at every address with something of everybody's: let in where the table written by hand says so, turned away everywhere else,
 * and in no answer and no row anything of another unit's.
 */
/* How: first everything that is to be refused, when not a row may change and no mark of another's may be answered; then everything that is
 * to be let in, when no row of another unit may change; last addresses in which one's own is mixed with what is another's. */
@Component
class MatrixClaims {

    private static final String ROUTES = "src/main/resources/prove/trust-routes.txt";
    private static final List<String> MIXED = List.of("case", "occasion", "support", "goal", "unit");

    private final TrustGround ground;
    private final RowStore rows;
    private final Addresses addresses;
    private final List<Route> table = Route.table();

    MatrixClaims(TrustGround ground, RowStore rows, Addresses addresses) {
        this.ground = ground;
        this.rows = rows;
        this.addresses = addresses;
    }

    List<Claim> claims() {
        return List.of(
                new Claim(
                        "Varje adress i programmet står i den handskrivna tabellen över vem som släpps in",
                        this::listed),
                new Claim(
                        "Ingen läser eller ändrar något som är en annan enhets: varje adress som varje roll, hos egen, annan, privat utförares, annan kommuns och annat läns enhet, öppet och skyddat ärende",
                        this::asked));
    }

    /** Also what is not there any more is said, so that the table stays true. */
    Verdict listed() {
        var there = addresses.all().stream().map(Route::shape).collect(Collectors.toCollection(TreeSet::new));
        var listed = table.stream().map(Route::shape).collect(Collectors.toCollection(TreeSet::new));
        var missing = new TreeSet<>(there);
        missing.removeAll(listed);
        var gone = table.stream()
                .filter(route -> !route.demo())
                .map(Route::shape)
                .collect(Collectors.toCollection(TreeSet::new));
        gone.removeAll(there);
        var says = missing.isEmpty()
                ? ""
                : "; skriv i " + ROUTES + " en rad med vem som släpps in, för var och en av: "
                        + String.join(", ", missing);
        says += gone.isEmpty() ? "" : "; ta bort ur " + ROUTES + ": " + String.join(", ", gone);
        return Verdict.of(!there.isEmpty() && missing.isEmpty() && gone.isEmpty(), there.size() + " adresser" + says);
    }

    Verdict asked() throws IOException {
        var crossings = new Crossings();
        var stage = Stage.set(ground);
        prepare(stage);
        var before = everything(stage);
        refusals(stage, crossings);
        compare(before, everything(stage), "nekade anrop", crossings);
        for (var who : Who.values()) {
            var others = others(stage, who);
            admissions(stage, who, crossings);
            mixtures(stage, who, crossings);
            compare(others, others(stage, who), who + " i eget", crossings);
            who.unit().ifPresent(stage::plant);
        }
        return crossings.verdict("kombinationer");
    }

    /** Whatever is made ready for the asking is made before the first digest is taken. */
    private void prepare(Stage stage) throws IOException {
        for (var route : table) {
            for (var who : Who.values()) {
                for (int column = 0; column < route.columns().size(); column++) {
                    if (!route.path().contains("{variable}")) {
                        stage.words(route, who, column, Identity.OPEN);
                    }
                }
            }
        }
    }

    private void refusals(Stage stage, Crossings crossings) throws IOException {
        for (var route : table) {
            for (var who : Who.values()) {
                for (int column = 0; column < route.columns().size(); column++) {
                    if (!route.demo() && !route.admits(who, column)) {
                        ask(stage, route, who, column, crossings);
                    }
                }
            }
        }
    }

    private void admissions(Stage stage, Who who, Crossings crossings) throws IOException {
        for (var route : table) {
            for (int column = 0; column < route.columns().size(); column++) {
                if (!route.demo() && route.admits(who, column)) {
                    ask(stage, route, who, column, crossings);
                }
            }
        }
    }

    private static void ask(Stage stage, Route route, Who who, int column, Crossings crossings) throws IOException {
        for (var identity : route.ofCase() ? Identity.values() : new Identity[] {Identity.OPEN}) {
            var said = stage.send(route, who, column, identity);
            crossings.asked();
            var asked = route.method() + " " + route.path() + " " + who + " kolumn " + (column + 1) + " " + identity;
            if (said.refused() == route.admits(who, column) || said.broken()) {
                crossings.found(asked + ": " + said.status()
                        + (route.admits(who, column) ? ", ska släppas in" : ", ska nekas"));
            }
            marks(stage, who, said, asked, crossings);
        }
    }

    private static void marks(Stage stage, Who who, Said said, String asked, Crossings crossings) {
        var text = said.text() + said.heads();
        if (stage.foreignMarks(who).stream().anyMatch(text::contains)) {
            crossings.found(asked + ": svaret bär en annan enhets märke");
        }
    }

    /** The own case with another's occasion, support, goal or unit, and the other way round. */
    private void mixtures(Stage stage, Who who, Crossings crossings) throws IOException {
        if (who.unit().isEmpty()) {
            return;
        }
        var own = Stage.of(stage.planted(who.unit().get(), Identity.OPEN));
        for (var where : Where.values()) {
            if (who.unit().get() != where) {
                for (var identity : Identity.values()) {
                    mixtures(stage, who, own, Stage.of(stage.planted(where, identity)), crossings);
                }
            }
        }
    }

    private void mixtures(
            Stage stage, Who who, Map<String, String> own, Map<String, String> theirs, Crossings crossings)
            throws IOException {
        for (var route : table) {
            for (var word : MIXED) {
                var text = route.path() + route.fields();
                if (text.contains("{" + word + "}")
                        && MIXED.stream()
                                        .filter(each -> text.contains("{" + each + "}"))
                                        .count()
                                > 1) {
                    var words = new HashMap<>(stage.words(route, who, 0, Identity.OPEN));
                    words.putAll(own);
                    words.put(word, theirs.get(word));
                    var said = Stage.send(stage.caller(who), route, words);
                    crossings.asked();
                    var asked = route.method() + " " + route.path() + " " + who + " med annans " + word;
                    if (said.broken()) {
                        crossings.found(asked + ": " + said.status());
                    }
                    marks(stage, who, said, asked, crossings);
                }
            }
        }
    }

    private Map<String, String> everything(Stage stage) {
        var digests = new TreeMap<>(Map.of("konton och enheter", rows.peopleAndUnits()));
        stage.units().forEach(unit -> digests.putAll(rows.digests(unit.id())));
        return digests;
    }

    /** The rows of every unit but the own. */
    private Map<String, String> others(Stage stage, Who who) {
        var digests = new TreeMap<String, String>();
        var units = new ArrayList<Where>(List.of(Where.values()));
        who.unit().ifPresent(units::remove);
        if (who == Who.DEVELOPER || who == Who.COUNTY_DEVELOPER) {
            units.removeIf(where -> who.place().contains(where.place()));
        }
        units.forEach(where -> digests.putAll(rows.digests(stage.unit(where).id())));
        return digests;
    }

    private static void compare(
            Map<String, String> before, Map<String, String> after, String when, Crossings crossings) {
        crossings.asked();
        before.forEach((name, digest) -> {
            if (!digest.equals(after.get(name))) {
                crossings.found(name + " ändrades av " + when);
            }
        });
    }
}
