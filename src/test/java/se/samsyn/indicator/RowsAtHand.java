package se.samsyn.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import se.samsyn.engine.Coded;
import se.samsyn.engine.RowsOut;
import se.samsyn.engine.Warehouse;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;
import se.samsyn.organisation.Unit;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Stock;
import se.samsyn.table.source.Stocks;

/** Made-up persons who can be crossed, kept as followed cases are: by place, year, sex, year of closing, result and points. */
final class RowsAtHand implements Stocks {

    private static final List<String> SEXES = List.of("woman", "man", "other");
    private static final List<String> RESULTS = List.of("no", "yes");
    private static final int MOST_POINTS = 100;

    private final Warehouse warehouse;
    private List<Stock> stocks = List.of();

    RowsAtHand(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * A person.
     *
     * @param unit position among the units
     * @param year the year opened; 0 where it is not known
     * @param closed the year closed
     */
    record Person(int number, int unit, SexPart sex, int year, int closed, boolean result, int points) {}

    @Override
    public List<Stock> stocks() {
        return stocks;
    }

    /** Keeps these persons as the data set, in place of what was there. */
    void keep(InstrumentKey set, List<Unit> units, List<Integer> years, List<Person> persons) {
        List<PlaceCode> municipalities =
                units.stream().map(Unit::municipality).distinct().sorted().toList();
        List<PlaceCode> regions =
                municipalities.stream().map(PlaceCode::region).distinct().toList();
        Stream<String> named = years.stream().map(String::valueOf);
        List<String> yearNames = named.toList();
        List<Codebook.Field> fields = List.of(
                field("region", regions.stream().map(PlaceCode::value).toList()),
                field(
                        "municipality",
                        municipalities.stream().map(PlaceCode::value).toList()),
                field("unit", units.stream().map(unit -> unit.id().toString()).toList()),
                field("sex", SEXES),
                field("year", yearNames),
                field("closed", yearNames),
                field("result", RESULTS),
                new Codebook.Field(
                        "points", Wording.same("Poäng"), Optional.empty(), new Codebook.Numbers(1, 0, MOST_POINTS)));
        Codebook codebook = new Codebook(
                set,
                Wording.same("Prov"),
                Wording.same("Påhittade"),
                Wording.same("ärenden"),
                PlaceCode.NATION,
                OptionalInt.empty(),
                OptionalInt.empty(),
                fields);
        RowsOut rows = new Rows(
                persons.stream()
                        .map(person -> cells(person, units, municipalities, regions, years))
                        .toArray(int[][]::new),
                persons.stream()
                        .mapToLong(person -> warehouse.key(set + " " + person.number()))
                        .toArray());
        stocks = List.of(new Stock(codebook, warehouse.keep(rows), persons.size(), Instant.now()));
    }

    private static Codebook.Field field(String key, List<String> codes) {
        return new Codebook.Field(
                key,
                Wording.same(key),
                Optional.empty(),
                new Codebook.Codes(
                        codes.stream()
                                .map(code -> new Codebook.Code(code, Wording.same(code), false))
                                .toList(),
                        List.of()));
    }

    private static int[] cells(
            Person person,
            List<Unit> units,
            List<PlaceCode> municipalities,
            List<PlaceCode> regions,
            List<Integer> years) {
        PlaceCode municipality = units.get(person.unit()).municipality();
        int sex = switch (person.sex()) {
            case WOMEN -> 0;
            case MEN -> 1;
            case ALL -> 2; // neither woman nor man
        };
        return new int[] {
            regions.indexOf(municipality.region()),
            municipalities.indexOf(municipality),
            person.unit(),
            sex,
            person.year() == 0 ? Coded.EMPTY : years.indexOf(person.year()),
            years.indexOf(person.closed()),
            person.result() ? 1 : 0,
            person.points()
        };
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Rows(int[][] cells, long[] keys) implements RowsOut {

        @Override
        public boolean numbers(int column) {
            return column == columns() - 1;
        }

        @Override
        public int columns() {
            return 8;
        }

        @Override
        public int rows() {
            return cells.length;
        }

        @Override
        public int code(int row, int column) {
            return cells[row][column];
        }

        @Override
        public double number(int row, int column) {
            return cells[row][column];
        }

        @Override
        public long key(int row) {
            return keys[row];
        }
    }
}
