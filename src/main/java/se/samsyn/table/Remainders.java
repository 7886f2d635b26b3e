package se.samsyn.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Standing;

/**
 * Finds sums that give away the hidden cells in them though nobody can subtract one from another: where the hidden ones together are
 * hardly more than they are many, each must be one, or nearly. The cell that is best hidden with them is concealed.
 */
/*
 * Hidden cells hold at least one person each, as readers see it: zeros are shown. With a sum of 5, five hidden cells and the rest
 * zeros, every hidden cell is 1. So if the hidden cells have fewer than SLACK persons beyond one each, the smallest shown cell of
 * the sum goes with them; where there is none, the sum itself; and where that was published before, the zeros beside them are
 * hidden, so that a reader no longer knows which cells hold anybody. Sums are taken over the parts of a topic, over the places
 * under a place, and over years. The bounds that several sums give together are not looked at.
 */
final class Remainders {

    static final int SLACK = 2;

    private final List<Family.Wanted> wanted;
    private final int least;
    private final List<Sum> sums = new ArrayList<>();
    private final Set<Integer> zeros = new HashSet<>();

    /** A cell and the cells it is the sum of, as positions among those wanted. */
    private record Sum(int whole, List<Integer> atoms) {}

    private record At(int place, int period, SexGroup group) {}

    Remainders(Topic topic, int head, List<Family.Wanted> wanted) {
        this.wanted = new ArrayList<>(wanted);
        this.least = Rule.standard().least();
        addParts(partitions(topic));
        addPlacesAndYears(head);
    }

    /** Classes that are the disjoint union of some parts. */
    private record Partition(BitSet whole, List<Integer> parts) {}

    private static List<Partition> partitions(Topic topic) {
        Set<BitSet> wholes = new HashSet<>();
        topic.outers().forEach(outer -> wholes.add(outer.classes()));
        topic.parts().forEach(part -> wholes.add(part.classes()));
        return wholes.stream()
                .flatMap(whole -> partition(topic, whole).stream())
                .toList();
    }

    private static Optional<Partition> partition(Topic topic, BitSet whole) {
        List<Integer> inside = IntStream.range(0, topic.parts().size())
                .filter(part -> within(topic.parts().get(part).classes(), whole))
                .boxed()
                .toList();
        List<Integer> atoms = inside.stream()
                .filter(part -> inside.stream()
                        .noneMatch(other -> within(
                                topic.parts().get(other).classes(),
                                topic.parts().get(part).classes())))
                .toList();
        BitSet union = new BitSet();
        int size = 0;
        for (int part : atoms) {
            union.or(topic.parts().get(part).classes());
            size += topic.parts().get(part).classes().cardinality();
        }
        boolean exact = union.equals(whole) && size == whole.cardinality() && atoms.size() > 1;
        return exact ? Optional.of(new Partition(whole, atoms)) : Optional.empty();
    }

    private static boolean within(BitSet part, BitSet whole) {
        BitSet outside = (BitSet) part.clone();
        outside.andNot(whole);
        return !part.isEmpty() && outside.isEmpty() && !part.equals(whole);
    }

    private void addParts(List<Partition> partitions) {
        Map<At, Map<BitSet, Integer>> wholes = new HashMap<>();
        Map<At, Map<Integer, Integer>> parts = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            Family.Wanted cell = wanted.get(i);
            At at = new At(cell.place(), cell.period(), cell.group());
            wholes.computeIfAbsent(at, _ -> new HashMap<>()).putIfAbsent(cell.classes(), i);
            if (cell.part() >= 0) {
                parts.computeIfAbsent(at, _ -> new HashMap<>()).put(cell.part(), i);
            }
        }
        wholes.forEach((at, known) -> {
            for (Partition partition : partitions) {
                Integer whole = known.get(partition.whole());
                if (whole != null) {
                    Map<Integer, Integer> here = parts.getOrDefault(at, Map.of());
                    sums.add(new Sum(whole, found(here, partition.parts())));
                }
            }
        });
    }

    private static List<Integer> found(Map<Integer, Integer> here, List<Integer> parts) {
        return parts.stream().filter(here::containsKey).map(here::get).toList();
    }

    private void addPlacesAndYears(int head) {
        record OverPlaces(int period, SexGroup group, int part) {}
        record OverYears(int place, SexGroup group, int part) {}
        Map<Object, Integer> wholes = new HashMap<>();
        Map<Object, List<Integer>> atoms = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            Family.Wanted cell = wanted.get(i);
            if (cell.part() >= 0) {
                var places = new OverPlaces(cell.period(), cell.group(), cell.part());
                var years = new OverYears(cell.place(), cell.group(), cell.part());
                add(places, i, cell.place() == head, wholes, atoms);
                add(years, i, cell.period() == Snapshot.ALL_YEARS, wholes, atoms);
            }
        }
        wholes.forEach((key, whole) -> sums.add(new Sum(whole, atoms.getOrDefault(key, List.of()))));
    }

    private static void add(
            Object key, int cell, boolean whole, Map<Object, Integer> wholes, Map<Object, List<Integer>> atoms) {
        if (whole) {
            wholes.put(key, cell);
        } else {
            atoms.computeIfAbsent(key, _ -> new ArrayList<>()).add(cell);
        }
    }

    /** The same cells, some of them concealed, so that no sum leaves its hidden cells hardly more than one each. */
    List<Family.Wanted> concealed() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Sum sum : sums) {
                changed |= mend(sum);
            }
        }
        return wanted;
    }

    /** Positions of zeros that must not be shown beside hidden cells. */
    Set<Integer> zeros() {
        return zeros;
    }

    private boolean mend(Sum sum) {
        List<Integer> hidden = sum.atoms().stream()
                .filter(i -> !shown(i) && wanted.get(i).count() > 0)
                .toList();
        long persons = hidden.stream().mapToLong(i -> wanted.get(i).count()).sum();
        if (!shown(sum.whole()) || hidden.size() < 2 || persons - hidden.size() >= SLACK) {
            return false;
        }
        Optional<Integer> with = sum.atoms().stream()
                .filter(i -> free(i) && wanted.get(i).count() > 0)
                .min(Comparator.comparingLong(i -> wanted.get(i).count()));
        if (with.isEmpty() && free(sum.whole())) {
            with = Optional.of(sum.whole());
        }
        with.ifPresentOrElse(
                i -> wanted.set(i, wanted.get(i).concealed()),
                () -> sum.atoms().stream()
                        .filter(i -> wanted.get(i).count() == 0)
                        .forEach(zeros::add));
        return with.isPresent();
    }

    private boolean shown(int cell) {
        return wanted.get(cell).standing() == Standing.SHOWN || free(cell);
    }

    /** Whether a cell would be shown and can still be hidden. */
    private boolean free(int cell) {
        Family.Wanted one = wanted.get(cell);
        return one.standing() == Standing.FREE && (one.count() == 0 || one.count() >= least);
    }
}
