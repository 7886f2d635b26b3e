package se.samsyn.table.proof;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.AmountRule;
import se.samsyn.table.disclosure.Axis;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.Contribution;
import se.samsyn.table.disclosure.CrossTables;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Suppression;

/** What cannot be right is refused at the door, in words; what is right and strict gives a result. */
@Component
class RefusalClaims {

    List<Claim> claims() {
        return List.of(
                new Claim("En regel som döljer allt ger ett klart svar, inget fel", RefusalClaims::allHidden),
                new Claim(
                        "Ett träd med en slinga stoppas, och slingan nämns",
                        () -> refused(
                                () -> Axis.ofTree("plats", Map.of("a", "b", "b", "c", "c", "a")),
                                "The tree of plats has a loop: ")),
                new Claim(
                        "Negativa antal stoppas",
                        () -> refused(
                                () -> LinkedTables.builder().innerCell(-1), "An inner cell has 0 to 2^40 persons")),
                new Claim(
                        "Negativa belopp stoppas där angreppet inte kan räkna med dem",
                        () -> refused(RefusalClaims::negativeAmount, "takes none to be negative")),
                new Claim("Negativa belopp som skyddas räknas efter sin storlek", RefusalClaims::negativeDominates),
                new Claim(
                        "Fler eller färre antal än celler stoppas",
                        () -> refused(
                                () -> new CrossTables(List.of("a")).linked(new long[] {1}), "0 cells, 1 counts")));
    }

    private static Verdict allHidden() {
        var tables = new CrossTables(List.of("place", "sex"));
        for (var place : List.of("p", "q", "r")) {
            List.of("w", "m").forEach(sex -> tables.innerCell(List.of(place, sex)));
        }
        tables.table(
                List.of(Axis.of("place", List.of("p", "q", "r")), Axis.of("sex", List.of("w", "m"))),
                CrossTables.Unoccupied.SHOWN);
        var linked = tables.linked(new long[] {5, 0, 17, 40, 1, 3});
        var rule = new Rule(1_000);
        boolean all = true;
        for (var care : Care.values()) {
            var hiding = Suppression.protect(linked, rule, care);
            all &= hiding.audit().hidesAll() && hiding.exposed().length == 0;
            all &= Suppression.protect(linked, rule.withWidth(2), care).audit().hidesAll();
        }
        return Verdict.of(all, linked.size() + " celler, alla med personer dolda, med all sorts omsorg");
    }

    private static LinkedTables negativeAmount() {
        var builder = LinkedTables.builder();
        builder.cell(Standing.FREE, 0, builder.innerCell(1, List.of(new Contribution(1, -5))));
        return builder.build().ofAmounts(1);
    }

    private static Verdict negativeDominates() {
        var builder = LinkedTables.builder();
        int owed = builder.innerCell(2, List.of(new Contribution(1, -90), new Contribution(2, 5)));
        int cell = builder.cell(Standing.FREE, 0, owed);
        var rule = new Rule(1).with(new AmountRule(List.of(new AmountRule.Dominance(1, 80)), 0, 1));
        return Verdict.of(
                Suppression.protect(builder.build(), rule, Care.SINGLETONS).hides(cell), "-90 av -85 är dolt");
    }

    private static Verdict refused(Callable<?> asked, String words) throws Exception {
        try {
            asked.call();
            return new Verdict.Fails("gick igenom");
        } catch (IllegalArgumentException refusal) {
            String message = String.valueOf(refusal.getMessage());
            return Verdict.of(message.contains(words), message);
        }
    }
}
