package se.samsyn.proof.trust;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samsyn.database.RowScope;
import se.samsyn.database.RowScope.Task;
import se.samsyn.followup.Identity;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Unit;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Verdict;

/** The database asked directly, as the application's role and with the rows that each role may touch: another's rows do not come. */
@Component
class RowClaims {

    private static final String REFUSED = "42501";

    private final TrustGround ground;
    private final RowStore rows;

    RowClaims(TrustGround ground, RowStore rows) {
        this.ground = ground;
        this.rows = rows;
    }

    List<Claim> claims() {
        return List.of(
                new Claim("Varje tabell med något om en person står under radskydd, även för sin ägare", this::guarded),
                new Claim(
                        "Ingen roll läser, ändrar, tar bort eller lägger till en annan enhets rad, frågad direkt i databasen",
                        this::asked),
                new Claim(
                        "I den egna enheten skriver ingen mer än uppgiften är: ärenden av den som för dem, gallring och utlämnanden av chefen,"
                                + " och bort går ett ärende bara efter två personers beslut",
                        this::tasks),
                new Claim("Ingen ändrar eller tömmer åtkomstloggen, frågad direkt i databasen", this::log));
    }

    Verdict guarded() {
        var unguarded = rows.unguarded();
        return Verdict.of(
                unguarded.isEmpty() && !rows.tablesOfUnits().isEmpty(),
                rows.tablesOfUnits().size() + " tabeller med enheters rader"
                        + (unguarded.isEmpty() ? "" : "; utan radskydd: " + String.join(", ", unguarded)));
    }

    private Verdict log() {
        var let = RowScope.compiling(PlaceCode.NATION, rows::logChangesLetThrough);
        return Verdict.of(let == 0, "3 sätt prövade, " + let + " släpptes igenom");
    }

    Verdict asked() {
        var crossings = new Crossings();
        ground.instrument();
        Map<Where, Unit> units = new EnumMap<>(Where.class);
        for (var where : Where.values()) {
            var unit = ground.unit(where.by(), where.place());
            units.put(where, unit);
            ground.plant(unit, Identity.OPEN);
            ground.plant(unit, Identity.PROTECTED);
        }
        for (var who : Who.values()) {
            for (var where : Where.values()) {
                if (!who.unit().equals(Optional.of(where))) {
                    ask(who, units, where, crossings);
                }
            }
        }
        units.values().forEach(unit -> kept(unit.id(), crossings));
        return crossings.verdict("frågor");
    }

    private void ask(Who who, Map<Where, Unit> units, Where where, Crossings crossings) {
        var unit = Objects.requireNonNull(units.get(where)).id();
        var own = who.unit().map(units::get).map(Unit::id);
        for (var table : rows.tablesOfUnits()) {
            var row =
                    RowScope.working(Set.of(unit), "", () -> rows.rows(table, unit) == 0 ? "" : rows.row(table, unit));
            for (var task : Task.values()) {
                var working = new RowScope(own.map(Set::of).orElseGet(Set::of), task, Optional.empty(), "");
                write(who + " " + task + " " + where + " " + table, working, table, unit, row, crossings);
                own.ifPresent(mine -> {
                    crossings.asked();
                    var moved = working.call(() -> rows.refusalOfMove(table, mine, unit));
                    if (!moved.equals(REFUSED) && !moved.equals("none") && !moved.startsWith("23")) {
                        crossings.found(who + " " + table + ": rader flyttades till " + where);
                    }
                });
            }
            var compiling = new RowScope(Set.of(), Task.READ, Optional.of(who.place()), "");
            boolean inPlace = who.place().contains(where.place());
            crossings.asked();
            if (!inPlace && compiling.call(() -> rows.rows(table, unit)) != 0) {
                crossings.found(who + " sammanställer " + where + " " + table + ": rader lästes");
            }
            change(who + " sammanställer " + where + " " + table, compiling, table, unit, row, crossings);
        }
    }

