package se.samsyn.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.disclosure.RecordKeys;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Variable;

/** Attacks what is published of data sets, and holds it against the truth. */
class ProtectionTest {

    private static final int FARTHEST = 12;

    private static final List<String> MUNICIPALITIES = List.of("2080", "2081", "2062", "0180", "0980");

    static BlurredCounts blurred(Snapshot snapshot) {
        return blurred(snapshot, 0);
    }

    /** By a secret of one's own, so that the same persons can be blurred many times. */
    private static BlurredCounts blurred(Snapshot snapshot, int secret) {
        RecordKeys keys =
                new RecordKeys(("en hemlighet på minst trettiotvå byte " + secret).getBytes(StandardCharsets.UTF_8));
        return new BlurredCounts(
                snapshot, row -> keys.key("prov", snapshot.data().personOf(row)) >>> 32);
    }

    /** All topics of a data set. */
    private static List<Topic> topics(Snapshot snapshot) {
        Topics topics = snapshot.topics();
        List<Topic> all = new ArrayList<>(List.of(topics.base(), topics.age(), topics.path(), topics.stepsByAge()));
        for (Variable variable : snapshot.data().variables()) {
            all.add(topics.answers(variable));
            all.add(topics.blanks(variable));
            switch (variable.kind()) {
                case SINGLE -> all.add(topics.categories(variable));
                case MULTIPLE -> all.addAll(List.of(topics.option(variable, 0), topics.option(variable, 1)));
                case NUMBER, SCALE -> {}
            }
            if (TableMaker.compared(variable)) {
                all.addAll(List.of(topics.change(variable), topics.course(variable)));
            }
        }
        return all;
    }

    private static Stream<Counts.Group> groups(Snapshot snapshot, Topic topic) {
        return IntStream.range(0, places(snapshot))
                .filter(place -> !snapshot.places().node(place).secret())
                .boxed()
                .flatMap(place -> IntStream.range(0, snapshot.periods())
                        .boxed()
                        .flatMap(period -> Stream.of(SexGroup.values())
                                .flatMap(sex -> IntStream.range(0, topic.parts().size())
                                        .mapToObj(part -> new Counts.Group(topic, part, place, period, sex)))));
    }

    @Property(tries = 12, seed = "1199179449714347055", shrinking = ShrinkingMode.OFF)
    void countsAreNearTheTruthAndNeverOneOrTwo(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Snapshot snapshot =
                new Snapshot(TableExamples.random(seed, 60 + (int) (seed % 400), MUNICIPALITIES, 2, 2, 0.03, 0.03));
        BlurredCounts counts = blurred(snapshot);
        for (Topic topic : topics(snapshot)) {
            groups(snapshot, topic).forEach(group -> {
                long shown = counts.count(group);
                long persons = snapshot.rows(group).count();
                if (shown != Counts.SECRET) {
                    assertThat(shown).isNotIn(1L, 2L).isNotNegative();
                    assertThat(Math.abs(shown - persons)).isLessThanOrEqualTo(FARTHEST);
                    assertThat(persons == 0 && shown != 0).isFalse();
                }
            });
        }
    }

    @Property(tries = 12, seed = "1199179449714347055", shrinking = ShrinkingMode.OFF)
    void partsOfAllYearsAndSexesAddUp(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Snapshot snapshot = new Snapshot(TableExamples.random(seed, 4000, MUNICIPALITIES, 1, 2, 0.03, 0));
        BlurredCounts counts = blurred(snapshot);
        long off = 0;
        long all = 0;
        for (Topic topic : List.of(snapshot.topics().age(), snapshot.topics().answers(TableExamples.home()))) {
            for (int place : List.of(Places.NATION, 1, 2)) {
                for (Topic.Split split : topic.splits()) {
                    if (split.whole() instanceof Topic.Whole.Inside inside) {
                        Counts.Group whole =
                                new Counts.Group(topic, inside.part(), place, Snapshot.ALL_YEARS, SexGroup.ALL);
                        long sum = split.parts().stream()
                                .mapToLong(part -> counts.count(whole.of(topic, part)))
                                .sum();
                        all++;
                        off += sum == counts.count(whole) ? 0 : 1;
                    }
                }
            }
        }
        assertThat(off).as("of %d", all).isLessThanOrEqualTo(all / 3);
    }

    /**
     * Whoever weighs all that is published of a small group together should not tell its count surer than by one look. The mean of
     * the count itself and of all sums of parts that make it up is rounded, and held against the truth.
     */
    @Test
    void allThatIsPublishedOfAGroupTellsHardlyMoreThanOneLook() {
        Snapshot snapshot = new Snapshot(TableExamples.random(5, 500, MUNICIPALITIES, 2, 3, 0.03, 0.03));
        Topics topics = snapshot.topics();
        int looks = 0;
        int oneLook = 0;
        int together = 0;
        for (int secret = 0; secret < 40; secret++) {
            BlurredCounts counts = blurred(snapshot, secret);
            for (int place = 1; place < places(snapshot); place++) {
                Counts.Group all = new Counts.Group(topics.base(), 0, place, Snapshot.ALL_YEARS, SexGroup.ALL);
                if (!snapshot.places().node(place).secret() && counts.count(all) >= 5) {
                    long truth = snapshot.rows(all).count();
                    List<Long> told = told(snapshot, counts, all);
                    double mean =
                            told.stream().mapToLong(Long::longValue).average().orElseThrow();
                    looks++;
                    oneLook += told.getFirst() == truth ? 1 : 0;
                    together += Math.round(mean) == truth ? 1 : 0;
                }
            }
        }
        assertThat(looks).isGreaterThan(300);
        assertThat((double) together / looks).isLessThan((double) oneLook / looks + 0.12);
    }

