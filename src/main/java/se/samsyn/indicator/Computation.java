package se.samsyn.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Share;
import se.samsyn.kernel.Wording;
import se.samsyn.table.Cell;
import se.samsyn.table.CrossQuestion;
import se.samsyn.table.CrossReading;
import se.samsyn.table.Shares;
import se.samsyn.table.SmallNumbers;
import se.samsyn.table.Where;

/**
 * Computes an own indicator for units, municipalities, regions and the nation, in all and for women and men. All it sees are the blurred
 * counts of crossings: what may not be answered there has no value here.
 */
final class Computation {

    private static final Map<Level, String> AXES =
            Map.of(Level.UNIT, "unit", Level.MUNICIPALITY, "municipality", Level.REGION, "region");

    /** Totals, and those of whom the year is not known, are of no year. */
    private static final int MOST_TOLD = 10;

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final CrossReading crossings;
    private final Indicator indicator;
    private final Populations populations;
    private final Places places;

    /** The first year in which somebody of a municipality is in the data, whoever is counted. */
    private final Map<PlaceCode, Integer> takingPart = new HashMap<>();

    private final List<Wording> unanswered = new ArrayList<>();

    Computation(CrossReading crossings, Indicator indicator, Populations populations, Places places) {
        this.crossings = crossings;
        this.indicator = indicator;
        this.populations = populations;
        this.places = places;
    }

    /** The places there are. */
    interface Places {
        /** What a place is called. */
        String name(Where where);

        /** The municipalities of a place. */
        List<PlaceCode> municipalities(PlaceCode within);
    }

    /** Inhabitants by place, year and sex. */
    @FunctionalInterface
    interface Populations {
        /** How many there were at the end of a year; empty where it is not known. */
        Optional<Double> at(Where where, int year, SexPart sex);
    }

    /** Which figure. */
    private record Spot(Where where, int year, SexPart sex) {}

    /** The values of the years that a version holds for, among those asked for. */
    List<Observation> of(Definition.Version version, Set<Integer> years) {
        Set<Integer> held = new TreeSet<>(years.stream().filter(version::holds).toList());
        List<Observation> values = new ArrayList<>();
        for (Level level : List.of(Level.MUNICIPALITY, Level.REGION, Level.UNIT)) {
            boolean rateOfUnit = level == Level.UNIT && version.definition().statistic() == Definition.Statistic.RATE;
            if (!rateOfUnit) {
                values.addAll(at(level, version.definition(), held));
            }
        }
        return values;
    }

    /** What could not be answered, and why. */
    List<Wording> unanswered() {
        return List.copyOf(unanswered);
    }

    private List<Observation> at(Level level, Definition definition, Set<Integer> years) {
        return switch (definition.statistic()) {
            case MEAN, MEDIAN -> measured(level, definition, years);
            case COUNT -> counted(level, definition, years);
            case SHARE -> shares(level, definition, years);
            case RATE -> rates(level, definition, years);
        };
    }

    private List<Observation> measured(Level level, Definition definition, Set<Integer> years) {
        String show = definition.statistic() == Definition.Statistic.MEAN ? "mean" : "median";
        Map<Spot, Cell> cells = cells(level, definition, years, show, false);
        List<Observation> values = new ArrayList<>();
        cells.forEach((spot, cell) -> values.add(value(
                spot,
                switch (cell) {
                    case Cell.Shown shown -> Reading.of(rounded(shown.value()));
                    case Cell.Hidden _ -> new Reading.Hidden();
                    case Cell.NotApplicable _ -> new Reading.NotApplicable();
                    case Cell.Missing _ -> new Reading.Missing();
                })));
        return values;
    }

    private List<Observation> counted(Level level, Definition definition, Set<Integer> years) {
        List<Observation> values = new ArrayList<>();
        cells(level, definition, years, "count", false)
                .forEach((spot, cell) -> values.add(value(
                        spot, cell instanceof Cell.Shown shown ? Reading.of(shown.value()) : new Reading.Hidden())));
        return values;
    }

    private List<Observation> shares(Level level, Definition definition, Set<Integer> years) {
        Map<Spot, Cell> parts = cells(level, definition, years, "count", false);
        List<Observation> values = new ArrayList<>();
        cells(level, definition, years, "count", true).forEach((spot, whole) -> {
            Cell part = parts.getOrDefault(spot, Cell.count(0));
            values.add(value(spot, share(part, whole)));
        });
        return values;
    }

    private Reading share(Cell part, Cell whole) {
        if (!(part instanceof Cell.Shown some) || !(whole instanceof Cell.Shown all)) {
            return new Reading.Hidden();
        }
        if (all.value() < SmallNumbers.SHARES_FROM) {
            return new Reading.NotApplicable();
        }
        long within = Math.round(Math.min(some.value(), all.value()));
        boolean told = Shares.cell(new Share(within, Math.round(all.value())), 0) instanceof Cell.Shown;
        return told
                ? new Reading.Known(
                        rounded(100.0 * within / all.value()), Optional.of(new Reading.Base(within, all.value())))
                : new Reading.NotApplicable();
    }

    private List<Observation> rates(Level level, Definition definition, Set<Integer> years) {
        List<Observation> values = new ArrayList<>();
        Map<Spot, Cell> cells = cells(level, definition, years, "count", false);
        if (level == Level.MUNICIPALITY) {
            takingPart(definition.set(), years);
        }
        cells.forEach((spot, cell) -> {
            if (!isOfAll(spot)) {
                values.add(value(spot, new Reading.Missing()));
                return;
            }
            Optional<Double> inhabitants = inhabitants(definition, spot).filter(n -> isWhole(cell, n, spot));
            if (cell instanceof Cell.Shown events && inhabitants.isPresent()) {
                double rate = indicator.scale().base() * events.value() / inhabitants.get();
                Reading.Base base = new Reading.Base(events.value(), inhabitants.get());
                values.add(value(spot, new Reading.Known(rounded(rate), Optional.of(base))));
            } else {
                values.add(value(spot, cell instanceof Cell.Shown ? new Reading.Missing() : new Reading.Hidden()));
            }
        });
        return values;
    }

