package se.samsyn.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import se.samsyn.kernel.Sex;

/** The inner cells of a family: persons of one class and sex in one of its places and one year. */
final class Ground {

    /** More than any count that is too small, for groups whose count is unknown to a reader. */
    private static final int SOME = 1000;

    private static final List<Sex> SEXES = List.of(Sex.WOMAN, Sex.MAN, Sex.OTHER);

    /** An inner cell. */
    record Inner(int place, int period, Sex sex, int ofClass) {}

    private final int head;
    private final List<Inner> inners;
    private final List<Integer> persons;
    private final Map<Integer, Map<Integer, List<Integer>>> byPlace = new HashMap<>();

    Ground(int head, Map<Inner, Integer> counted) {
        this.head = head;
        this.inners = List.copyOf(counted.keySet());
        this.persons = List.copyOf(counted.values());
        for (int i = 0; i < inners.size(); i++) {
            for (int place : List.of(head, inners.get(i).place())) {
                for (int period : List.of(Snapshot.ALL_YEARS, inners.get(i).period())) {
                    byPlace.computeIfAbsent(place, _ -> new HashMap<>())
                            .computeIfAbsent(period, _ -> new ArrayList<>())
                            .add(i);
                }
            }
        }
    }

    /** The same ground as somebody sees it who cannot tell which inner cells are empty, but for those said to be. */
    Ground withUnknown(int classes, int periods, List<Integer> places, Predicate<Inner> saidEmpty) {
        Map<Inner, Integer> seen = new LinkedHashMap<>();
        for (int place : places) {
            for (int period = 1; period < periods; period++) {
                for (Sex sex : SEXES) {
                    for (int ofClass = 0; ofClass < classes; ofClass++) {
                        Inner inner = new Inner(place, period, sex, ofClass);
                        if (!saidEmpty.test(inner)) {
                            seen.put(inner, SOME);
                        }
                    }
                }
            }
        }
        return new Ground(head, seen);
    }

    List<Integer> counts() {
        return persons;
    }

    /** The positions of the inner cells at a place, in a period, of a group by sex and some classes. */
    int[] of(int place, int period, SexGroup group, BitSet classes) {
        return found(place, period, group, classes).toArray();
    }

    long count(int place, int period, SexGroup group, BitSet classes) {
        return found(place, period, group, classes).mapToLong(persons::get).sum();
    }

    private IntStream found(int place, int period, SexGroup group, BitSet classes) {
        return byPlace.getOrDefault(place, Map.of()).getOrDefault(period, List.of()).stream()
                .mapToInt(Integer::intValue)
                .filter(i -> group.contains(inners.get(i).sex())
                        && classes.get(inners.get(i).ofClass()));
    }
}
