package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.engine.Coded;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Blank;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Step;
import se.samsyn.table.source.UnitPlace;
import se.samsyn.web.Texts;

/**
 * What is known of a case itself: sex, age, year, place, the step it has come to, and how many occasions and answers it has.
 */
final class CaseColumns {

    private static final int OLDEST = 110;

    private final Dataset data;
    private final Texts texts;
    private final List<FollowupColumn> columns = new ArrayList<>();

    CaseColumns(Dataset data, Texts texts) {
        this.data = data;
        this.texts = texts;
    }

    List<FollowupColumn> columns() {
        sex();
        age();
        year();
        place();
        step();
        occasions();
        return columns;
    }

    private void sex() {
        List<Codebook.Code> codes = Stream.of(Sex.values())
                .map(sex -> new Codebook.Code(
                        sex.name().toLowerCase(Locale.ROOT), texts.of("table.crossing.sex." + sex), false))
                .toList();
        List<Sex> order = List.of(Sex.values());
        columns.add(FollowupColumn.codes(
                "sex",
                texts.of("table.crossing.sex"),
                Optional.empty(),
                codes,
                List.of(),
                row -> order.indexOf(data.sex(row))));
    }

    private void age() {
        List<Codebook.Code> codes = IntStream.rangeClosed(0, OLDEST)
                .mapToObj(age -> new Codebook.Code(String.valueOf(age), Wording.same(String.valueOf(age)), false))
                .toList();
        int[] from = {0, 18, 25, 35, 45, 55, 65, OLDEST + 1};
        List<Codebook.Group> bands = IntStream.range(0, from.length - 1)
                .mapToObj(band -> new Codebook.Group(
                        String.valueOf(from[band]),
                        Wording.same(
                                band == from.length - 2 ? from[band] + "–" : from[band] + "–" + (from[band + 1] - 1)),
                        IntStream.range(from[band], from[band + 1]).boxed().collect(Collectors.toSet())))
                .toList();
        columns.add(FollowupColumn.codes(
                "age",
                texts.of("table.age"),
                Optional.of(texts.of("table.age.meaning")),
                codes,
                List.of(new Codebook.Grouping("bands", texts.of("table.crossing.bands"), bands)),
                row -> data.age(row).isEmpty()
                        ? Coded.EMPTY
                        : Math.clamp(data.age(row).getAsInt(), 0, OLDEST)));
        columns.add(FollowupColumn.number(
                "age-years",
                texts.of("table.crossing.years"),
                Optional.empty(),
                new Codebook.Numbers(1, 0, OLDEST),
                row -> data.age(row).isEmpty() ? Double.NaN : data.age(row).getAsInt()));
    }

    private void year() {
        List<Integer> years = IntStream.range(0, data.size())
                .map(data::yearOpened)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        columns.add(FollowupColumn.codes(
                "year",
                texts.of("table.crossing.opened"),
                Optional.empty(),
                years.stream()
                        .map(year -> new Codebook.Code(String.valueOf(year), Wording.same(String.valueOf(year)), false))
                        .toList(),
                List.of(),
                row -> years.indexOf(data.yearOpened(row))));
    }

    /** Units under municipalities under regions. */
    private void place() {
        Set<PlaceCode> municipalities = new TreeSet<>();
        data.units().forEach(unit -> municipalities.add(unit.municipality()));
        List<PlaceCode> order = List.copyOf(municipalities);
        Map<PlaceCode, Set<Integer>> byRegion = new TreeMap<>();
        for (int at = 0; at < order.size(); at++) {
            byRegion.computeIfAbsent(order.get(at).region(), _ -> new TreeSet<>())
                    .add(at);
        }
        List<PlaceCode> regions = List.copyOf(byRegion.keySet());
        columns.add(FollowupColumn.codes(
                "region",
                texts.of("table.crossing.region"),
                Optional.empty(),
                regions.stream().map(this::code).toList(),
                List.of(),
                row -> regions.indexOf(unit(row).municipality().region())));
        columns.add(FollowupColumn.codes(
                "municipality",
                texts.of("table.crossing.municipality"),
                Optional.empty(),
                order.stream().map(this::code).toList(),
                List.of(grouping("region", regions, order)),
                row -> order.indexOf(unit(row).municipality())));
        units(order, regions);
    }

    /** Places by a wider kind of place that each lies in. */
    private Codebook.Grouping grouping(String key, List<PlaceCode> wide, List<PlaceCode> narrow) {
        List<Codebook.Group> groups = wide.stream()
                .map(place -> new Codebook.Group(
                        place.value(),
                        data.placeName(place),
                        IntStream.range(0, narrow.size())
                                .filter(at -> place.contains(narrow.get(at)))
                                .boxed()
                                .collect(Collectors.toSet())))
                .toList();
        return new Codebook.Grouping(key, texts.of("table.crossing." + key), groups);
    }

    private void units(List<PlaceCode> municipalities, List<PlaceCode> regions) {
        List<Codebook.Code> codes = data.units().stream()
                .map(unit -> new Codebook.Code(unit.id().toString(), unit.name(), false))
                .toList();
        List<PlaceCode> places =
                data.units().stream().map(UnitPlace::municipality).toList();
        columns.add(FollowupColumn.codes(
                "unit",
                texts.of("table.crossing.unit"),
                Optional.empty(),
                codes,
                List.of(grouping("municipality", municipalities, places), grouping("region", regions, places)),
                data::unit));
    }

    private Codebook.Code code(PlaceCode place) {
        return new Codebook.Code(place.value(), data.placeName(place), false);
    }

    private UnitPlace unit(int row) {
        return data.units().get(data.unit(row));
    }

    private void step() {
        List<Step> steps = Arrays.asList(Step.values());
        columns.add(FollowupColumn.codes(
                "step",
                texts.of("table.steps"),
                Optional.of(texts.of("table.steps.meaning")),
                steps.stream()
                        .map(step -> new Codebook.Code(
                                step.name().toLowerCase(Locale.ROOT), texts.of("table.step." + step), false))
                        .toList(),
                List.of(),
                row -> steps.indexOf(data.furthest(row))));
    }

    /**
     * Occasions and answers are counted as numbers of a case, so that their noise can be as great as one person could make: as rows of their own,
     * one person would stand for several.
     */
    private void occasions() {
        counted(
                "occasions",
                data.waves().size(),
                row -> data.waves().stream()
                        .filter(wave -> data.held(row, wave))
                        .count());
        int most = Math.toIntExact(data.waves().stream()
                .flatMap(wave -> data.variables().stream()
                        .filter(variable -> variable.asked().contains(wave.moment())))
                .count());
        counted("answers", most, row -> answers(row, blank -> blank.isEmpty()));
        counted("blanks", most, row -> answers(row, CaseColumns::isMissing));
    }

    private void counted(String key, int most, IntToLongFunction count) {
        columns.add(FollowupColumn.number(
                key,
                texts.of("table.crossing." + key),
                Optional.of(texts.of("table.crossing." + key + ".about")),
                new Codebook.Numbers(1, 0, Math.max(1, most)),
                row -> count.applyAsLong(row)));
    }

    private static boolean isMissing(Optional<Blank> blank) {
        return blank.filter(one -> one != Blank.NOT_RELEVANT).isPresent();
    }

    private long answers(int row, Predicate<Optional<Blank>> counted) {
        return data.waves().stream()
                .filter(wave -> data.held(row, wave))
                .flatMap(wave -> data.variables().stream()
                        .filter(variable -> variable.asked().contains(wave.moment()))
                        .filter(variable -> counted.test(data.blank(row, variable, wave))))
                .count();
    }
}
