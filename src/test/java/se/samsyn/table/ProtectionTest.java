package se.samsyn.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Case;
import se.samsyn.table.source.Course;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.DatasetBuilder;
import se.samsyn.table.source.Listed;
import se.samsyn.table.source.PlaceMark;
import se.samsyn.table.source.Step;
import se.samsyn.table.source.UnitPlace;
import se.samsyn.table.source.Variable;

/** Attacks everything that is published of a data set at once, by adding and subtracting. */
class ProtectionTest {

    private static final double ZERO = 1e-7;

    @Property(tries = 15, seed = "1199179449714347055", shrinking = ShrinkingMode.OFF)
    void addingAndSubtractingWhatIsPublishedGivesNoSmallCount(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll @IntRange(min = 20, max = 260) int cases) {
        Dataset data =
                TableExamples.random(seed, cases, List.of("2080", "2081", "2062", "0180", "0980"), 2, 2, 0.03, 0.03);
        Snapshot snapshot = new Snapshot(data);
        ProtectedCounts counts = new ProtectedCounts(snapshot);
        for (List<Topic> linked : linked(snapshot)) {
            attack(snapshot, counts, linked);
            linked.forEach(topic -> countOnes(snapshot, counts, topic));
        }
    }

    /** Who knows that hidden cells hold somebody must not find a sum in which each then holds exactly one. */
    private static void countOnes(Snapshot snapshot, ProtectedCounts counts, Topic topic) {
        for (int place = 0; place < places(snapshot); place++) {
            Places.Node node = snapshot.places().node(place);
            List<Integer> under = node.children();
            for (int period = 0; period < snapshot.periods() && !node.secret(); period++) {
                for (SexGroup group : SexGroup.values()) {
                    for (int part = 0; part < topic.parts().size(); part++) {
                        long whole = counts.count(topic, part, place, period, group);
                        BitSet classes = topic.parts().get(part).classes();
                        long ones = 0;
                        long rest = whole;
                        boolean empty = false;
                        for (int child : under) {
                            long shown = counts.count(topic, part, child, period, group);
                            long truth = snapshot.rows(topic, classes, child, period, group)
                                    .count();
                            ones += shown == Counts.SECRET ? 1 : 0;
                            rest -= shown == Counts.SECRET ? 0 : shown;
                            empty |= shown == Counts.SECRET && truth == 0;
                        }
                        assertThat(whole != Counts.SECRET && ones > 1 && rest == ones && !empty)
                                .as(topic.key() + " at " + place)
                                .isFalse();
                    }
                }
            }
        }
    }

    /** Five women in a municipality, one in each of five bands: a total of five would say that each hidden cell is one. */
    @Test
    void aSumOfOnesDoesNotGiveThemAway() {
        DatasetBuilder data = Dataset.of(
                        new Listed(TableExamples.SET, Wording.same("Prov")), Wording.same("Prov"), Instant.EPOCH)
                .unit(new UnitPlace(TableExamples.unit(1), Wording.same("Liten"), new PlaceCode("2021")))
                .unit(new UnitPlace(TableExamples.unit(2), Wording.same("Stor"), new PlaceCode("2080")));
        for (int i = 0; i < 75; i++) {
            data.row(new Case(
                    TableExamples.unit(i < 5 ? 1 : 2),
                    PlaceMark.OPEN,
                    Sex.WOMAN,
                    OptionalInt.of(2000 - i % 5 * 10),
                    2025,
                    Step.OPENED,
                    Course.ONGOING));
        }
        Snapshot snapshot = new Snapshot(data.build());
        ProtectedCounts counts = new ProtectedCounts(snapshot);
        Topic age = snapshot.topics().age();
        Integer small = Objects.requireNonNull(snapshot.places().find(new Where.Area(new PlaceCode("2021"))));

        assertThat(counts.count(snapshot.topics().base(), 0, small, 0, SexGroup.WOMEN))
                .isEqualTo(5);
        for (int part = 0; part < age.parts().size(); part++) {
            if (age.parts().get(part).key().startsWith("band-")) {
                assertThat(counts.count(age, part, small, 0, SexGroup.WOMEN))
                        .as(age.parts().get(part).key())
                        .isEqualTo(Counts.SECRET);
            }
        }
    }

    /** Topics about the same answers, which are attacked together with all that they stand on. */
    private static List<List<Topic>> linked(Snapshot snapshot) {
        Topics topics = snapshot.topics();
        List<List<Topic>> all = new ArrayList<>();
        all.add(List.of(topics.base(), topics.age(), topics.path(), topics.stepsByAge()));
        for (Variable variable : snapshot.data().variables()) {
            List<Topic> own = new ArrayList<>(List.of(topics.base(), topics.path(), topics.answers(variable)));
            switch (variable.kind()) {
                case SINGLE -> own.addAll(List.of(topics.categories(variable), topics.blanks(variable)));
                case MULTIPLE -> own.addAll(List.of(topics.option(variable, 0), topics.option(variable, 1)));
                case NUMBER, SCALE -> own.add(topics.blanks(variable));
            }
            if (TableMaker.compared(variable)) {
                own.addAll(List.of(topics.change(variable), topics.course(variable)));
            }
            all.add(own);
        }
        return all;
    }