    /** A count, and all ways of adding it up from what is published: by years, by sex, and by every topic that divides everybody. */
    private static List<Long> told(Snapshot snapshot, BlurredCounts counts, Counts.Group all) {
        List<Long> told = new ArrayList<>(List.of(counts.count(all)));
        told.add(IntStream.range(1, snapshot.periods())
                .mapToLong(period -> seen(counts, all.in(period)))
                .sum());
        told.add(Stream.of(SexGroup.WOMEN, SexGroup.MEN, SexGroup.OTHER)
                .mapToLong(sex -> seen(counts, all.of(sex)))
                .sum());
        for (Topic topic : topics(snapshot)) {
            for (Topic.Split split : topic.splits()) {
                boolean everybody = split.whole() instanceof Topic.Whole.Outside outside
                        && topic.outers().get(outside.outer()).topic().equals(all.topic());
                boolean given =
                        split.parts().stream().allMatch(part -> counts.count(all.of(topic, part)) != Counts.SECRET);
                if (everybody && given) {
                    told.add(split.parts().stream()
                            .mapToLong(part -> counts.count(all.of(topic, part)))
                            .sum());
                }
            }
        }
        return told;
    }

    private static long seen(BlurredCounts counts, Counts.Group group) {
        return Math.max(0, counts.count(group));
    }

    /** A region and its one municipality are counted alike, but for cases of protected identity: they must not be shown alike. */
    @Test
    void casesOfProtectedIdentityAreNotWhatARegionHasBesideItsMunicipality() {
        Map<Boolean, Integer> equal = new TreeMap<>();
        for (int seed = 0; seed < 200; seed++) {
            for (boolean secret : List.of(true, false)) {
                Snapshot snapshot = new Snapshot(
                        TableExamples.random(seed, 150, List.of("0980", "2080"), 1, 2, 0, secret ? 0.01 : 0));
                BlurredCounts counts = blurred(snapshot, seed);
                int region = Objects.requireNonNull(snapshot.places().find(new Where.Area(new PlaceCode("09"))));
                int town = Objects.requireNonNull(snapshot.places().find(new Where.Area(new PlaceCode("0980"))));
                boolean alike = topics(snapshot).stream()
                        .limit(3)
                        .flatMap(topic -> groups(snapshot, topic))
                        .filter(group -> group.place() == region)
                        .allMatch(group -> counts.count(group) == counts.count(group.at(town)));
                equal.merge(secret, alike ? 1 : 0, Integer::sum);
            }
        }
        assertThat(equal.values()).as("regions shown as their municipality").allMatch(times -> times == 0);
    }

    /** What may not be told of a group is not told as nobody either. */
    @Test
    void partsOfWhatIsHiddenAreHidden() {
        Snapshot snapshot = new Snapshot(TableExamples.random(8, 120, MUNICIPALITIES, 3, 3, 0.05, 0.03));
        Topic base = snapshot.topics().base();
        int hidden = 0;
        for (int secret = 0; secret < 20; secret++) {
            BlurredCounts counts = blurred(snapshot, secret);
            for (Counts.Group group : groups(snapshot, base).toList()) {
                if (group.period() != Snapshot.ALL_YEARS && group.sex() != SexGroup.ALL) {
                    long year = counts.count(group.of(SexGroup.ALL));
                    long sex = counts.count(group.in(Snapshot.ALL_YEARS));
                    if (year == Counts.SECRET || sex == Counts.SECRET) {
                        assertThat(counts.count(group)).isEqualTo(Counts.SECRET);
                        hidden++;
                    }
                }
            }
        }
        assertThat(hidden).isGreaterThan(50);
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
    void holdsNoTrueNumberInTheMemoryOfAProtectedTable() throws IllegalAccessException {
        Dataset data = TableExamples.random(3, 120, List.of("2080", "2081"), 2, 2, 0.02, 0.02);
        BlurredCounts counts = blurred(new Snapshot(data));
        for (String name : List.of("distribution.home", "change.home", "transitions.home", "steps.-", "quality.-")) {
            ProtectedTable table = ProtectedTable.of(
                            counts, TableExamples.words(), TableKey.of("example.2080.all." + name))
                    .orElseThrow();
            Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
            reach(table, reached);
            assertThat(reached)
                    .noneMatch(one -> one instanceof Counts
                            || one instanceof Dataset
                            || one instanceof Snapshot
                            || one instanceof Topic
                            || one instanceof Block);
            assertThat(reached.stream()
                            .filter(one -> one instanceof Cell.Shown shown && shown.measure() == Measure.COUNT)
                            .map(one -> ((Cell.Shown) one).value()))
                    .allMatch(value -> value == 0 || value >= 3);
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
        } else if (from instanceof Optional<?> maybe) {
            if (maybe.isPresent()) {
                reach(maybe.get(), reached);
            }
        } else if (from.getClass().getName().startsWith("se.samsyn")) {
            for (Field field : Stream.of(from.getClass().getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
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
        TableMaker maker = new TableMaker(blurred(new Snapshot(data)), TableExamples.words());
        Map<String, List<List<Cell>>> made = new LinkedHashMap<>();
        names.forEach(name -> made.put(
                name,
                maker.make(TableKey.of("example.2080.all." + name))
                        .orElseThrow()
                        .cells()));
        return new TreeMap<>(made);
    }
}
