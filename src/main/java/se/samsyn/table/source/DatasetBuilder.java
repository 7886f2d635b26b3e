package se.samsyn.table.source;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.kernel.Wording;

/**
 * Fills a {@link Dataset} row by row; used by one thread, once.
 *
 * <pre>{@code
 * var data = Dataset.of(listed, source, clock.instant()).variable(status).unit(unit);
 * var row = data.row(aCase);
 * row.held(Wave.BEFORE);
 * row.choose("status", Wave.BEFORE, "street");
 * Dataset dataset = data.build();
 * }</pre>
 */
public final class DatasetBuilder {

    final Listed listed;
    final Wording source;
    final Instant asOf;
    final Map<String, Variable> variables = new LinkedHashMap<>();
    final Map<PlaceCode, Wording> places = new HashMap<>();
    final Map<UnitId, UnitPlace> units = new LinkedHashMap<>();
    final SortedSet<Wave> waves = new TreeSet<>();
    final Map<Wave, BitSet> occasions = new HashMap<>();
    final Map<String, Map<Wave, Column>> columns = new HashMap<>();
    final Rows rows = new Rows();
    private final Map<UnitId, Integer> unitPositions = new HashMap<>();

    DatasetBuilder(Listed listed, Wording source, Instant asOf) {
        this.listed = listed;
        this.source = source;
        this.asOf = asOf;
    }

    /** Adds a variable to the codebook; a key can be added once. */
    public DatasetBuilder variable(Variable variable) {
        if (variables.putIfAbsent(variable.key(), variable) != null) {
            throw new IllegalArgumentException("There already is a variable " + variable.key());
        }
        return this;
    }

    /** Adds a unit that rows may belong to. */
    public DatasetBuilder unit(UnitPlace unit) {
        if (units.putIfAbsent(unit.id(), unit) != null) {
            throw new IllegalArgumentException("The unit was added before");
        }
        unitPositions.put(unit.id(), unitPositions.size());
        return this;
    }

    /** Gives a region, a municipality or the nation its name. */
    public DatasetBuilder place(PlaceCode code, Wording name) {
        places.put(code, name);
        return this;
    }

    /** Adds a row; its unit must have been added. */
    public Row row(Case of) {
        Integer unit = unitPositions.get(of.unit());
        if (unit == null) {
            throw new IllegalArgumentException("The unit of a case must be added before the case");
        }
        return new Row(rows.add(unit, of));
    }

    /** Ends the filling. */
    public Dataset build() {
        return new Dataset(this);
    }

    /** One row, for writing its answers; later occasions are written in the order of their days, the last one last. */
    public final class Row {
        private final int row;

        Row(int row) {
            this.row = row;
        }

        /** Gives the row a number of its own, the same each time the rows are read. It is not a name, and stays in memory. */
        public Row numbered(long number) {
            if (rows.number.length < rows.unit.length) {
                rows.number = Arrays.copyOf(rows.number, rows.unit.length);
            }
            rows.number[row] = number;
            return this;
        }

        /** Says that there was an occasion; what is not written of it counts as not answered. */
        public Row held(Wave wave) {
            if (wave.equals(Wave.LATEST)) {
                throw new IllegalArgumentException("The latest wave is computed, not written");
            }
            waves.add(wave);
            occasions.computeIfAbsent(wave, _ -> new BitSet()).set(row);
            return this;
        }

        /** Writes the chosen category of a SINGLE variable. */
        public Row choose(String variable, Wave wave, String code) {
            int position = position(variable, code);
            for (Column column : columns(variable, wave, Kind.SINGLE)) {
                ((Column.Choice) column).set(row, position);
            }
            return this;
        }

        /** Writes the chosen categories of a MULTIPLE variable; none is an answer too. */
        public Row chooseAll(String variable, Wave wave, Collection<String> codes) {
            long bits = 0;
            for (String code : codes) {
                bits |= 1L << position(variable, code);
            }
            for (Column column : columns(variable, wave, Kind.MULTIPLE)) {
                ((Column.Choices) column).set(row, bits);
            }
            return this;
        }

        /** Writes the value of a NUMBER or SCALE variable. */
        public Row number(String variable, Wave wave, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A number that is not finite is no answer");
            }
            for (Column column : columns(variable, wave, Kind.NUMBER)) {
                ((Column.Amount) column).set(row, value);
            }
            return this;
        }

        /** Writes why there is no value; it does not take the place of an earlier answer as the latest. */
        public Row blank(String variable, Wave wave, Blank blank) {
            Column written = columns(variable, wave, null).getFirst();
            written.blank(row, blank);
            if (wave.moment().later() && column(known(variable), Wave.LATEST).state(row) < 0) {
                column(known(variable), Wave.LATEST).blank(row, blank);
            }
            return this;
        }

        /** Where a value is written: at its wave, and as the latest so far. */
        private List<Column> columns(String key, Wave wave, @Nullable Kind wanted) {
            Variable variable = known(key);
            boolean fits = wanted == null
                    || wanted == variable.kind()
                    || (wanted.numeric() && variable.kind().numeric());
            if (!fits) {
                throw new IllegalArgumentException("The variable " + key + " is of kind " + variable.kind());
            }
            if (!wave.equals(Wave.CASE)) {
                held(wave);
            }
            return wave.moment().later()
                    ? List.of(column(variable, wave), column(variable, Wave.LATEST))
                    : List.of(column(variable, wave));
        }

        private Column column(Variable variable, Wave wave) {
            return columns.computeIfAbsent(variable.key(), _ -> new HashMap<>())
                    .computeIfAbsent(wave, _ -> switch (variable.kind()) {
                        case SINGLE -> new Column.Choice();
                        case MULTIPLE -> new Column.Choices();
                        case NUMBER, SCALE -> new Column.Amount();
                    });
        }

        private int position(String variable, String code) {
            int position = known(variable).position(code);
            if (position < 0) {
                throw new IllegalArgumentException("The variable " + variable + " has no such category");
            }
            return position;
        }

        private Variable known(String key) {
            Variable variable = variables.get(key);
            if (variable == null) {
                throw new IllegalArgumentException("There is no variable " + key);
            }
            return variable;
        }
    }

    /** What every row has, by column. */
    @SuppressWarnings("EnumOrdinal") // positions live in memory alone, never stored
    static final class Rows {
        int size;
        int[] unit = new int[64];
        byte[] sex = new byte[64];
        byte[] furthest = new byte[64];
        byte[] course = new byte[64];
        short[] opened = new short[64];
        short[] born = new short[64];
        long[] number = {};
        final BitSet hidden = new BitSet();

        int add(int unitPosition, Case of) {
            if (size == unit.length) {
                int room = size + size / 2;
                unit = Arrays.copyOf(unit, room);
                sex = Arrays.copyOf(sex, room);
                furthest = Arrays.copyOf(furthest, room);
                course = Arrays.copyOf(course, room);
                opened = Arrays.copyOf(opened, room);
                born = Arrays.copyOf(born, room);
            }
            unit[size] = unitPosition;
            sex[size] = (byte) of.sex().ordinal();
            furthest[size] = (byte) of.furthest().ordinal();
            opened[size] = (short) of.yearOpened();
            born[size] = (short) of.birthYear().orElse(0);
            hidden.set(size, of.place() == PlaceMark.PROTECTED);
            course[size] = (byte) of.course().ordinal();
            return size++;
        }
    }
}