    private static Optional<PlaceCode> area(Spot spot) {
        return spot.where() instanceof Where.Area(PlaceCode code) ? Optional.of(code) : Optional.empty();
    }

    /** Blurred counts make nobody of some, and never somebody of nobody: who is seen takes part. */
    private void takingPart(String set, Set<Integer> years) {
        var everybody = new Definition(
                set, Definition.Statistic.COUNT, "", "", "", Optional.empty(), Definition.Inhabitants.END_OF_YEAR);
        cells(Level.MUNICIPALITY, everybody, years, "count", false).forEach((spot, cell) -> {
            if (spot.sex() == SexPart.ALL && cell instanceof Cell.Shown some && some.value() > 0) {
                area(spot).ifPresent(place -> takingPart.merge(place, spot.year(), Math::min));
            }
        });
    }

    /** A county of which some municipalities take no part has no rate: its inhabitants are not those who could be counted. */
    private boolean isOfAll(Spot spot) {
        return area(spot).stream()
                .filter(place -> place.level() != Level.MUNICIPALITY)
                .flatMap(place -> places.municipalities(place).stream())
                .allMatch(one -> takingPart.getOrDefault(one, Integer.MAX_VALUE) <= spot.year());
    }

    /** Whether as many as are counted can be among so many inhabitants; said where they cannot, and nothing is told then. */
    private boolean isWhole(Cell counted, double inhabitants, Spot spot) {
        boolean whole = inhabitants > 0 && !(counted instanceof Cell.Shown events && events.value() > inhabitants);
        if (!whole && unanswered.size() < MOST_TOLD) {
            String where = places.name(spot.where());
            var why = new Wording(
                    "Befolkningen är noll eller mindre än de som räknas (" + where
                            + "): inget värde där. Se efter att rätt indikator är angiven som befolkning.",
                    "The population is nought or smaller than those counted (" + where
                            + "): no value there. See that the right indicator is given as the population.");
            if (!unanswered.contains(why)) {
                unanswered.add(why);
            }
        }
        return whole;
    }

    private Optional<Double> inhabitants(Definition definition, Spot spot) {
        Optional<Double> end = populations.at(spot.where(), spot.year(), spot.sex());
        return switch (definition.inhabitants()) {
            case END_OF_YEAR -> end;
            case MEAN_OF_TWO_YEAR_ENDS ->
                end.flatMap(after -> populations
                        .at(spot.where(), spot.year() - 1, spot.sex())
                        .map(before -> (before + after) / 2));
        };
    }

    private Observation value(Spot spot, Reading reading) {
        return new Observation(
                indicator.key(), spot.where(), spot.year(), spot.sex(), "", reading, OptionalInt.empty());
    }

    private double rounded(double value) {
        double unit = Math.pow(10, indicator.decimals());
        return Math.round(value * unit) / unit;
    }

    /** The cells of all places of a level, and of the nation beside its regions; by sex where that is answered, else in all. */
    private Map<Spot, Cell> cells(Level level, Definition definition, Set<Integer> years, String show, boolean whole) {
        Map<Spot, Cell> cells = new HashMap<>();
        if (definition.byCalendarYear()) {
            for (int year : years) {
                String filter = whole ? definition.denominator(year) : definition.numerator(year);
                ask(level, definition, "", filter, show).forEach(line -> put(cells, level, year, line, 1));
            }
        } else {
            String filter = whole ? definition.denominator(0) : definition.numerator(0);
            for (var line : ask(level, definition, "year", filter, show)) {
                String year = line.keys().get(1);
                if (YEAR.matcher(year).matches() && years.contains(Integer.parseInt(year))) {
                    put(cells, level, Integer.parseInt(year), line, 2);
                }
            }
        }
        return cells;
    }

    private static void put(Map<Spot, Cell> cells, Level level, int year, CrossReading.Line line, int sexAt) {
        String place = line.keys().getFirst();
        Optional<SexPart> sex = line.keys().size() <= sexAt
                ? Optional.of(SexPart.ALL)
                : switch (line.keys().get(sexAt)) {
                    case "" -> Optional.of(SexPart.ALL);
                    case "woman" -> Optional.of(SexPart.WOMEN);
                    case "man" -> Optional.of(SexPart.MEN);
                    default -> Optional.empty();
                };
        if (line.known() == CrossReading.Known.NO || sex.isEmpty() || (place.isEmpty() && level != Level.REGION)) {
            return;
        }
        String where = place.isEmpty() ? "SE" : level == Level.UNIT ? "u-" + place : place;
        cells.put(new Spot(Where.of(where), year, sex.get()), line.cell());
    }

    private List<CrossReading.Line> ask(
            Level level, Definition definition, String columns, String filter, String show) {
        for (String layers : List.of("sex", "")) {
            var question = new CrossQuestion(
                    definition.set(),
                    AXES.getOrDefault(level, "region"),
                    columns,
                    layers,
                    show,
                    definition.number(),
                    filter);
            switch (crossings.read(question)) {
                case CrossReading.Lines lines -> {
                    return lines.lines();
                }
                case CrossReading.Unanswered refused -> {
                    if (layers.isEmpty() && !unanswered.contains(refused.why())) {
                        unanswered.add(refused.why());
                    }
                }
            }
        }
        return List.of();
    }
}
