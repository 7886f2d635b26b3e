package se.samsyn.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.kernel.Sex;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.Hiding;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Suppression;
import se.samsyn.table.source.Dataset;

/**
 * Protects one topic in one family: a place with the places right under it.
 *
 * <p>First against somebody who knows which groups are empty, as far as that can be done. Where it cannot, since what was settled before
 * already tells such a reader, once more against one who knows only what is published, so that the rest is not given up with it.
 */
final class Family {

    private static final Rule RULE = Rule.standard();

    /** A cell that is asked for, one of {@code topic}'s parts. */
    private record Address(int place, int period, SexGroup group, int part) {}

    /**
     * A cell of the set.
     *
     * @param part position of the part, or -1 for an outer count
     */
    record Wanted(
            int place,
            int period,
            SexGroup group,
            int part,
            BitSet classes,
            Standing standing,
            int importance,
            long count) {

        boolean small() {
            return count > 0 && count < RULE.least();
        }

        Wanted concealed() {
            return new Wanted(place, period, group, part, classes, Standing.CONCEALED, importance, count);
        }
    }

    private final ProtectedCounts settled;
    private final Snapshot snapshot;
    private final Topic topic;
    private final int head;
    private final List<Integer> children;
    private final Ground ground;
    private final List<Wanted> wanted = new ArrayList<>();

    Family(ProtectedCounts settled, Topic topic, int head) {
        this.settled = settled;
        this.snapshot = settled.snapshot();
        this.topic = topic;
        this.head = head;
        this.children = snapshot.places().node(head).children();
        this.ground = count();
    }

    private Ground count() {
        Dataset data = snapshot.data();
        Places places = snapshot.places();
        int depth = places.node(head).depth();
        Map<Ground.Inner, Integer> counted = new LinkedHashMap<>();
        for (int row : snapshot.rowsAt(head)) {
            int child = places.at(data, row, depth + 1);
            Sex sex = data.sex(row) == Sex.UNKNOWN ? Sex.OTHER : data.sex(row);
            Ground.Inner inner = new Ground.Inner(child, snapshot.periodOf(row), sex, topic.classOf(row));
            counted.merge(inner, 1, Integer::sum);
        }
        return new Ground(head, counted);
    }

    Release protect() {
        gather();
        Remainders remainders = new Remainders(topic, head, wanted);
        List<Wanted> mended = remainders.concealed();
        wanted.clear();
        wanted.addAll(mended);
        Set<Wanted> unseen = remainders.zeros().stream().map(mended::get).collect(Collectors.toSet());
        BitSet asked = where(cell -> cell.part() >= 0 && cell.standing() == Standing.FREE);
        Hiding hiding = Suppression.protect(tables(ground, Wanted::standing), RULE, Care.SUMS);
        IntStream.of(hiding.hidden()).forEach(asked::clear);
        if (IntStream.of(hiding.exposed()).anyMatch(cell -> wanted.get(cell).small())) {
            protectAgain(asked);
        }
        Release release =
                new Release(places(), snapshot.periods(), topic.parts().size());
        asked.stream()
                .mapToObj(wanted::get)
                .filter(cell -> !unseen.contains(cell))
                .forEach(cell -> release.show(cell.place(), cell.period(), cell.group(), cell.part(), cell.count()));
        return release;
    }

    /** Keeps of what was to be shown only what gives nothing away to those who know what is published and no more. */
    private void protectAgain(BitSet asked) {
        List<Wanted> all = List.copyOf(wanted);
        BitSet kept = where(cell -> cell.standing() != Standing.FREE || cell.small());
        kept.or(asked);
        Ground unknown = ground.withUnknown(topic.classes(), snapshot.periods(), children, saidEmpty(asked));
        wanted.clear();
        kept.stream().mapToObj(all::get).forEach(wanted::add);
        Hiding hiding = Suppression.protect(
                tables(unknown, cell -> cell.small() ? Standing.CONCEALED : cell.standing()), RULE, Care.SUMS);
        asked.clear();
        if (IntStream.of(hiding.exposed()).noneMatch(cell -> wanted.get(cell).small())) {
            asked.or(where(cell -> cell.part() >= 0 && cell.standing() == Standing.FREE && !cell.small()));
            IntStream.of(hiding.hidden()).forEach(asked::clear);
        }
    }