    private static void attack(Snapshot snapshot, ProtectedCounts counts, List<Topic> topics) {
        Attacker attacker = new Attacker(snapshot, topics);
        Map<String, Map<Integer, Double>> hidden = new LinkedHashMap<>();
        for (Topic topic : topics) {
            for (int place = 0; place < places(snapshot); place++) {
                for (int period = 0; period < snapshot.periods(); period++) {
                    for (SexGroup group : SexGroup.values()) {
                        for (int part = 0; part < topic.parts().size(); part++) {
                            BitSet classes = topic.parts().get(part).classes();
                            long shown = counts.count(topic, part, place, period, group);
                            long persons = snapshot.rows(topic, classes, place, period, group)
                                    .count();
                            Map<Integer, Double> sum = attacker.sum(topic, classes, place, period, group);
                            if (shown != Counts.SECRET) {
                                assertThat(shown).isEqualTo(persons);
                                assertThat(shown == 0 || shown >= 5).isTrue();
                                attacker.learn(sum, shown);
                            } else if (persons > 0 && persons < 5) {
                                hidden.put(
                                        topic.key() + "/"
                                                + topic.parts().get(part).key() + " at " + place + " in " + period
                                                + " for " + group + ", " + persons + " persons,",
                                        sum);
                            }
                        }
                    }
                }
            }
        }
        attacker.conclude();
        hidden.forEach((name, sum) -> assertThat(attacker.canWorkOut(sum))
                .as(name + " can be worked out")
                .isFalse());
    }

    /**
     * Knows all that is published, and how topics hang together. Does not know who is not there, but where a zero is published:
     * unknown is the count of each class of each topic in each unit, year and sex.
     */
    private static final class Attacker {
        private final Snapshot snapshot;
        private final List<Topic> topics;
        private final List<List<Integer>> grounds = new ArrayList<>();
        private final List<Map<Integer, Double>> known = new ArrayList<>();
        private final java.util.Set<Integer> nobody = new java.util.HashSet<>();
        private final TreeMap<Integer, Map<Integer, Double>> basis = new TreeMap<>();

        Attacker(Snapshot snapshot, List<Topic> topics) {
            this.snapshot = snapshot;
            this.topics = topics;
            for (int place = 0; place < places(snapshot); place++) {
                boolean finest = snapshot.places().node(place).children().isEmpty();
                for (int period = 1; period < snapshot.periods() && finest; period++) {
                    for (int sex = 0; sex < 3; sex++) {
                        grounds.add(List.of(place, period, sex));
                    }
                }
            }
        }

        private int unknown(int ground, int topic, int ofClass) {
            return (ground * topics.size() + topic) * 1000 + ofClass;
        }

        Map<Integer, Double> sum(Topic topic, BitSet classes, int place, int period, SexGroup group) {
            Map<Integer, Double> sum = new TreeMap<>();
            for (int ground = 0; ground < grounds.size(); ground++) {
                List<Integer> at = grounds.get(ground);
                boolean in = within(at.get(0), place)
                        && (period == Snapshot.ALL_YEARS || period == at.get(1))
                        && group.contains(List.of(Sex.WOMAN, Sex.MAN, Sex.OTHER).get(at.get(2)));
                for (int c = classes.nextSetBit(0); in && c >= 0; c = classes.nextSetBit(c + 1)) {
                    sum.put(unknown(ground, topics.indexOf(topic), c), 1.0);
                }
            }
            return sum;
        }

        private boolean within(int place, int wide) {
            int at = place;
            while (at != wide && at >= 0) {
                at = snapshot.places().node(at).parent();
            }
            return at == wide;
        }

        void learn(Map<Integer, Double> sum, long count) {
            known.add(sum);
            if (count == 0) {
                nobody.addAll(sum.keySet());
            }
        }

        void conclude() {
            for (Topic topic : topics) {
                for (Topic.Outer outer : topic.outers()) {
                    if (topics.contains(outer.topic())) {
                        learnLinks(topic, outer);
                    }
                }
            }
            known.stream().sorted(java.util.Comparator.comparingInt(Map::size)).forEach(sum -> {
                Map<Integer, Double> rest = reduced(sum);
                if (!rest.isEmpty()) {
                    int pivot = rest.keySet().iterator().next();
                    double by = rest.getOrDefault(pivot, 1.0);
                    rest.replaceAll((_, value) -> value / by);
                    basis.put(pivot, rest);
                }
            });
        }

