package se.samsyn.table.source;

import java.time.Instant;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.Wording;

/**
 * Rows of cases with their codebook, held by column and never changed: a hundred thousand cases with thirty variables at
 * four waves take some tens of megabytes. Rows are numbered from 0 and carry no name and no pseudonym.
 *
 * <p>A value is asked for by row, variable and wave. {@link Wave#LATEST} gives the answer of the last later day with one; where there
 * is none, the blank of the last day.
 */
@SuppressWarnings("EnumOrdinal") // positions live in memory alone, never stored
public final class Dataset {

    private final Listed listed;
    private final Wording source;
    private final Instant asOf;
    private final List<Variable> variables;
    private final Map<String, Variable> byKey;
    private final Map<PlaceCode, Wording> places;
    private final List<UnitPlace> units;
    private final List<Wave> later;
    private final SortedSet<Wave> waves;
    private final Map<Wave, BitSet> occasions;
    private final Map<String, Map<Wave, Column>> columns;
    private final DatasetBuilder.Rows rows;
    private final Map<String, Range> ranges = new ConcurrentHashMap<>();

    Dataset(DatasetBuilder from) {
        listed = from.listed;
        source = from.source;
        asOf = from.asOf;
        variables = List.copyOf(from.variables.values());
        byKey = Map.copyOf(from.variables);
        places = Map.copyOf(from.places);
        units = List.copyOf(from.units.values());
        waves = Collections.unmodifiableSortedSet(from.waves);
        later = waves.stream().filter(wave -> wave.moment().later()).toList();
        occasions = from.occasions;
        columns = from.columns;
        rows = from.rows;
    }

    /** Begins a data set: variables and units first, then the rows. */
    public static DatasetBuilder of(Listed listed, Wording source, Instant asOf) {
        return new DatasetBuilder(listed, source, asOf);
    }

    public InstrumentKey set() {
        return listed.set();
    }

    public Wording title() {
        return listed.title();
    }

    /** Who gathered the rows and how, for the line under a figure. */
    public Wording source() {
        return source;
    }

    /** When the rows were read. */
    public Instant asOf() {
        return asOf;
    }

    public List<Variable> variables() {
        return variables;
    }

    public Optional<Variable> variable(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The units that may have rows, in the order they were added; those without rows included. */
    public List<UnitPlace> units() {
        return units;
    }

    /** The name of a place; its code where the source gave none. */
    public Wording placeName(PlaceCode place) {
        return places.getOrDefault(place, Wording.same(place.value()));
    }

    /** The waves at which there is any occasion, in order, without the computed one. */
    public SortedSet<Wave> waves() {
        return waves;
    }

    /** The number of rows. */
    public int size() {
        return rows.size;
    }

    /** The position of the row's unit in {@link #units()}. */
    public int unit(int row) {
        return rows.unit[row];
    }

    /** The row's own number, the same each time the rows are read; its position where the source gave none. */
    public long ownNumber(int row) {
        return row < rows.number.length ? rows.number[row] : row;
    }

    /** The name that record keys are made of: the same for a row in every reading and wherever it is counted. */
    public String personOf(int row) {
        return set() + "/" + ownNumber(row);
    }

    public PlaceMark place(int row) {
        return rows.hidden.get(row) ? PlaceMark.PROTECTED : PlaceMark.OPEN;
    }

    public Sex sex(int row) {
        return Sex.values()[rows.sex[row]];
    }

    public int yearOpened(int row) {
        return rows.opened[row];
    }

    /** The age the person turns in the year the case was opened, if the birth year is known. */
    public OptionalInt age(int row) {
        return rows.born[row] == 0 ? OptionalInt.empty() : OptionalInt.of(rows.opened[row] - rows.born[row]);
    }

    public Step furthest(int row) {
        return Step.values()[rows.furthest[row]];
    }

    public Course course(int row) {
        return Course.values()[rows.course[row]];
    }

    /** Whether the row has an occasion at the wave; LATEST asks for any later one, and the case itself always is. */
    public boolean held(int row, Wave wave) {
        return switch (wave.moment()) {
            case CASE -> true;
            case LATEST -> later.stream().anyMatch(one -> held(row, one));
            case BEFORE, DURING, CLOSURE, AFTER -> {
                BitSet held = occasions.get(wave);
                yield held != null && held.get(row);
            }
        };
    }

    /** Whether the row has an occasion at which the variable is asked; for LATEST, any later one of those. */
    public boolean asked(int row, Variable variable, Wave wave) {
        return wave.equals(Wave.LATEST)
                ? later.stream().anyMatch(one -> variable.asked().contains(one.moment()) && held(row, one))
                : held(row, wave);
    }

    /** A range with round ends for the numbers of a variable at all waves; 0 to 1 where there are none. */
    public Range range(Variable variable) {
        return ranges.computeIfAbsent(variable.key(), _ -> rangeOf(variable));
    }

    private Range rangeOf(Variable variable) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Wave wave : columns.getOrDefault(variable.key(), Map.of()).keySet()) {
            for (int row = 0; row < rows.size; row++) {
                double number = number(row, variable, wave);
                least = number < least ? number : least;
                greatest = number > greatest ? number : greatest;
            }
        }
        return least <= greatest ? Range.around(least, greatest) : new Range(0, 1);
    }

    /** Why there is no value, or empty where there is one. */
    public Optional<Blank> blank(int row, Variable variable, Wave wave) {
        Column column = column(variable, wave);
        int state = column == null ? Column.UNSET : column.state(row);
        if (state >= 0) {
            return Optional.empty();
        }
        if (state == Column.UNSET) {
            return Optional.of(asked(row, variable, wave) ? Blank.NOT_ANSWERED : Blank.NO_OCCASION);
        }
        return Optional.of(Blank.values()[-2 - state]);
    }

    /** The position of the chosen category of a SINGLE variable, or -1 where there is none. */
    public int category(int row, Variable variable, Wave wave) {
        return column(variable, wave) instanceof Column.Choice choice ? Math.max(choice.state(row), -1) : -1;
    }

    /** The chosen categories of a MULTIPLE variable as bits by position; 0 where none was chosen or nothing answered. */
    public long categories(int row, Variable variable, Wave wave) {
        return column(variable, wave) instanceof Column.Choices choices && choices.state(row) >= 0
                ? choices.bits(row)
                : 0;
    }

    /** The value of a NUMBER or SCALE variable, or NaN where there is none. */
    public double number(int row, Variable variable, Wave wave) {
        return column(variable, wave) instanceof Column.Amount amount && amount.state(row) >= 0
                ? amount.value(row)
                : Double.NaN;
    }

    private @Nullable Column column(Variable variable, Wave wave) {
        return columns.getOrDefault(variable.key(), Map.of()).get(wave);
    }
}
