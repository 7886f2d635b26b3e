package se.samsyn.table.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.Attacker;
import se.samsyn.table.disclosure.Axis;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.Hiding;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Suppression;
import se.samsyn.table.disclosure.Zeros;

/**
 * Made-up tables with made-up policies, many: what holds of all of them. With care for bounds or a width, cells are attacked by linear
 * programming, and small tables by going through every whole table; with less care, by sums and differences.
 */
@Component
class GeneratedClaims {

    private static final int TABLES = 1000;
    private static final long STEPS = 20_000;
    private static final int MOST_ENUMERATED = 12;

    List<Claim> claims() {
        return List.of(new Claim(
                TABLES
                        + " slumpade tabeller med slumpade träd och regler: de går ihop, inget litet räknas fram, samma in ger samma ut,"
                        + " och ordningen gör dem inte osäkra",
                () -> tried(TABLES)));
    }

    /** So many of them tried. */
    static Verdict tried(int tables) {
        var tally = new Tally();
        for (long seed = 0; seed < tables; seed++) {
            tally.add(GeneratedTables.of(seed));
        }
        return tally.verdict();
    }

    private static final class Tally {
        private int tables;
        private int sums;
        private int unequal;
        private int attacked;
        private int told;
        private int exposed;
        private int enumerated;
        private int differing;
        private int sameInOtherOrder;

        void add(GeneratedTables made) {
            tables++;
            var laid = made.laid();
            var hiding = Suppression.protect(laid.linked(), made.rule(), made.care());
            addUp(laid);
            attack(made, laid, hiding);
            var again = made.laid();
            var same = Suppression.protect(again.linked(), made.rule(), made.care());
            differing += outcome(laid, hiding).equals(outcome(again, same)) ? 0 : 1;
            var other = made.shuffled();
            var inOtherOrder = Suppression.protect(other.linked(), made.rule(), made.care());
            attack(made, other, inOtherOrder);
            sameInOtherOrder += outcome(laid, hiding).equals(outcome(other, inOtherOrder)) ? 1 : 0;
        }

        /** Each total against the codes of its variable, where both are in the tables. */
        private void addUp(GeneratedTables.Laid laid) {
            var numbers = new HashMap<List<String>, Integer>();
            laid.cross().cells().forEach(name -> numbers.put(name, numbers.size()));
            numbers.forEach((name, number) -> {
                for (int k = 0; k < name.size(); k++) {
                    if (name.get(k).equals(Axis.TOTAL)) {
                        addUp(laid, numbers, number, parts(name, k, laid));
                    }
                }
            });
        }

        private void addUp(
                GeneratedTables.Laid laid, Map<List<String>, Integer> numbers, int total, List<List<String>> parts) {
            if (numbers.keySet().containsAll(parts)) {
                sums++;
                long sum = 0;
                for (var part : parts) {
                    sum += laid.linked().count(numbers.getOrDefault(part, total));
                }
                unequal += sum == laid.linked().count(total) ? 0 : 1;
            }
        }

        private static List<List<String>> parts(List<String> name, int k, GeneratedTables.Laid laid) {
            return laid.codes(k).stream()
                    .map(code -> {
                        var part = new ArrayList<>(name);
                        part.set(k, code);
                        return List.copyOf(part);
                    })
                    .toList();
        }

        private void attack(GeneratedTables made, GeneratedTables.Laid laid, Hiding hiding) {
            var secret = new BitSet();
            IntStream.range(0, laid.linked().size())
                    .filter(cell -> hiding.primaryForOwnerOnly(cell) && hiding.hides(cell))
                    .forEach(secret::set);
            Arrays.stream(hiding.exposed()).forEach(secret::clear);
            exposed += made.hasOlder() && hiding.exposed().length > 0 ? 1 : 0;
            told += made.hasOlder() ? 0 : hiding.exposed().length;
            attacked += secret.cardinality();
            if (made.care().compareTo(Care.BOUNDS) >= 0 || made.rule().width() > 0) {
                bounds(made, laid, hiding, secret);
            } else {
                sums(made, laid, hiding, secret);
            }
        }

        private void bounds(GeneratedTables made, GeneratedTables.Laid laid, Hiding hiding, BitSet secret) {
            var zeros = made.rule().zeros();
            IntPredicate ours = cell -> hiding.hides(cell) && laid.standing(cell) != Standing.COMBINATION;
            boolean somebody = (zeros == Zeros.KNOWN || zeros == Zeros.SHOWN)
                    && Arrays.stream(hiding.hidden())
                            .filter(ours)
                            .allMatch(cell -> laid.linked().count(cell) > 0);
            try (var attacker = new Attacker(laid.linked(), zeros, hiding::hides, somebody ? 1 : 0)) {
                told += attacker.told(secret).cardinality();
            }
            var inner = laid.occupied();
            if (zeros == Zeros.KNOWN
                    && made.care().compareTo(Care.BOUNDS) >= 0
                    && inner.stream().flatMapToInt(Arrays::stream).distinct().count() <= MOST_ENUMERATED) {
                var whole = new WholeTables(
                        laid.linked(), inner, hiding::hides, cell -> ours.test(cell) && inner.get(cell).length > 0);
                if (whole.gone(STEPS)) {
                    enumerated++;
                    told += (int) secret.stream().filter(whole::told).count();
                }
            }
        }

        private void sums(GeneratedTables made, GeneratedTables.Laid laid, Hiding hiding, BitSet secret) {
            var inner = made.rule().zeros() == Zeros.KNOWN ? laid.occupied() : laid.inner();
            int size = made.combinations().size();
            var span = new Span();
            IntStream.range(0, inner.size())
                    .filter(cell -> !hiding.hides(cell))
                    .forEach(cell -> span.add(vector(inner.get(cell), size)));
            told += (int) secret.stream()
                    .filter(cell -> span.holds(vector(inner.get(cell), size)))
                    .count();
        }

        private static long[] vector(int[] inner, int size) {
            long[] vector = new long[size];
            Arrays.stream(inner).forEach(each -> vector[each] = 1);
            return vector;
        }

        /** Names of the hidden cells, and of those that are reported exposed. */
        private static List<Set<String>> outcome(GeneratedTables.Laid laid, Hiding hiding) {
            return List.of(names(laid, hiding.hidden()), names(laid, hiding.exposed()));
        }

        private static Set<String> names(GeneratedTables.Laid laid, int[] cells) {
            var names = new TreeSet<String>();
            Arrays.stream(cells).forEach(cell -> names.add(laid.name(cell)));
            return names;
        }

        Verdict verdict() {
            return Verdict.of(
                    unequal + told + differing == 0 && sums > 0 && attacked > 0 && enumerated > 0,
                    "%d tabeller; %d totaler, %d stämmer inte; %d angrepp, %d framräknade (%d gånger alla hela tabeller genomgångna, %d gånger"
                                    .formatted(tables, sums, unequal, attacked, told, enumerated, exposed)
                            + " meddelat vad äldre celler röjer); %d skiljer andra gången; i annan ordning lika säkra, samma celler dolda i %d"
                                    .formatted(differing, sameInOtherOrder));
        }
    }
}
