package se.samsyn.indicator.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.samsyn.indicator.Break;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.Revision;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Source;
import se.samsyn.indicator.Target;
import se.samsyn.table.Where;

/**
 * All that is known when pictures are drawn of one question.
 *
 * @param group the places compared with, by code, without the own
 * @param references the region and the nation of the own place, as far as they are other places
 * @param everybody all places on the own level, for ranks, funnels and maps
 * @param names of places
 * @param points the values, by what they are about
 * @param year of pictures of one year
 * @param likeness in how much and by what the group is like the own place, where it was chosen so
 */
record Board(
        Question question,
        Indicator indicator,
        Source source,
        List<Where> group,
        List<Where> references,
        List<Where> everybody,
        Map<Where, String> names,
        Map<Key, Point> points,
        NavigableSet<Integer> years,
        int year,
        List<Break> breaks,
        List<Revision> revisions,
        List<Target> targets,
        Optional<Instant> fetched,
        Optional<Likeness> likeness) {

    /** What a value is about. */
    record Key(Where where, int year, SexPart sex, String group) {}

    /** A value; missing where nothing has come. */
    Point point(Where where, int year, SexPart sex, String group) {
        Point known = points.get(new Key(where, year, sex, group));
        return known == null ? Point.missing(where, year, sex, group) : known;
    }

    /** The value of everybody in a place. */
    Point point(Where where, int year, SexPart sex) {
        return point(where, year, sex, "");
    }

    /** The own value of the year. */
    Point own(SexPart sex) {
        return point(question.home(), year, sex);
    }

    /** The first of the sexes asked for. */
    SexPart sex() {
        return question.sexes().getFirst();
    }

    String name(Where where) {
        return names.getOrDefault(where, where.toString());
    }

    /** The own place, the group and the references. */
    List<Where> all() {
        List<Where> all = new ArrayList<>();
        all.add(question.home());
        all.addAll(group);
        all.addAll(references);
        return all.stream().distinct().toList();
    }

    /** The known values of the year in some places, those without a number left out. */
    List<Point> known(List<Where> places, SexPart sex) {
        return places.stream()
                .map(place -> point(place, year, sex))
                .filter(Point::known)
                .toList();
    }

    /** Whether any of the values shown is an unweighted mean of several places. */
    boolean showsMeans() {
        Set<Where> shown = Set.copyOf(all());
        return points.values().stream().anyMatch(point -> point.isMean() && shown.contains(point.where()));
    }

    /** The years shown in pictures over time: also those in which the own place lacks a value that others have, as gaps. */
    NavigableSet<Integer> shownYears() {
        int first = Math.min(question.from().orElse(year - 9), year);
        NavigableSet<Integer> shown = new TreeSet<>();
        Set<Where> all = Set.copyOf(all());
        points.forEach((key, point) -> {
            boolean told = key.where().equals(question.home()) || (point.known() && all.contains(key.where()));
            if (told && first <= key.year() && key.year() <= year) {
                shown.add(key.year());
            }
        });
        return shown.isEmpty() || years.isEmpty() ? new TreeSet<>() : shown;
    }

    /** The first of some years, in order, that can be compared with the last of them; 0 where there is no break among them. */
    int since(List<Integer> of) {
        return of.isEmpty()
                ? 0
                : breaks.stream()
                        .mapToInt(Break::year)
                        .filter(year -> of.getFirst() < year && year <= of.getLast())
                        .max()
                        .orElse(0);
    }

    /** The breaks that pictures of these years show. */
    List<Break> breaks(List<Integer> shown) {
        return breaks.stream().filter(one -> shown.contains(one.year())).toList();
    }

    /** The year, with a sign where figures from then on are not comparable with those before. */
    String signed(int of) {
        return of + (breaks.stream().anyMatch(one -> one.year() == of) ? " ‖" : "");
    }

    /** The middle value of the group in a year, with as many values below as above; empty with fewer than three. */
    Optional<Double> median(int of, SexPart sex) {
        double[] values = group.stream()
                .map(place -> point(place, of, sex))
                .filter(Point::known)
                .mapToDouble(Point::value)
                .sorted()
                .toArray();
        if (values.length < 3) {
            return Optional.empty();
        }
        int middle = values.length / 2;
        return Optional.of(values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2);
    }

    /** The target of the own place for a year. */
    Optional<Target> target(int of, SexPart sex) {
        return targets.stream()
                .filter(one -> one.home().equals(question.home()) && one.year() == of && one.sex() == sex)
                .findFirst();
    }

    /** Whether an import has changed the value that everybody's stands at. */
    boolean isRevised(Where where, int of, SexPart sex) {
        return revisions.stream()
                .anyMatch(one -> one.place().equals(where)
                        && one.year() == of
                        && one.sex() == sex
                        && one.group().isEmpty()
                        && one.now().isPresent());
    }
}
