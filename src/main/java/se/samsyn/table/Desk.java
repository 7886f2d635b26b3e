package se.samsyn.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
        return counts.count(group(topic, part, group));
    }

    private Counts.Group group(Topic topic, String part, SexGroup sex) {
        return new Counts.Group(topic, topic.part(part), place, period, sex);
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
        return counts.share(new Share(Math.min(part, whole), whole));
    }

    Cell mean(Topic topic, String part, SexGroup sex, Values values) {
        return figure(topic, part, sex, group -> counts.mean(group, values));
    }

    Cell median(Topic topic, String part, SexGroup sex, Values values) {
        return figure(topic, part, sex, group -> counts.median(group, values));
    }

    private Cell figure(Topic topic, String part, SexGroup sex, Function<Counts.Group, Cell> figure) {
        long count = count(topic, part, sex);
        if (count == Counts.SECRET) {
            return new Cell.Hidden();
        }
        return count == 0 ? new Cell.Missing() : figure.apply(group(topic, part, sex));
    }

    /** The groups by sex to show: others only where there are enough to tell of. */
    List<SexGroup> groups() {
        long others = count(topics().base(), Topics.ALL, SexGroup.OTHER);
        return Stream.of(SexGroup.WOMEN, SexGroup.MEN, SexGroup.OTHER, SexGroup.ALL)
                .filter(group -> group != SexGroup.OTHER || others >= counts.fewestOthers())
                .toList();
    }

    /** How figures are computed, which differs where they are blurred. */
    Wording method(String name) {
        return words.of("method." + name + "." + counts.protection());
    }

    Wording protection() {
        return words.of("protection." + counts.protection());
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
