package se.samsyn.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.UnitPlace;

/** Where one table is made: the counts of its place and period, and the cells made of them. */
final class Desk {

    private final Counts counts;
    private final Words words;
    private final TableKey key;
    private final int place;
    private final int period;

    Desk(Counts counts, Words words, TableKey key, int place, int period) {
        this.counts = counts;
        this.words = words;
        this.key = key;
        this.place = place;
        this.period = period;
    }

    Snapshot snapshot() {
        return counts.snapshot();
    }

    Topics topics() {
        return snapshot().topics();
    }

    Words words() {
        return words;
    }

    TableKey key() {
        return key;
    }

    /** Whether the table is about all years, which some parts are given for alone. */
    boolean allYears() {
        return period == Snapshot.ALL_YEARS;
    }

    long count(Topic topic, String part, SexGroup group) {
        return counts.count(topic, topic.part(part), place, period, group);
    }

    Cell persons(Topic topic, String part, SexGroup group) {
        return persons(count(topic, part, group));
    }

    static Cell persons(long count) {
        return count == Counts.SECRET ? new Cell.Hidden() : Cell.count(count);
    }

    /** The share that a part is of a whole. */
    Cell share(long part, long whole) {
        if (whole == Counts.SECRET) {
            return new Cell.Hidden();
        }
        if (whole == 0) {
            return new Cell.Missing();
        }
        if (whole < SmallNumbers.SHARES_FROM) {
            return new Cell.NotApplicable();
        }
        if (part == Counts.SECRET) {
            return new Cell.Hidden();
        }
        Share share = new Share(part, whole);
        return new Cell.Shown(share.value(), Measure.SHARE, Optional.of(Statistics.wilson(share)));
    }

    /** The values of the persons in a part; asked for only where the count of the part is shown. */
    private double[] values(Topic topic, String part, SexGroup group, IntToDoubleFunction value) {
        return snapshot()
                .rows(topic, topic.parts().get(topic.part(part)).classes(), place, period, group)
                .mapToDouble(value)
                .toArray();
    }

    Cell mean(Topic topic, String part, SexGroup group, Measure measure, IntToDoubleFunction value) {
        long count = count(topic, part, group);
        if (count == Counts.SECRET) {
            return new Cell.Hidden();
        }
        if (count < SmallNumbers.MEANS_FROM) {
            return count == 0 ? new Cell.Missing() : new Cell.NotApplicable();
        }
        double[] values = values(topic, part, group, value);
        return new Cell.Shown(Statistics.mean(values), measure, Optional.of(Statistics.meanInterval(values)));
    }

    Cell median(Topic topic, String part, SexGroup group, Measure measure, IntToDoubleFunction value) {
        long count = count(topic, part, group);
        if (count == Counts.SECRET) {
            return new Cell.Hidden();
        }
        if (count < SmallNumbers.MEDIANS_FROM) {
            return count == 0 ? new Cell.Missing() : new Cell.NotApplicable();
        }
        double[] values = values(topic, part, group, value);
        Interval interval = Statistics.medianInterval(values);
        return new Cell.Shown(Statistics.median(values), measure, Optional.of(interval));
    }

    /** The groups by sex to show: others only where there may be some, and the total that hides less. */
    List<SexGroup> groups(Topic topic, List<String> parts) {
        List<SexGroup> groups = new ArrayList<>(List.of(SexGroup.WOMEN, SexGroup.MEN));
        boolean told = counts instanceof OpenCounts || snapshot().tells(topic, place, SexGroup.OTHER);
        if (told && count(topics().base(), Topics.ALL, SexGroup.OTHER) != 0) {
            groups.add(SexGroup.OTHER);
        }
        groups.add(total(topic, parts));
        return groups;
    }

    SexGroup total(Topic topic, List<String> parts) {
        return hidden(topic, parts, SexGroup.ALL) > hidden(topic, parts, SexGroup.WOMEN_AND_MEN)
                ? SexGroup.WOMEN_AND_MEN
                : SexGroup.ALL;
    }

    private long hidden(Topic topic, List<String> parts, SexGroup group) {
        return Stream.concat(
                        Stream.of(count(topics().base(), Topics.ALL, group)),
                        parts.stream().map(part -> count(topic, part, group)))
                .filter(count -> count == Counts.SECRET)
                .count();
    }

    Wording group(SexGroup group) {
        return words.of("sex." + group.name());
    }

    Wording place() {
        return switch (key.where()) {
            case Where.Area area -> snapshot().data().placeName(area.code());
            case Where.OneUnit unit ->
                snapshot().data().units().stream()
                        .filter(one -> one.id().equals(unit.id()))
                        .map(UnitPlace::name)
                        .findFirst()
                        .orElseThrow();
        };
    }

    Wording period() {
        return switch (key.span()) {
            case Span.AllYears _ -> {
                List<Integer> years = snapshot().years();
                yield years.isEmpty()
                        ? words.of("period.none")
                        : words.of("period.all", years.getFirst(), years.getLast());
            }
            case Span.Year year -> words.of("period.year", year.year());
        };
    }

    /** A column for the group as such. */
    Column column(SexGroup group, String key, Wording heading) {
        return new Column(group.name() + "/" + key, group(group), heading, Optional.of(group));
    }
}