        /** An outer count is the same persons told in two ways. */
        private void learnLinks(Topic topic, Topic.Outer outer) {
            for (int ground = 0; ground < grounds.size(); ground++) {
                Map<Integer, Double> sum = new TreeMap<>();
                int at = ground;
                outer.classes().stream().forEach(c -> sum.put(unknown(at, topics.indexOf(topic), c), 1.0));
                outer.topic().parts().get(outer.part()).classes().stream()
                        .forEach(c -> sum.put(unknown(at, topics.indexOf(outer.topic()), c), -1.0));
                known.add(sum);
            }
        }

        boolean canWorkOut(Map<Integer, Double> sum) {
            return reduced(sum).isEmpty();
        }

        /** What is left of a sum when everything known is taken away. */
        private Map<Integer, Double> reduced(Map<Integer, Double> sum) {
            TreeMap<Integer, Double> rest = new TreeMap<>(sum);
            rest.keySet().removeAll(nobody);
            Integer column = rest.isEmpty() ? null : rest.firstKey();
            while (column != null) {
                Map<Integer, Double> pivot = basis.get(column);
                Double factor = rest.get(column);
                if (pivot != null && factor != null) {
                    pivot.forEach((at, value) -> rest.merge(
                            at, -factor * value, (one, other) -> Math.abs(one + other) < ZERO ? null : one + other));
                    rest.remove(column);
                }
                column = rest.higherKey(column);
            }
            return rest;
        }
    }

    private static int places(Snapshot snapshot) {
        int places = 0;
        while (true) {
            try {
                snapshot.places().node(places);
                places++;
            } catch (IndexOutOfBoundsException _) {
                return places;
            }
        }
    }

    @Test
    void holdsNoHiddenNumberInTheMemoryOfAProtectedTable() throws IllegalAccessException {
        Dataset data = TableExamples.random(3, 120, List.of("2080", "2081"), 2, 2, 0.02, 0.02);
        TableMaker maker = new TableMaker(new ProtectedCounts(new Snapshot(data)), TableExamples.words());
        for (String name : List.of("distribution.home", "change.home", "transitions.home", "steps.-", "quality.-")) {
            ProtectedTable table = new ProtectedTable(
                    maker.make(TableKey.of("example.2080.all." + name)).orElseThrow());
            Set<Object> reached = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
            reach(table, reached);
            assertThat(reached)
                    .noneMatch(one -> one instanceof Counts
                            || one instanceof Dataset
                            || one instanceof Snapshot
                            || one instanceof Topic
                            || one instanceof Release);
            assertThat(reached.stream()
                            .filter(one -> one instanceof Cell.Shown shown && shown.measure() == Measure.COUNT)
                            .map(one -> ((Cell.Shown) one).value()))
                    .allMatch(value -> value == 0 || value >= 5);
            assertThat(Cell.Hidden.class.getDeclaredFields()).isEmpty();
        }
    }

    private static void reach(Object from, Set<Object> reached) throws IllegalAccessException {
        if (from.getClass().isEnum() || !reached.add(from)) {
            return;
        }
        if (from instanceof Iterable<?> many) {
            for (Object one : many) {
                reach(one, reached);
            }
        } else if (from instanceof java.util.Optional<?> maybe) {
            if (maybe.isPresent()) {
                reach(maybe.get(), reached);
            }
        } else if (from.getClass().getName().startsWith("se.samsyn")) {
            for (Field field : Stream.of(from.getClass().getDeclaredFields())
                    .filter(field -> !java.lang.reflect.Modifier.isStatic(field.getModifiers()))
                    .toList()) {
                field.setAccessible(true);
                Object value = field.get(from);
                if (value != null && !field.getType().isPrimitive()) {
                    reach(value, reached);
                }
            }
        }
    }

    @Test
    void givesTheSameTablesInWhateverOrderTheyAreAskedFor() {
        Dataset data = TableExamples.random(11, 300, List.of("2080", "2081", "2062"), 2, 2, 0.02, 0.02);
        List<String> names = List.of("distribution.home", "change.health", "occasions.home", "steps.-");
        Map<String, List<List<Cell>>> forwards = made(data, names);
        assertThat(made(data, names.reversed())).isEqualTo(forwards);
    }

    private static Map<String, List<List<Cell>>> made(Dataset data, List<String> names) {
        TableMaker maker = new TableMaker(new ProtectedCounts(new Snapshot(data)), TableExamples.words());
        Map<String, List<List<Cell>>> made = new TreeMap<>();
        names.forEach(name -> made.put(
                name,
                maker.make(TableKey.of("example.2080.all." + name))
                        .orElseThrow()
                        .cells()));
        return made;
    }
}
