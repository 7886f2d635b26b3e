package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Safety on random small tables, judged by an oracle that goes through every possible table. */
class SuppressionPropertiesTest {

    private static final Rule RULE = new Rule(4);
    private static final long STEPS = 60_000;

    @Property(tries = 80)
    void revealsNoSmallCellOfTwoWayTables(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int places,
            @ForAll @IntRange(min = 2, max = 4) int categories,
            @ForAll @IntRange(min = 1, max = 7) int largest) {
        assertSafe(RandomTables.crossing(seed, new int[] {places, categories}, largest));
    }

    @Property(tries = 60)
    void revealsNoSmallCellOfThreeWayTables(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int places,
            @ForAll @IntRange(min = 1, max = 5) int largest) {
        assertSafe(RandomTables.crossing(seed, new int[] {places, 2, 2}, largest));
    }

    @Property(tries = 60)
    void revealsNothingWhenOnlySomeCellsArePublished(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int places,
            @ForAll @IntRange(min = 2, max = 3) int size) {
        assertSafe(RandomTables.crossing(seed, new int[] {places, size, 2}, 3).withSome(seed));
    }

    @Property(tries = 80)
    void revealsNothingOrSaysWhatOlderCellsReveal(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int places,
            @ForAll @IntRange(min = 2, max = 4) int oneIn) {
        assertSafe(RandomTables.crossing(seed, new int[] {places, 3}, 5).withStandings(seed, 3 * oneIn));
    }

    @Property(tries = 40)
    void isSafeInWhateverOrderCellsAreAdded(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int places) {
        RandomTables tables = RandomTables.crossing(seed, new int[] {places, 3}, 5);
        List<Integer> order = IntStream.range(0, tables.cells().size()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(seed));
        assertSafe(tables.pick(order));
    }

    @Property(tries = 80)
    void tellsNoSmallCellWhateverIsKnownOfEmptyOnes(
            @ForAll long seed,
            @ForAll Zeros zeros,
            @ForAll @IntRange(min = 2, max = 4) int places,
            @ForAll @IntRange(min = 2, max = 6) int oneIn) {
        RandomTables tables = RandomTables.crossing(seed, new int[] {places, 2, 2}, 5)
                .withStandings(seed, 3 * oneIn)
                .withSome(seed);
        LinkedTables linked = tables.linked();
        Hiding hiding = Suppression.protect(linked, RULE.with(zeros), Care.INSIDERS);
        boolean someEmpty = Arrays.stream(hiding.hidden()).anyMatch(k -> linked.count(k) == 0);
        long least = (zeros == Zeros.KNOWN || zeros == Zeros.SHOWN) && !someEmpty ? 1 : 0;
        BitSet exposed = new BitSet();
        Arrays.stream(hiding.exposed()).forEach(exposed::set);
        try (Attacker attacker = new Attacker(linked, zeros, hiding::hides, least)) {
            for (int k : hiding.hidden()) {
                if (hiding.primaryForOwnerOnly(k)) {
                    assertThat(attacker.reach(k).exact() && !exposed.get(k))
                            .as("cell %d told exactly", k)
                            .isFalse();
                }
            }
        }
    }

    @Property(tries = 40)
    void keepsEveryIntervalAsWideAsTheRuleAsks(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int places,
            @ForAll @IntRange(min = 3, max = 6) int width) {
        LinkedTables linked =
                RandomTables.crossing(seed, new int[] {places, 3, 2}, 9).linked();
        Hiding hiding = Suppression.protect(linked, RULE.withWidth(width), Care.BOUNDS);
        assertThat(hiding.exposed()).isEmpty();
        try (Attacker attacker = new Attacker(linked, Zeros.KNOWN, hiding::hides, 1)) {
            for (int k : hiding.hidden()) {
                if (hiding.primaryForOwnerOnly(k) && !hiding.audit().hidesAll()) {
                    assertThat(attacker.reach(k).width()).as("cell %d", k).isGreaterThan(width - 0.01);
                }
            }
        }
    }

    /** Somebody alone in a hidden cell knows that cell too, and may tell no other by it. */
    @Property(tries = 40)
    void tellsNoSmallCellToOneWhoIsAloneInAnother(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int places,
            @ForAll @IntRange(min = 2, max = 4) int kinds) {
        LinkedTables linked =
                RandomTables.crossing(seed, new int[] {places, kinds}, 5).linked();
        Hiding hiding = Suppression.protect(linked, RULE, Care.INSIDERS);
        if (hiding.audit().toInsiders() > 0) {
            return; // said, and no release is made of it
        }
        for (int own : hiding.hidden()) {
            if (linked.count(own) == 1) {
                assertTellsNothing(linked, hiding, own);
            }
        }
    }

