package se.samsyn.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsyn.exchange.ImportResult;
import se.samsyn.exchange.Origin;
import se.samsyn.exchange.Trait;
import se.samsyn.organisation.Unit;
import se.samsyn.table.ResultTable;
import se.samsyn.table.TableKind;
import se.samsyn.table.View;

/**
 * 362 homeless people followed for two years (Hurlburt, Wood and Hough 1996), against the table Hedeker and Gibbons published:
 * each group's file rows go to a unit of its own, and the unit's table of housing at each occasion is compared cell by cell.
 */
@Component
class HousingClaims {

    private static final String FILE = "microdata/multgee__housing.csv";

    /** Group, months, followed, lost, and the shares on the street, in the community, independently. */
    private static final List<Published> TABLE = List.of(
            new Published(0, 0, 180, 1, .556, .339, .106),
            new Published(0, 6, 161, 20, .186, .578, .236),
            new Published(0, 12, 146, 35, .089, .582, .329),
            new Published(0, 24, 145, 36, .124, .455, .421),
            new Published(1, 0, 181, 0, .442, .414, .144),
            new Published(1, 6, 161, 20, .093, .280, .627),
            new Published(1, 12, 157, 24, .121, .146, .732),
            new Published(1, 24, 158, 23, .120, .228, .652));

    private final ProofGround ground;
    private final OpenTables tables;
    private @Nullable Imported imported;

    HousingClaims(ProofGround ground, OpenTables tables) {
        this.ground = ground;
        this.tables = tables;
    }

    private record Published(
            int group, int months, int followed, int lost, double street, double community, double independent) {}

    private record Imported(ImportResult first, ImportResult again, List<Unit> units, List<ResultTable> tables) {}

    List<Claim> claims(Reference reference) {
        var claims = new ArrayList<Claim>();
        claims.add(new Claim(
                "362 hemlösa läses in från långt format med sparad koppling",
                () -> reference.with(FILE, file -> accepted(imported(file).first(), 362, 0, 0))));
        claims.add(new Claim(
                "Samma fil en gång till ändrar ingenting",
                () -> reference.with(FILE, file -> accepted(imported(file).again(), 0, 0, 362))));
        for (var row : TABLE) {
            claims.add(new Claim(
                    "Boende, grupp " + row.group() + " efter " + row.months()
                            + " månader är som i den publicerade tabellen",
                    () -> reference.with(
                            FILE, file -> equal(row, imported(file).tables().get(row.group())))));
        }
        return claims;
    }

    private static Verdict accepted(ImportResult result, int added, int changed, int unchanged) {
        if (result instanceof ImportResult.Accepted(var _, var summary)) {
            return Verdict.of(
                    summary.added() == added && summary.changed() == changed && summary.unchanged() == unchanged,
                    summary.added() + " nya, " + summary.changed() + " ändrade, " + summary.unchanged()
                            + " oförändrade");
        }
        return new Verdict.Fails("filen togs inte emot");
    }

    private static Verdict equal(Published row, ResultTable table) {
        var wave = row.months() == 0 ? "before" : "during-" + row.months();
        var shares = List.of(
                OpenTables.value(table, "0", wave + "/share"),
                OpenTables.value(table, "1", wave + "/share"),
                OpenTables.value(table, "2", wave + "/share"));
        var followed = OpenTables.value(table, "met", wave + "/count");
        var lost = OpenTables.value(table, "lost", wave + "/count");
        var holds = followed == row.followed()
                && lost == row.lost()
                && near(shares.get(0), row.street())
                && near(shares.get(1), row.community())
                && near(shares.get(2), row.independent());
        return Verdict.of(
                holds,
                String.format(
                        Locale.ROOT,
                        "n %.0f, bortfall %.0f, %.3f/%.3f/%.3f",
                        followed,
                        lost,
                        shares.get(0),
                        shares.get(1),
                        shares.get(2)));
    }

    /** Equal to the three decimals that were published. */
    private static boolean near(double computed, double published) {
        return Math.abs(computed - published) <= 0.0005001;
    }

    private Imported imported(Path file) throws IOException {
        var known = imported;
        if (known == null) {
            ground.instrument("housing");
            var units = List.of(ground.unit("Boende 0"), ground.unit("Boende 1"));
            var names = Map.of("0", units.get(0).name(), "1", units.get(1).name());
            var mapping = ground.mapping("housing").with(Trait.UNIT, Origin.column("sec", names));
            var first = ground.run(file, mapping, units);
            var again = ground.run(file, mapping, units);
            var own = units.stream()
                    .map(unit -> tables.table("prove-housing", unit, View.HOW_IT_WENT, TableKind.OCCASIONS, "living"))
                    .toList();
            known = new Imported(first, again, units, own);
            imported = known;
        }
        return known;
    }
}