    private void write(String asked, RowScope scope, String table, UnitId unit, String row, Crossings crossings) {
        crossings.asked();
        if (scope.call(() -> rows.rows(table, unit)) != 0) {
            crossings.found(asked + ": rader lästes");
        }
        change(asked, scope, table, unit, row, crossings);
    }

    private void change(String asked, RowScope scope, String table, UnitId unit, String row, Crossings crossings) {
        crossings.asked();
        if (scope.call(() -> rows.touched(table, unit)) != 0) {
            crossings.found(asked + ": rader ändrades");
        }
        crossings.asked();
        if (scope.call(() -> rows.removed(table, unit)) != 0) {
            crossings.found(asked + ": rader togs bort");
        }
        if (!row.isEmpty()) {
            crossings.asked();
            if (!scope.call(() -> rows.refusalOf(table, row)).equals(REFUSED)) {
                crossings.found(asked + ": en rad lades till");
            }
        }
    }

    /** What each task writes, by hand and never from the policies; nothing else, and nothing at all is removed beside two persons. */
    private static final Map<Task, Set<String>> WRITTEN = Map.of(
            Task.READ,
            Set.of(),
            Task.RECORD,
            Set.of("followup_case", "followup_occasion", "followup_intervention", "followup_goal", "followup_rating"),
            Task.KEEP,
            Set.of("followup_keeping", "followup_erasure", "followup_handout"),
            Task.ERASE,
            Set.of("followup_keeping", "followup_erasure", "followup_handout"));

    Verdict tasks() {
        var crossings = new Crossings();
        ground.instrument();
        var unit = ground.unit(Where.OWN.by(), Where.OWN.place());
        ground.plant(unit, Identity.OPEN);
        RowScope.working(Set.of(unit.id()), "", () -> rows.rate(unit.id()));
        var proposer = UUID.randomUUID();
        RowScope.working(Set.of(unit.id()), Task.KEEP, proposer.toString(), () -> rows.keepSomething(unit, proposer));
        for (var task : Task.values()) {
            var scope = new RowScope(Set.of(unit.id()), task, Optional.empty(), proposer.toString());
            for (var table : rows.tablesOfUnits()) {
                var row = scope.call(() -> rows.rows(table, unit.id()) == 0 ? "" : rows.row(table, unit.id()));
                written(task, scope, table, unit.id(), row, crossings);
            }
            crossings.asked();
            if (scope.call(() -> rows.removed("followup_case", unit.id())) != 0) {
                crossings.found(task + ": ärenden togs bort utan två personer");
            }
        }
        kept(unit.id(), crossings);
        return crossings.verdict("frågor");
    }

    private void written(Task task, RowScope scope, String table, UnitId unit, String row, Crossings crossings) {
        if (row.isEmpty()) {
            crossings.found(table + ": ingen rad finns, så inget är prövat");
            return;
        }
        boolean may = Objects.requireNonNull(WRITTEN.get(task)).contains(table);
        crossings.asked();
        if (scope.call(() -> rows.refusalOfMove(table, unit, unit)).equals(REFUSED) == may) {
            crossings.found(task + " " + table + (may ? ": fick inte ändra" : ": rader ändrades"));
        }
        boolean puts = may && !(task == Task.ERASE && table.equals("followup_erasure"));
        crossings.asked();
        if (scope.call(() -> rows.refusalOf(table, row)).equals(REFUSED) == puts) {
            crossings.found(task + " " + table + (puts ? ": fick inte lägga till" : ": en rad lades till"));
        }
    }

    /** What was asked about is still there, or nothing would have been tried. */
    private void kept(UnitId unit, Crossings crossings) {
        crossings.asked();
        if (RowScope.working(Set.of(unit), "", () -> rows.rows("followup_case", unit)) == 0) {
            crossings.found("ärenden i " + unit + " är borta");
        }
    }
}