    private static void assertTellsNothing(LinkedTables linked, Hiding hiding, int own) {
        try (Attacker insider =
                new Attacker(linked, Zeros.KNOWN, k -> hiding.hides(k) && !linked.samePersons(k, own), 1)) {
            for (int k : hiding.hidden()) {
                if (hiding.primaryForOwnerOnly(k) && !linked.samePersons(k, own)) {
                    assertThat(insider.reach(k).exact())
                            .as("cell %d told to the one in %d", k, own)
                            .isFalse();
                }
            }
        }
    }

    /** A combination that nobody publishes is not known: the men of a place, where all and the women are shown. */
    @Property(tries = 40)
    void whatIsNotPublishedIsNotTakenForKnown(@ForAll @IntRange(min = 5, max = 9) int women) {
        LinkedTables.Builder tables = LinkedTables.builder();
        int some = tables.innerCell(women);
        int few = tables.innerCell(2);
        int many = tables.innerCell(30);
        int all = tables.cell(Standing.FREE, 1, some, few, many);
        int part = tables.cell(Standing.FREE, 0, some, few);
        int nowhere = tables.cell(Standing.COMBINATION, 0, many);
        int small = tables.cell(Standing.FREE, 0, few);
        LinkedTables linked = tables.build();

        Hiding hiding = Suppression.protect(linked, RULE, Care.BOUNDS);

        assertThat(hiding.hidden()).containsExactly(nowhere, small);
        assertThat(hiding.hides(all) || hiding.hides(part)).isFalse();
        try (Attacker attacker = new Attacker(linked, Zeros.KNOWN, hiding::hides, 1)) {
            assertThat(attacker.reach(nowhere).exact()).isTrue();
            assertThat(attacker.reach(small).exact()).isFalse();
        }
    }

    private static void assertSafe(RandomTables tables) {
        LinkedTables linked = tables.linked();
        Hiding hiding = Suppression.protect(linked, RULE);
        BitSet hidden = new BitSet();
        Arrays.stream(hiding.hidden()).forEach(hidden::set);
        assertThat(Suppression.protect(linked, RULE).hidden())
                .as("deterministic")
                .isEqualTo(hiding.hidden());
        assertHidesWhatItMust(tables, hiding);

        BitSet unknown = new BitSet();
        IntStream.range(0, tables.cells().size())
                .filter(k -> hidden.get(k) && unknownElsewhere(tables, k))
                .forEach(unknown::set);
        Oracle oracle = new Oracle(tables, unknown);
        Assume.that(oracle.enumerate(STEPS));
        BitSet exposed = new BitSet();
        Arrays.stream(hiding.exposed()).forEach(exposed::set);
        int narrow = 0;
        for (int k = 0; k < tables.cells().size(); k++) {
            if (hiding.primaryForOwnerOnly(k)) {
                assertThat(oracle.width(k) == 0).as("cell %d told exactly", k).isEqualTo(exposed.get(k));
                narrow += oracle.width(k) == 1 ? 1 : 0;
            }
        }
        assertThat(narrow > 0).as("narrow").isEqualTo(hiding.audit().narrow() > 0);
        assertThat(hiding.audit().inFractions()).isZero();
        if (tables.standings().stream().allMatch(standing -> standing == Standing.FREE)) {
            assertThat(hiding.exposed()).isEmpty();
        }
    }

    /** No cell of the same persons has been shown before. */
    private static boolean unknownElsewhere(RandomTables tables, int cell) {
        return IntStream.range(0, tables.cells().size())
                .filter(k -> tables.standings().get(k) == Standing.SHOWN)
                .noneMatch(k -> Arrays.equals(occupied(tables, k), occupied(tables, cell)));
    }

    private static int[] occupied(RandomTables tables, int cell) {
        return Arrays.stream(tables.cells().get(cell))
                .filter(inner -> tables.persons()[inner] > 0)
                .toArray();
    }

    private static void assertHidesWhatItMust(RandomTables tables, Hiding hiding) {
        for (int k = 0; k < tables.cells().size(); k++) {
            long count = tables.count(k);
            switch (tables.standings().get(k)) {
                case SHOWN -> assertThat(hiding.hides(k)).isFalse();
                case COMBINATION -> assertThat(hiding.hides(k)).isTrue();
                case CONCEALED -> assertThat(hiding.hides(k)).isEqualTo(count > 0);
                case FREE -> {
                    if (RULE.tooSmall(count)) {
                        assertThat(hiding.hides(k)).isTrue();
                    }
                    if (count == 0) {
                        assertThat(hiding.hides(k)).isFalse();
                    }
                }
            }
        }
    }

    @Example
    void stopsWhenItIsGivenUp() {
        LinkedTables linked = RandomTables.crossing(7, new int[] {6, 4}, 8).linked();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Suppression.protect(linked, RULE, Care.BOUNDS))
                    .isInstanceOf(GivenUp.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
