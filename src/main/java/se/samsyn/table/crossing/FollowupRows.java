package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.engine.Coded;
import se.samsyn.engine.RowsOut;
import se.samsyn.engine.Warehouse;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Category;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Moment;
import se.samsyn.table.source.PlaceMark;
import se.samsyn.table.source.Range;
import se.samsyn.table.source.Step;
import se.samsyn.table.source.UnitPlace;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;
import se.samsyn.web.Texts;

/**
 * Followed cases as rows to cross, one a case: sex, age, year, place, and each variable at each occasion, called {@code variable@occasion}.
 * Cases of protected identity have no place narrower than their region.
 */
final class FollowupRows implements RowsOut {

    private static final int OLDEST = 110;

    /** A column: its field, and how a row's cell is read. */
    private record Column(Codebook.Field field, IntUnaryOperator code, ToDoubleFunction<Integer> number) {}

    private final Dataset data;
    private final Warehouse warehouse;
    private final Texts texts;
    private final List<Column> columns = new ArrayList<>();

    FollowupRows(Dataset data, Warehouse warehouse, Texts texts) {
        this.data = data;
        this.warehouse = warehouse;
        this.texts = texts;
        sex();
        age();
        year();
        place();
        step();
        data.variables().forEach(this::variable);
    }

    Codebook codebook() {
        return new Codebook(
                data.set(),
                data.title(),
                data.source(),
                texts.of("table.crossing.cases"),
                PlaceCode.NATION,
                OptionalInt.empty(),
                columns.stream().map(Column::field).toList());
    }

    private void coded(
            String key,
            Wording label,
            Optional<Wording> about,
            List<Codebook.Code> codes,
            List<Codebook.Grouping> groupings,
            IntUnaryOperator code) {
        Codebook.Field field = new Codebook.Field(key, label, about, new Codebook.Codes(codes, groupings));
        columns.add(new Column(field, code, _ -> Double.NaN));
    }

    private void sex() {
        List<Codebook.Code> codes = Stream.of(Sex.values())
                .map(sex -> new Codebook.Code(
                        sex.name().toLowerCase(Locale.ROOT), texts.of("table.crossing.sex." + sex), false))
                .toList();
        List<Sex> order = List.of(Sex.values());
        coded(
                "sex",
                texts.of("table.crossing.sex"),
                Optional.empty(),
                codes,
                List.of(),
                row -> order.indexOf(data.sex(row)));
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
        coded(
                "age",
                texts.of("table.age"),
                Optional.of(texts.of("table.age.meaning")),
                codes,
                List.of(new Codebook.Grouping("bands", texts.of("table.crossing.bands"), bands)),
                row -> data.age(row).isEmpty()
                        ? Coded.EMPTY
                        : Math.clamp(data.age(row).getAsInt(), 0, OLDEST));
        columns.add(new Column(
                new Codebook.Field(
                        "age-years",
                        texts.of("table.crossing.years"),
                        Optional.empty(),
                        new Codebook.Numbers(1, 0, OLDEST)),
                _ -> Coded.EMPTY,
                row -> data.age(row).isEmpty() ? Double.NaN : data.age(row).getAsInt()));
    }

    private void year() {
        List<Integer> years = IntStream.range(0, data.size())
                .map(data::yearOpened)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        coded(
                "year",
                texts.of("table.crossing.opened"),
                Optional.empty(),
                years.stream()
                        .map(year -> new Codebook.Code(String.valueOf(year), Wording.same(String.valueOf(year)), false))
                        .toList(),
                List.of(),
                row -> years.indexOf(data.yearOpened(row)));
    }

