package se.samsyn.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.kernel.Sex;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.Hiding;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Suppression;
import se.samsyn.table.source.Dataset;

/** Protects one topic in one family: a place with the places right under it. */
final class Family {

    private static final Rule RULE = Rule.standard();

    /** A cell of the set. */
    private record Address(int place, int period, SexGroup group, int part) {}

    /** The cells of one place, period and group by sex. */
    private record Group(int place, int period, SexGroup group) {}

    /** One class of persons of one sex in one place and year. */
    private record Inner(int place, int period, Sex sex, int ofClass) {}

    private final ProtectedCounts settled;
    private final Snapshot snapshot;
    private final Topic topic;
    private final int head;
    private final List<Integer> children;
    private final List<Inner> inners = new ArrayList<>();
    private final List<Integer> persons = new ArrayList<>();

    Family(ProtectedCounts settled, Topic topic, int head) {
        this.settled = settled;
        this.snapshot = settled.snapshot();
        this.topic = topic;
        this.head = head;
        this.children = snapshot.places().node(head).children();
        count();
    }

    private void count() {
        Dataset data = snapshot.data();
        Places places = snapshot.places();
        int depth = places.node(head).depth();
        Map<Inner, Integer> counted = new LinkedHashMap<>();
        for (int row = 0; row < data.size(); row++) {
            if (places.at(data, row, depth) == head) {
                int child = places.at(data, row, depth + 1);
                Sex sex = data.sex(row) == Sex.UNKNOWN ? Sex.OTHER : data.sex(row);
                counted.merge(new Inner(child, snapshot.periodOf(row), sex, topic.classOf(row)), 1, Integer::sum);
            }
        }
        counted.forEach((inner, count) -> {
            inners.add(inner);
            persons.add(count);
        });
    }

    Release protect() {
        LinkedTables.Builder tables = LinkedTables.builder();
        persons.forEach(tables::innerCell);
        List<Address> free = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        BitSet small = new BitSet();
        Map<Integer, Group> groups = new HashMap<>();
        Gathering gathering = new Gathering();
        for (int place : places()) {
            for (int period = 0; period < snapshot.periods(); period++) {
                for (SexGroup group : SexGroup.values()) {
                    if (!snapshot.tells(place, group)) {
                        continue;
                    }
                    addOuters(tables, gathering, place, period, group);
                    for (int part = 0; part < topic.parts().size(); part++) {
                        if (!topic.parts().get(part).breadth().tells(group, period)) {
                            continue;
                        }
                        int[] cells = gathering.of(
                                place, period, group, topic.parts().get(part).classes());
                        long count = sum(cells);
                        Address address = new Address(place, period, group, part);
                        Standing standing = standing(address);
                        if (standing == Standing.CONCEALED
                                && (count == 0 || (count >= RULE.least() && !mustHold(address)))) {
                            continue;
                        }
                        int number = tables.cell(standing, importance(address), cells);
                        groups.put(number, new Group(place, period, group));
                        small.set(number, count > 0 && count < RULE.least());
                        if (standing == Standing.FREE) {
                            free.add(address);
                            numbers.add(number);
                            counts.add(count);
                        }
                    }
                }
            }
        }
        Hiding hiding = Suppression.protect(tables.build(), RULE, Care.SUMS);
        Set<Group> given = Arrays.stream(hiding.exposed())
                .filter(small::get)
                .mapToObj(groups::get)
                .collect(Collectors.toSet());
        Release release =
                new Release(places(), snapshot.periods(), topic.parts().size());
        for (int i = 0; i < free.size(); i++) {
            Address at = free.get(i);
            if (!hiding.hides(numbers.get(i)) && !given.contains(new Group(at.place(), at.period(), at.group()))) {
                release.show(at.place(), at.period(), at.group(), at.part(), counts.get(i));
            }
        }
        return release;
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

    private void addOuters(LinkedTables.Builder tables, Gathering gathering, int place, int period, SexGroup group) {
        if (!topic.tells(group, period)) {
            return;
        }
        for (Topic.Outer outer : topic.outers()) {
            if (!outer.topic().parts().get(outer.part()).breadth().covers(group, period)) {
                continue;
            }
            int[] cells = gathering.of(place, period, group, outer.classes());
            long count = sum(cells);
            boolean shown = !snapshot.places().node(place).secret()
                    && settled.shown(outer.topic(), outer.part(), place, period, group);
            if (shown || count > 0) {
                tables.cell(shown ? Standing.SHOWN : Standing.CONCEALED, 0, cells);
            }
        }
    }

    private int importance(Address at) {
        int period = at.period() == Snapshot.ALL_YEARS ? 10 : 0;
        return period
                + 20 * topic.parts().get(at.part()).importance()
                + at.group().importance();
    }

    private long sum(int[] cells) {
        return Arrays.stream(cells).mapToLong(persons::get).sum();
    }

    /** Finds the inner cells of a cell, by place, period and sex. */
    private final class Gathering {
        private final Map<Integer, Map<Integer, List<Integer>>> byPlace = new HashMap<>();

        Gathering() {
            for (int i = 0; i < inners.size(); i++) {
                Inner inner = inners.get(i);
                for (int place : List.of(head, inner.place())) {
                    for (int period : List.of(Snapshot.ALL_YEARS, inner.period())) {
                        byPlace.computeIfAbsent(place, _ -> new HashMap<>())
                                .computeIfAbsent(period, _ -> new ArrayList<>())
                                .add(i);
                    }
                }
            }
        }

        int[] of(int place, int period, SexGroup group, BitSet classes) {
            return byPlace.getOrDefault(place, Map.of()).getOrDefault(period, List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .filter(i -> group.contains(inners.get(i).sex())
                            && classes.get(inners.get(i).ofClass()))
                    .toArray();
        }
    }
}