    /** Whether published cells say that an inner cell is empty. */
    private Predicate<Ground.Inner> saidEmpty(BitSet asked) {
        BitSet published = where(cell -> cell.standing() == Standing.SHOWN);
        published.or(asked);
        List<Wanted> zeros = published.stream()
                .mapToObj(wanted::get)
                .filter(cell -> cell.count() == 0)
                .toList();
        return inner -> zeros.stream()
                .anyMatch(cell -> (cell.place() == head || cell.place() == inner.place())
                        && (cell.period() == Snapshot.ALL_YEARS || cell.period() == inner.period())
                        && cell.group().contains(inner.sex())
                        && cell.classes().get(inner.ofClass()));
    }

    private void gather() {
        for (int place : places()) {
            for (int period = 0; period < snapshot.periods(); period++) {
                for (SexGroup group : SexGroup.values()) {
                    if (snapshot.tells(topic, place, group) && topic.tells(group, period)) {
                        gatherOuters(place, period, group);
                        gatherParts(place, period, group);
                    }
                }
            }
        }
    }

    private void gatherOuters(int place, int period, SexGroup group) {
        for (Topic.Outer outer : topic.outers()) {
            if (outer.topic().parts().get(outer.part()).breadth().covers(group, period)) {
                long count = ground.count(place, period, group, outer.classes());
                boolean shown = !snapshot.places().node(place).secret()
                        && settled.shown(outer.topic(), outer.part(), place, period, group);
                if (shown || count > 0) {
                    Standing standing = shown ? Standing.SHOWN : Standing.CONCEALED;
                    wanted.add(new Wanted(place, period, group, -1, outer.classes(), standing, 0, count));
                }
            }
        }
    }

    private void gatherParts(int place, int period, SexGroup group) {
        for (int part = 0; part < topic.parts().size(); part++) {
            BitSet classes = topic.parts().get(part).classes();
            if (topic.parts().get(part).breadth().tells(group, period)) {
                Address at = new Address(place, period, group, part);
                long count = ground.count(place, period, group, classes);
                Standing standing = standing(at);
                boolean needless = count == 0 || (count >= RULE.least() && !mustHold(at));
                if (standing != Standing.CONCEALED || !needless) {
                    wanted.add(new Wanted(place, period, group, part, classes, standing, importance(at), count));
                }
            }
        }
    }

    private LinkedTables tables(Ground over, Function<Wanted, Standing> standing) {
        LinkedTables.Builder tables = LinkedTables.builder();
        over.counts().forEach(tables::innerCell);
        for (Wanted cell : wanted) {
            int[] inner = over.of(cell.place(), cell.period(), cell.group(), cell.classes());
            tables.cell(standing.apply(cell), cell.importance(), inner);
        }
        return tables.build();
    }

    private BitSet where(Predicate<Wanted> is) {
        BitSet set = new BitSet();
        IntStream.range(0, wanted.size()).filter(i -> is.test(wanted.get(i))).forEach(set::set);
        return set;
    }

    private List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        places.add(head);
        places.addAll(children);
        return places;
    }

    /** Whether what is concealed here must not be worked out whatever its size: what was settled before, and the secret place. */
    private boolean mustHold(Address at) {
        boolean given = topic.parts().get(at.part()).breadth().covers(at.group(), at.period());
        return given
                && (at.place() == head || snapshot.places().node(at.place()).secret());
    }

    private Standing standing(Address at) {
        if (!topic.parts().get(at.part()).breadth().covers(at.group(), at.period())) {
            return Standing.CONCEALED;
        }
        if (snapshot.places().node(at.place()).secret()) {
            return Standing.CONCEALED;
        }
        boolean headShown = head != Places.NATION && settled.shown(topic, at.part(), head, at.period(), at.group());
        if (at.place() == head && head != Places.NATION) {
            return headShown ? Standing.SHOWN : Standing.CONCEALED;
        }
        boolean above = head == Places.NATION || headShown;
        return above && outerShown(at) ? Standing.FREE : Standing.CONCEALED;
    }

    private boolean outerShown(Address at) {
        return topic.parts().get(at.part()).outers().stream()
                .map(topic.outers()::get)
                .allMatch(outer -> settled.shown(outer.topic(), outer.part(), at.place(), at.period(), at.group()));
    }

    private int importance(Address at) {
        int period = at.period() == Snapshot.ALL_YEARS ? 10 : 0;
        return period
                + 20 * topic.parts().get(at.part()).importance()
                + at.group().importance();
    }
}