    /** Units under municipalities under regions; a protected case has its region alone. */
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
        coded(
                "region",
                texts.of("table.crossing.region"),
                Optional.empty(),
                regions.stream().map(this::code).toList(),
                List.of(),
                row -> regions.indexOf(unit(row).municipality().region()));
        coded(
                "municipality",
                texts.of("table.crossing.municipality"),
                Optional.empty(),
                order.stream().map(this::code).toList(),
                List.of(),
                row -> data.place(row) == PlaceMark.PROTECTED
                        ? Coded.EMPTY
                        : order.indexOf(unit(row).municipality()));
        units(order);
    }

    private void units(List<PlaceCode> municipalities) {
        List<Codebook.Code> codes = data.units().stream()
                .map(unit -> new Codebook.Code(unit.id().toString(), unit.name(), false))
                .toList();
        List<Codebook.Group> groups = municipalities.stream()
                .map(municipality -> new Codebook.Group(
                        municipality.value(),
                        data.placeName(municipality),
                        IntStream.range(0, codes.size())
                                .filter(at ->
                                        data.units().get(at).municipality().equals(municipality))
                                .boxed()
                                .collect(Collectors.toSet())))
                .toList();
        coded(
                "unit",
                texts.of("table.crossing.unit"),
                Optional.empty(),
                codes,
                List.of(new Codebook.Grouping("municipality", texts.of("table.crossing.municipality"), groups)),
                row -> data.place(row) == PlaceMark.PROTECTED ? Coded.EMPTY : data.unit(row));
    }

    private Codebook.Code code(PlaceCode place) {
        return new Codebook.Code(place.value(), data.placeName(place), false);
    }

    private UnitPlace unit(int row) {
        return data.units().get(data.unit(row));
    }

    private void step() {
        List<Step> steps = Arrays.asList(Step.values());
        coded(
                "step",
                texts.of("table.steps"),
                Optional.of(texts.of("table.steps.meaning")),
                steps.stream()
                        .map(step -> new Codebook.Code(
                                step.name().toLowerCase(Locale.ROOT), texts.of("table.step." + step), false))
                        .toList(),
                List.of(),
                row -> steps.indexOf(data.furthest(row)));
    }

    private void variable(Variable variable) {
        for (Wave wave : waves(variable)) {
            Wording at = new Wording(
                    variable.label().sv() + ", " + name(wave).sv(),
                    variable.label().en() + ", " + name(wave).en());
            Wording label = wave.equals(Wave.CASE) ? variable.label() : at;
            String key = variable.key() + "@" + wave;
            switch (variable.kind()) {
                case SINGLE ->
                    coded(
                            key,
                            label,
                            Optional.of(variable.question()),
                            variable.categories().stream()
                                    .map(FollowupRows::code)
                                    .toList(),
                            List.of(),
                            row -> data.category(row, variable, wave));
                case MULTIPLE -> options(variable, wave, key, label);
                case NUMBER, SCALE -> number(variable, wave, key, label);
            }
        }
    }

    private static Codebook.Code code(Category category) {
        return new Codebook.Code(category.code(), category.label(), false);
    }

    private List<Wave> waves(Variable variable) {
        List<Wave> waves = new ArrayList<>();
        if (variable.asked().stream().anyMatch(Moment.CASE::equals)) {
            waves.add(Wave.CASE);
        }
        data.waves().stream()
                .filter(wave -> variable.asked().contains(wave.moment()))
                .forEach(waves::add);
        if (variable.asked().stream().anyMatch(Moment::later)) {
            waves.add(Wave.LATEST);
        }
        return waves;
    }

    private Wording name(Wave wave) {
        return wave.months() > 0
                ? texts.of("table.wave.months." + wave.moment(), wave.months())
                : texts.of("table.crossing.wave." + wave.moment());
    }

    private void options(Variable variable, Wave wave, String key, Wording label) {
        List<Codebook.Code> yesNo = List.of(
                new Codebook.Code("no", texts.of("table.crossing.no"), false),
                new Codebook.Code("yes", texts.of("table.crossing.yes"), false));
        for (int option = 0; option < variable.categories().size(); option++) {
            int bit = option;
            Category category = variable.categories().get(option);
            coded(
                    variable.key() + "-" + category.code().replaceAll("[^A-Za-z0-9_-]", "-")
                            + key.substring(variable.key().length()),
                    new Wording(
                            label.sv() + ": " + category.label().sv(),
                            label.en() + ": " + category.label().en()),
                    Optional.of(variable.question()),
                    yesNo,
                    List.of(),
                    row -> data.blank(row, variable, wave).isPresent()
                            ? Coded.EMPTY
                            : (int) ((data.categories(row, variable, wave) >> bit) & 1));
        }
    }

    private void number(Variable variable, Wave wave, String key, Wording label) {
        Range range = data.range(variable);
        double span = range.highest() - range.lowest();
        double step = variable.kind() == Kind.SCALE || span < 200 ? 0.5 : span / 400;
        columns.add(new Column(
                new Codebook.Field(
                        key,
                        label,
                        Optional.of(variable.question()),
                        new Codebook.Numbers(step, range.lowest(), range.highest())),
                _ -> Coded.EMPTY,
                row -> data.number(row, variable, wave)));
    }

    @Override
    public boolean numbers(int column) {
        return columns.get(column).field().values() instanceof Codebook.Numbers;
    }

    @Override
    public int columns() {
        return columns.size();
    }

    @Override
    public int rows() {
        return data.size();
    }

    @Override
    public int code(int row, int column) {
        return columns.get(column).code().applyAsInt(row);
    }

    @Override
    public double number(int row, int column) {
        return columns.get(column).number().applyAsDouble(row);
    }

    /** By the row's own number, so that nobody's noise changes from one reading to the next. */
    @Override
    public long key(int row) {
        return warehouse.key(data.personOf(row));
    }
}
