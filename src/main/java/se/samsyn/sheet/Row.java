package se.samsyn.sheet;

import java.util.List;

/**
 * One row under the header, with a cell for each column.
 *
 * @param number the row as the spreadsheet program counts, the first row of the file being 1
 */
public record Row(int number, List<Cell> cells) {

    /** The cell of the column with this index, empty beyond the end. */
    public Cell cell(int index) {
        return index < cells.size() ? cells.get(index) : Cell.EMPTY;
    }
}
