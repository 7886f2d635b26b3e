package se.samsyn.table.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.BlurredTable;
import se.samsyn.table.disclosure.Branches;

/**
 * Attacks on few persons who are alone in a unit beside a large one in the same municipality, and who all answer alike: how often it is told what they
 * answer.
 */
final class BlurredFew {

    private static final int TRIALS = 1_000;
    private static final int MUNICIPALITIES = 5;
    private static final int PERSONS = 300;
    private static final int ANSWERS = 4;
    private static final int SCALE = 10;
    private static final int FEW = 4;

    private static final int KINDS = MUNICIPALITIES;
    private static final int WIDER = MUNICIPALITIES + KINDS;

    /** Units two by two in municipalities, and two by two from neighbouring ones in kinds of units; the few are in the first. */
    private static final Branches UNITS = Branches.of(
            IntStream.range(0, WIDER + 2 * MUNICIPALITIES)
                    .mapToObj(category -> category < WIDER
                            ? List.of(Branches.TOTAL)
                            : List.of(municipality(category - WIDER), MUNICIPALITIES + kind(category - WIDER)))
                    .toList(),
            IntStream.range(0, WIDER + 2 * MUNICIPALITIES)
                    .map(category -> category < MUNICIPALITIES ? 0 : category < WIDER ? 1 : 2)
                    .toArray());

    /** The last unit is of the same kind as the first, and in another municipality. */
    private static final int OF_ONE_KIND = 2 * MUNICIPALITIES - 1;

    private static final int ANSWER = 0;
    private static final int UNIT = 1;

    private final SplittableRandom random;
    private final BlurredPersons persons;
    private final int answer;

    private BlurredFew(int few, SplittableRandom random) {
        this.random = random;
        this.persons = BlurredPersons.of(PERSONS, 2, ANSWERS, random);
        this.answer = random.nextInt(ANSWERS);
        for (int person = 0; person < PERSONS; person++) {
            persons.put(person, UNIT, person < few ? 0 : 1 + random.nextInt(2 * MUNICIPALITIES - 1));
            if (person < few) {
                persons.put(person, ANSWER, answer);
            }
        }
    }

    private BlurredTable byUnit() {
        return persons.table(List.of(UNITS, Branches.flat(ANSWERS)), this::inUnit);
    }

    private static int municipality(int unit) {
        return unit / 2;
    }

    private static int kind(int unit) {
        return (unit + 1) / 2 % KINDS;
    }

    private int[] inUnit(int person) {
        return new int[] {WIDER + persons.category(person, UNIT), persons.category(person, ANSWER)};
    }

    private int[] inMunicipality(int person) {
        return new int[] {municipality(persons.category(person, UNIT)), persons.category(person, ANSWER)};
    }

    private int[] inKind(int person) {
        return new int[] {kind(persons.category(person, UNIT)), persons.category(person, ANSWER)};
    }

    private BlurredTable byMunicipality() {
        return persons.table(List.of(Branches.flat(MUNICIPALITIES), Branches.flat(ANSWERS)), this::inMunicipality);
    }

    /** The answer for which something is greatest; by lot between equals. */
    private int greatest(IntToDoubleFunction of) {
        double[] chance = random.doubles(ANSWERS, 0, 1e-6).toArray();
        return IntStream.range(0, ANSWERS)
                .boxed()
                .max((one, other) ->
                        Double.compare(of.applyAsDouble(one) + chance[one], of.applyAsDouble(other) + chance[other]))
                .orElseThrow();
    }

    /** What all units lack to the total of each answer. */
    private boolean isToldByTotals() {
        var table = byUnit();
        return greatest(at -> table.count(-1, at)
                        - IntStream.range(WIDER, UNITS.size())
                                .mapToLong(unit -> table.count(unit, at))
                                .sum())
                == answer;
    }

    /** What the large unit lacks to its municipality, in two tables. */
    private boolean isToldByDifference() {
        var units = byUnit();
        var municipalities = byMunicipality();
        return greatest(at -> municipalities.count(0, at) - units.count(WIDER + 1, at)) == answer;
    }

    /** What the other unit of their kind lacks to the kind, in two tables. */
    private boolean isToldByKind() {
        var units = byUnit();
        var kinds = persons.table(List.of(Branches.flat(KINDS), Branches.flat(ANSWERS)), this::inKind);
        return greatest(at -> kinds.count(0, at) - units.count(WIDER + OF_ONE_KIND, at)) == answer;
    }

    /** Where the means of the two differ most; theirs is the highest number there is. */
    private boolean isToldByMeans() {
        double[] numbers = random.ints(PERSONS, 0, SCALE + 1).asDoubleStream().toArray();
        for (int person = 0; persons.category(person, UNIT) == 0; person++) {
            numbers[person] = SCALE;
        }
        var units = persons.numbers(List.of(UNITS, Branches.flat(ANSWERS)), this::inUnit, 0, SCALE, numbers);
        var municipalities = persons.numbers(
                List.of(Branches.flat(MUNICIPALITIES), Branches.flat(ANSWERS)),
                this::inMunicipality,
                0,
                SCALE,
                numbers);
        return greatest(at -> Math.abs(municipalities.mean(0, at).orElse(0)
                        - units.mean(WIDER + 1, at).orElse(0)))
                == answer;
    }

    /** What the few's own row says. */
    private boolean isToldByOwnRow() {
        var units = byUnit();
        return greatest(at -> units.count(WIDER, at)) == answer;
    }

    /** What all units lack to the totals, against what the few's own row says. */
    static Verdict totals(double most, long seed) {
        return tried(BlurredFew::isToldByTotals, most, seed);
    }

    /** What the unit lacks to the municipality, likewise. */
    static Verdict difference(double most, long seed) {
        return tried(BlurredFew::isToldByDifference, most, seed);
    }

    /** What the other unit of their kind lacks to the kind, likewise. */
    static Verdict kinds(double most, long seed) {
        return tried(BlurredFew::isToldByKind, most, seed);
    }

    /** Means of the unit and of the municipality, likewise. */
    static Verdict means(double most, long seed) {
        return tried(BlurredFew::isToldByMeans, most, seed);
    }

    private static Verdict tried(Predicate<BlurredFew> attack, double most, long seed) {
        boolean holds = true;
        var figures = new ArrayList<String>();
        for (int few = 1; few <= FEW; few++) {
            var random = new SplittableRandom(seed + few);
            int told = 0;
            int own = 0;
            for (int trial = 0; trial < TRIALS; trial++) {
                var one = new BlurredFew(few, random);
                told += attack.test(one) ? 1 : 0;
                own += one.isToldByOwnRow() ? 1 : 0;
            }
            holds &= told <= Math.max(own, TRIALS / ANSWERS) + most * TRIALS;
            figures.add(String.format(
                    Locale.ROOT, "%d: %.1f %% (egen rad %.1f)", few, 100.0 * told / TRIALS, 100.0 * own / TRIALS));
        }
        return Verdict.of(holds, "rätt svar, gissning 25 %; " + String.join(", ", figures));
    }
}
