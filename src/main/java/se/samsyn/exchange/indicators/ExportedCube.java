package se.samsyn.exchange.indicators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import se.samsyn.exchange.cube.Category;
import se.samsyn.exchange.cube.Cells;
import se.samsyn.exchange.cube.Cube;
import se.samsyn.exchange.cube.Dimension;
import se.samsyn.exchange.cube.Mark;
import se.samsyn.exchange.cube.Note;
import se.samsyn.exchange.cube.Role;
import se.samsyn.exchange.cube.Symbol;
import se.samsyn.exchange.cube.Texts;
import se.samsyn.exchange.cube.Unit;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.Where;

/**
 * An indicator as a cube of places, sexes and groups where there are any, and years. A cell of which the catalogue says nothing is missing.
 * The nation is {@code 00}, as Statistics Sweden writes it. Numerators and members have no place in a cube.
 */
final class ExportedCube {

    private static final String SWEDISH = "sv";
    private static final String TOTAL = "TOT";

    private final Exported exported;
    private final List<Where> places;
    private final List<SexPart> sexes;
    private final List<String> groups;
    private final List<Integer> years;

    private ExportedCube(Exported exported) {
        this.exported = exported;
        this.places = distinct(Observation::place);
        this.sexes = distinct(Observation::sex).stream().sorted().toList();
        this.groups = distinct(Observation::group);
        this.years = distinct(Observation::year).stream().sorted().toList();
    }

    private <T> List<T> distinct(Function<Observation, T> part) {
        return exported.values().stream().map(part).distinct().toList();
    }

    /** The cube; one cell that is missing, of the nation, for an indicator without values. */
    static Cube of(Exported exported) {
        return new ExportedCube(exported).cube();
    }

    private static Texts text(String text) {
        return text.isBlank() ? Texts.NONE : Texts.of(SWEDISH, text);
    }

    private Cube cube() {
        var indicator = exported.indicator();
        var dimensions = new ArrayList<Dimension>();
        dimensions.add(dimension("Region", "region", Role.REGION, regions()));
        if (bySex()) {
            dimensions.add(dimension(
                    "Kon",
                    "kön",
                    Role.CLASSIFICATION,
                    sexes.stream().map(ExportedCube::sex).toList()));
        }
        if (byGroup()) {
            dimensions.add(dimension(
                    "Grupp",
                    "grupp",
                    Role.CLASSIFICATION,
                    groups.stream().map(this::group).toList()));
        }
        List<Category> times = years.isEmpty()
                ? List.of(category("2000", "2000"))
                : years.stream()
                        .map(year -> category(year.toString(), year.toString()))
                        .toList();
        dimensions.add(dimension("Tid", "år", Role.TIME, times));
        String by = String.join(
                ", ", dimensions.stream().map(each -> each.label().main()).toList());
        return new Cube(
                indicator.key().value(),
                List.of(SWEDISH),
                text(indicator.title() + " efter " + by),
                text(indicator.title()),
                text(exported.credit()),
                indicator.area().isBlank() ? "IND" : Keys.group(indicator.area()),
                text(indicator.area().isBlank() ? "Indikatorer" : indicator.area()),
                exported.fetched()
                        .map(time -> time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                .toString())
                        .orElse(""),
                new Unit(text(unit(indicator.scale())), OptionalInt.of(indicator.decimals())),
                dimensions,
                1,
                notes(),
                List.of(),
                cells());
    }

    private static String unit(Scale scale) {
        String unit = ScaleGuess.unit(scale);
        return unit.isEmpty() ? "värde" : unit;
    }

    private boolean bySex() {
        return sexes.size() > 1 || sexes.stream().anyMatch(sex -> sex != SexPart.ALL);
    }

    private boolean byGroup() {
        return groups.stream().anyMatch(group -> !group.isEmpty());
    }

    private List<Note> notes() {
        return Stream.concat(
                        Stream.of(exported.indicator().description())
                                .filter(text -> !text.isBlank())
                                .map(text -> new Note(Note.Weight.MANDATORY, text(text))),
                        exported.breaks().stream()
                                .map(one -> new Note(
                                        Note.Weight.OPTIONAL,
                                        text("Tidsseriebrott %d: %s".formatted(one.year(), one.reason())))))
                .toList();
    }

    private static Dimension dimension(String code, String label, Role role, List<Category> categories) {
        return Dimension.of(code, text(label), role, categories);
    }

    private static Category category(String code, String label) {
        return Category.of(code, text(label));
    }

    private List<Category> regions() {
        if (places.isEmpty()) {
            return List.of(category("00", "Sverige"));
        }
        return places.stream()
                .map(where -> category(
                        where.equals(new Where.Area(PlaceCode.NATION)) ? "00" : where.toString(),
                        exported.placeName(where)))
                .toList();
    }

    private static Category sex(SexPart sex) {
        return switch (sex) {
            case ALL -> category("T", "totalt");
            case WOMEN -> category("K", "kvinnor");
            case MEN -> category("M", "män");
        };
    }

    private Category group(String code) {
        return code.isEmpty() ? category(TOTAL, "totalt") : category(code, exported.groupName(code));
    }

    private Cells cells() {
        if (exported.values().isEmpty()) {
            return new Cells.Builder().add(Mark.MISSING).build();
        }
        Map<Where, Integer> placeAt = positions(places);
        Map<SexPart, Integer> sexAt = positions(sexes);
        Map<String, Integer> groupAt = positions(groups);
        Map<Integer, Integer> yearAt = positions(years);
        var cells =
                new Cells.Builder(Math.toIntExact((long) places.size() * sexes.size() * groups.size() * years.size()));
        for (int index = 0; index < cells.count(); index++) {
            cells.set(index, 0, Symbol.of(Mark.MISSING));
        }
        for (Observation value : exported.values()) {
            int at = placeAt.getOrDefault(value.place(), 0);
            at = at * sexes.size() + sexAt.getOrDefault(value.sex(), 0);
            at = at * groups.size() + groupAt.getOrDefault(value.group(), 0);
            at = at * years.size() + yearAt.getOrDefault(value.year(), 0);
            switch (value.reading()) {
                case Reading.Known known -> cells.set(at, known.value(), Symbol.NUMBER);
                case Reading.Hidden _ -> cells.set(at, 0, Symbol.of(Mark.HIDDEN));
                case Reading.Missing _ -> cells.set(at, 0, Symbol.of(Mark.MISSING));
                case Reading.NotApplicable _ -> cells.set(at, 0, Symbol.of(Mark.NOT_APPLICABLE));
            }
        }
        return cells.build();
    }

    private static <T> Map<T, Integer> positions(List<T> list) {
        Map<T, Integer> positions = new HashMap<>();
        list.forEach(each -> positions.put(each, positions.size()));
        return positions;
    }
}
