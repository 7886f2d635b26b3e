package se.samsyn.table.proof;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;

/**
 * Blurred tables attacked, on made-up persons: averages, differences, bounds, shares and means. Where blur is not enough by itself the claim
 * says so, and how much the ledger of questions has to keep from being asked.
 */
@Component
class BlurredClaims {

    private static final double CHANCE = 0.06;
    private static final double CHANCE_OF_FEW = 0.12;
    private static final int SPLITS = 200;

    List<Claim> claims() {
        return List.of(
                averaging(50, 4, 1, SPLITS, 300),
                averaging(300, 4, 1, SPLITS, 200),
                averaging(300, 4, 2, SPLITS, 100),
                averaging(1000, 4, 3, SPLITS, 60),
                new Claim(
                        "Samma personer lästa igen i annan ordning får samma tal",
                        () -> BlurredDifferences.readAgain(100, 5)),
                new Claim(
                        "Komplement i brus: alla minus kvinnor säger inte mer om få män än deras egen cell",
                        () -> BlurredDifferences.complement(2000, CHANCE, 6)),
                new Claim(
                        "En ensam i sin grupp: raden visar i högst 4 % av fallen var personen finns",
                        () -> BlurredDifferences.alike(1, 1000, 0.04, 7)),
                new Claim(
                        "Tre i en grupp, alla lika: raden visar i högst 20 % av fallen var de finns",
                        () -> BlurredDifferences.alike(3, 1000, 0.2, 8)),
                new Claim(
                        "Linjärt program mot en brusad tabell, bruset antas högst 5: ingen cell räknas fram",
                        () -> BlurredBounds.bounded(5, 300, 20, 9)),
                new Claim(
                        "Linjärt program mot en brusad tabell, bruset antas högst 7: ingen cell räknas fram",
                        () -> BlurredBounds.bounded(7, 300, 20, 9)),
                new Claim(
                        "Procent räknade tillbaka till antal ger inte mer än de brusade antalen",
                        () -> BlurredBounds.shares(500, 10)),
                new Claim(
                        "Medelvärden med och utan en person, 50 personer: personens tal högst 10 procentenheter över gissning",
                        () -> BlurredDifferences.means(50, 1000, 0.1, 11)),
                new Claim(
                        "Medelvärden med och utan en person, 300 personer: personens tal högst 10 procentenheter över gissning",
                        () -> BlurredDifferences.means(300, 1000, 0.1, 12)),
                new Claim(
                        "Få ensamma på en enhet: vad delarna saknar till summan säger inte mer än deras egen rad",
                        () -> BlurredFew.totals(CHANCE, 13)),
                new Claim(
                        "Kommun minus dess stora enhet, två tabeller: skillnaden säger inte mer än de fås egen rad",
                        () -> BlurredFew.difference(CHANCE, 17)),
                new Claim(
                        "Enhetsslag minus dess andra enhet, där slagen går tvärs över kommunerna: inte mer än de fås egen rad",
                        () -> BlurredFew.kinds(CHANCE, 25)),
                new Claim(
                        "Medelvärden i kommun och i dess stora enhet säger inte mer än de fås egen rad",
                        () -> BlurredFew.means(CHANCE, 21)),
                new Claim(
                        "Varför liggaren nekar: två urval där en person skiljer skulle röja kategorin i högst 80 % av fallen,"
                                + " om båda besvarades",
                        () -> BlurredDifferences.one(300, 4, 2000, 0.8, 13)),
                new Claim(
                        "Varför ärenden läses om först när fem skiljer: en nytillkommen skulle röjas likaså",
                        () -> BlurredDifferences.one(50, 4, 2000, 0.8, 14)),
                new Claim(
                        "Varför liggaren nekar: 200 delningar i små celler (fyra i varje) skulle röja gruppens antal"
                                + " i högst 65 % av fallen",
                        () -> new BlurredAveraging(50, 12, 1, SPLITS, 200).tried(0.41, 15)),
                new Claim(
                        "Tjugo delningar i små celler, som liggaren medger: högst 15 procentenheter över ett svar",
                        () -> new BlurredAveraging(50, 12, 1, 20, 300).tried(0.15, 16)));
    }

    private static Claim averaging(int persons, int sizes, int dimensions, int splits, int trials) {
        return new Claim(
                splits + " delningar med " + dimensions + " variabler av " + persons
                        + " personer: medelvärdet säger inte mer än ett svar",
                () -> new BlurredAveraging(persons, sizes, dimensions, splits, trials)
                        .tried(trials < 200 ? CHANCE_OF_FEW : CHANCE, 100L * persons + dimensions));
    }
}
