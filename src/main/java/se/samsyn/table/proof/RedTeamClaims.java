package se.samsyn.table.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.Attacker;
import se.samsyn.table.disclosure.Axis;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.CrossTables;
import se.samsyn.table.disclosure.Hiding;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Reach;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Suppression;
import se.samsyn.table.disclosure.Zeros;

/** Our own protection attacked, on made-up tables: outsiders, insiders, complements, and releases on different days. */
@Component
class RedTeamClaims {

    private static final int SMALL_TABLES = 200;
    private static final int MOST = 6;
    private static final int LEAST = 5;
    private static final List<String> VARIABLES = List.of("place", "kind", "sex");

    List<Claim> claims() {
        return List.of(
                new Claim(
                        "Angrepp utifrån på små tabeller: ingen liten cell går att räkna fram",
                        RedTeamClaims::outsiders),
                new Claim(
                        "Angrepp inifrån: den som vet sig vara ensam i en dold cell kan inte räkna fram en annan",
                        RedTeamClaims::insiders),
                new Claim(
                        "Komplement: det som skiljer två visade celler och är litet går inte att räkna fram",
                        RedTeamClaims::complements),
                new Claim(
                        "Två utgåvor olika dagar: tillsammans röjer de inte mer än var för sig",
                        RedTeamClaims::twoReleases),
                new Claim(
                        "Märkta celler: alla dolda celler har ett och samma märke, så ingen liten cell går att räkna fram ur det",
                        RedTeamClaims::marked),
                new Claim("Samma tabeller två gånger: samma celler är dolda", RedTeamClaims::sameAgain),
                new Claim(
                        "Stor tabell, tre nivåer: ingen liten cell går att räkna fram, ingen snävare än två personer",
                        RedTeamClaims::large));
    }

    /** Tables of places, pairs of places, kinds and sexes, with all totals. */
    private static CrossTables tables(int places, int kinds) {
        var codes = IntStream.range(0, places).mapToObj(place -> "p" + place).toList();
        var tables = new CrossTables(VARIABLES);
        var kindCodes = IntStream.range(0, kinds).mapToObj(kind -> "k" + kind).toList();
        for (var place : codes) {
            for (var kind : kindCodes) {
                Stream.of("w", "m").forEach(sex -> tables.innerCell(List.of(place, kind, sex)));
            }
        }
        var groups = new ArrayList<Axis.Group>();
        groups.add(new Axis.Group(Axis.TOTAL, Set.copyOf(codes)));
        for (int from = 0; from < places && places > 2; from += 4) {
            groups.add(new Axis.Group("c" + from, Set.copyOf(codes.subList(from, Math.min(places, from + 4)))));
        }
        codes.forEach(code -> groups.add(new Axis.Group(code, Set.of(code))));
        tables.table(
                List.of(new Axis("place", groups), Axis.of("kind", kindCodes), Axis.of("sex", List.of("w", "m"))),
                CrossTables.Unoccupied.SHOWN);
        return tables;
    }

