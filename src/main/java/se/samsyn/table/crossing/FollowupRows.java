package se.samsyn.table.crossing;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.engine.RowsOut;
import se.samsyn.engine.Warehouse;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.PlaceMark;
import se.samsyn.web.Texts;

/**
 * Followed cases as rows to cross, one a case. Persons of protected identity are not among them: their place is told by region alone, and the
 * cases whose region is known and not the municipality would be they, to be described by any other variable.
 */
final class FollowupRows implements RowsOut {

    private final Dataset data;
    private final Warehouse warehouse;
    private final Texts texts;
    private final List<FollowupColumn> columns;
    private final int[] open;

    FollowupRows(Dataset data, Warehouse warehouse, Texts texts) {
        this.data = data;
        this.warehouse = warehouse;
        this.texts = texts;
        this.columns = Stream.of(new CaseColumns(data, texts).columns(), new AnswerColumns(data, texts).columns())
                .flatMap(List::stream)
                .toList();
        this.open = IntStream.range(0, data.size())
                .filter(row -> data.place(row) == PlaceMark.OPEN)
                .toArray();
    }

    Codebook codebook() {
        return new Codebook(
                data.set(),
                data.title(),
                data.source(),
                texts.of("table.crossing.cases"),
                PlaceCode.NATION,
                OptionalInt.empty(),
                OptionalInt.empty(),
                columns.stream().map(FollowupColumn::field).toList());
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
        return open.length;
    }

    @Override
    public int code(int row, int column) {
        return columns.get(column).code().applyAsInt(open[row]);
    }

    @Override
    public double number(int row, int column) {
        return columns.get(column).number().applyAsDouble(open[row]);
    }

    /** By the row's own number, so that nobody's noise changes from one reading to the next. */
    @Override
    public long key(int row) {
        return warehouse.key(data.personOf(open[row]));
    }
}