    private static long[] counts(int size, int most, RandomGenerator random) {
        return IntStream.range(0, size)
                .mapToLong(inner -> random.nextInt(4) == 0 ? 0 : random.nextInt(most + 1))
                .toArray();
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static Verdict outsiders() {
        var tally = new Tally();
        for (long seed = 0; seed < SMALL_TABLES; seed++) {
            var linked = tables(5, 3).linked(counts(30, MOST, random(seed)));
            var hiding = Suppression.protect(linked, Rule.standard(), Care.BOUNDS);
            tally.fractions += hiding.audit().inFractions();
            attack(linked, hiding, hiding::hides, tally);
        }
        return tally.verdict(tally.exact + tally.narrow + tally.fractions == 0);
    }

    private static void attack(LinkedTables linked, Hiding hiding, IntPredicate hidden, Tally tally) {
        try (var attacker = new Attacker(linked, Zeros.KNOWN, hidden, 1)) {
            for (int cell : hiding.hidden()) {
                if (hiding.primaryForOwnerOnly(cell)) {
                    tally.add(attacker.reach(cell));
                }
            }
        }
    }

    private static Verdict insiders() {
        var tally = new Tally();
        for (long seed = 0; seed < SMALL_TABLES; seed++) {
            var linked = tables(4, 3).linked(counts(24, MOST, random(seed)));
            var hiding = Suppression.protect(linked, Rule.standard(), Care.INSIDERS);
            for (int insider : hiding.hidden()) {
                if (linked.count(insider) == 1) {
                    inside(linked, hiding, insider, tally);
                }
            }
        }
        return tally.verdict(tally.exact == 0 && tally.attacked > 0);
    }

    private static void inside(LinkedTables linked, Hiding hiding, int insider, Tally tally) {
        try (var attacker = new Attacker(
                linked, Zeros.KNOWN, cell -> hiding.hides(cell) && !linked.samePersons(cell, insider), 1)) {
            for (int cell : hiding.hidden()) {
                if (hiding.primaryForOwnerOnly(cell) && !linked.samePersons(cell, insider)) {
                    tally.add(attacker.reach(cell));
                }
            }
        }
    }

    private static Verdict complements() {
        var tally = new Tally();
        var rule = Rule.standard().withInsiders(LEAST - 1);
        for (long seed = 0; seed < SMALL_TABLES; seed++) {
            var random = random(seed);
            var tables = tables(4, 3);
            var counts = counts(24, 3 * MOST, random);
            int size = tables.cells().size();
            var published = new BitSet();
            IntStream.range(0, size).filter(cell -> random.nextInt(3) > 0).forEach(published::set);
            IntFunction<Standing> standing = cell -> published.get(cell) ? Standing.FREE : Standing.COMBINATION;
            var linked = tables.linked(counts, Map.of(), cell -> 0, standing);
            var hiding = Suppression.protect(linked, rule, Care.SINGLETONS);
            try (var attacker =
                    new Attacker(linked, Zeros.KNOWN, cell -> !published.get(cell) || hiding.hides(cell), 0)) {
                for (int cell = 0; cell < size; cell++) {
                    boolean small = linked.count(cell) > 0 && linked.count(cell) < LEAST;
                    if (small && linked.isDifference(cell, published::get)) {
                        tally.add(attacker.reach(cell));
                    }
                }
            }
        }
        return tally.verdict(tally.exact == 0 && tally.attacked > 0);
    }

    private static Verdict twoReleases() {
        var tally = new Tally();
        int refused = 0;
        for (long seed = 0; seed < SMALL_TABLES; seed++) {
            var random = random(seed);
            var tables = tables(4, 3);
            var counts = counts(24, MOST, random);
            int size = tables.cells().size();
            var early = new BitSet();
            IntStream.range(0, size).filter(cell -> random.nextBoolean()).forEach(early::set);
            var first = tables.linked(
                    counts, Map.of(), cell -> 0, cell -> early.get(cell) ? Standing.FREE : Standing.COMBINATION);
            var before = Suppression.protect(first, Rule.standard(), Care.BOUNDS);
            var second = tables.linked(counts, Map.of(), cell -> 0, cell -> standing(cell, early, before));
            var after = Suppression.protect(second, Rule.standard(), Care.BOUNDS);
            if (after.exposed().length > 0) {
                refused++;
            } else {
                attack(second, after, cell -> early.get(cell) ? before.hides(cell) : after.hides(cell), tally);
            }
        }
        return tally.verdict(
                tally.exact == 0 && tally.attacked > 0, refused + " av " + SMALL_TABLES + " andra utgåvor stoppade, ");
    }

    private static Standing standing(int cell, BitSet early, Hiding before) {
        if (!early.get(cell)) {
            return Standing.FREE;
        }
        return before.hides(cell) ? Standing.CONCEALED : Standing.SHOWN;
    }

    /** The attacker has nothing but what leaves: counts, and the same emptiness for all that is hidden. */
    private static Verdict marked() {
        var tally = new Tally();
        var told = new Tally();
        for (long seed = 0; seed < SMALL_TABLES; seed++) {
            var linked = tables(5, 3).linked(counts(30, MOST, random(seed)));
            var hiding = Suppression.protect(linked, Rule.standard(), Care.BOUNDS);
            var published = IntStream.range(0, linked.size())
                    .mapToObj(cell -> hiding.hides(cell) ? OptionalLong.empty() : OptionalLong.of(linked.count(cell)))
                    .toList();
            attack(linked, hiding, cell -> published.get(cell).isEmpty(), tally);
            try (var attacker =
                    Attacker.toldWhy(linked, Zeros.KNOWN, hiding::hides, cell -> linked.count(cell) < LEAST, LEAST)) {
                Arrays.stream(hiding.hidden())
                        .filter(hiding::primaryForOwnerOnly)
                        .forEach(cell -> told.add(attacker.reach(cell)));
            }
        }
        return tally.verdict(
                tally.exact + tally.narrow == 0 && told.exact > 0,
                "hade små celler haft ett eget märke: " + told.exact + " framräknade; med ett märke för alla: ");
    }

    private static Verdict sameAgain() {
        int differing = 0;
        for (long seed = 0; seed < SMALL_TABLES; seed++) {
            var counts = counts(24, MOST, random(seed));
            var once = Suppression.protect(tables(4, 3).linked(counts), Rule.standard(), Care.INSIDERS);
            var again = Suppression.protect(tables(4, 3).linked(counts), Rule.standard(), Care.INSIDERS);
            differing += Arrays.equals(once.hidden(), again.hidden()) ? 0 : 1;
        }
        return Verdict.of(differing == 0, SMALL_TABLES + " tabeller, " + differing + " skiljer");
    }

    private static Verdict large() {
        var tally = new Tally();
        var tables = tables(100, 12);
        var linked = tables.linked(counts(2400, 3 * MOST, random(1)));
        long start = System.nanoTime();
        var hiding = Suppression.protect(linked, Rule.standard(), Care.BOUNDS);
        double seconds = (System.nanoTime() - start) / 1e9;
        attack(linked, hiding, hiding::hides, tally);
        return tally.verdict(
                tally.exact + tally.narrow == 0,
                String.format(
                        Locale.ROOT,
                        "%d celler, %d dolda på %.1f s, ",
                        linked.size(),
                        hiding.hidden().length,
                        seconds));
    }

    private static final class Tally {
        private int attacked;
        private int exact;
        private int narrow;
        private int fractions;

        void add(Reach reach) {
            attacked++;
            exact += reach.exact() ? 1 : 0;
            narrow += !reach.exact() && reach.width() < 2 - 1e-5 ? 1 : 0;
        }

        Verdict verdict(boolean holds) {
            return verdict(holds, "");
        }

        Verdict verdict(boolean holds, String before) {
            return Verdict.of(
                    holds,
                    before + attacked + " angrepp, " + exact + " framräknade, " + narrow + " snävare än två personer");
        }
    }
}
