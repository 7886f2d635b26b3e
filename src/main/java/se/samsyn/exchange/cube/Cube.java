package se.samsyn.exchange.cube;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A table of any number of dimensions, as statistical offices publish them: what it is, how it is divided, and its cells.
 *
 * @param code its name for machines; PX {@code MATRIX}, JSON-stat {@code extension.px.matrix}
 * @param languages the main language first; {@code und} if the file names none
 * @param title what, by what, where and when
 * @param contents what is measured, without the dimensions; blank if not said apart from the title
 * @param source who made the figures
 * @param subjectCode short name of the subject area, blank if none
 * @param subject the subject area
 * @param updated when the figures were last updated: a date ({@code 2024-05-01}) or a point in time in UTC
 *     ({@code 2024-05-01T06:00:00Z}); blank if not said. PX times have no zone and are read as Swedish time
 * @param unit the unit of all cells, where the categories of a measure dimension do not say otherwise
 * @param dimensions at least one; the last runs fastest
 * @param headings how many of the last dimensions are the columns of the printed table (PX {@code HEADING})
 */
public record Cube(
        String code,
        List<String> languages,
        Texts title,
        Texts contents,
        Texts source,
        String subjectCode,
        Texts subject,
        String updated,
        Unit unit,
        List<Dimension> dimensions,
        int headings,
        List<Note> notes,
        List<CellNote> cellNotes,
        Cells cells) {

    /** Copies the lists; the cells must be as many as the dimensions make, and dimension codes unique. */
    public Cube {
        languages = List.copyOf(languages);
        dimensions = List.copyOf(dimensions);
        notes = List.copyOf(notes);
        cellNotes = List.copyOf(cellNotes);
        if (languages.isEmpty() || dimensions.isEmpty() || headings < 0 || headings > dimensions.size()) {
            throw new IllegalArgumentException(
                    "a cube has a language, dimensions and no more headings than dimensions");
        }
        if (size(dimensions) != cells.count()) {
            throw new IllegalArgumentException(
                    "%d cells where the dimensions make %d".formatted(cells.count(), size(dimensions)));
        }
        var codes = new HashSet<String>();
        for (Dimension dimension : dimensions) {
            if (!codes.add(dimension.code())) {
                throw new IllegalArgumentException("two dimensions have the code " + dimension.code());
            }
        }
    }

    /** A plain cube in one language, with its last dimension as heading. */
    public static Cube of(
            String code, String language, String title, String source, List<Dimension> dimensions, Cells cells) {
        return new Cube(
                code,
                List.of(language),
                Texts.of(language, title),
                Texts.of(language, title),
                Texts.of(language, source),
                "",
                Texts.NONE,
                "",
                Unit.NONE,
                dimensions,
                Math.min(1, dimensions.size()),
                List.of(),
                List.of(),
                cells);
    }

    /** Takes the cells of a cube. */
    @FunctionalInterface
    public interface Taker {

        /**
         * Takes one cell.
         *
         * @param place for each dimension the number of the category, from 0; the same array each time, changed in between
         * @param value 0 for {@link Mark#NIL} and NaN for the empty ones
         */
        void take(int[] place, double value, Mark mark);
    }

    /** Gives every cell to the taker, in order. */
    public void each(Taker taker) {
        int[] place = new int[dimensions.size()];
        for (int index = 0; index < cells.count(); index++) {
            taker.take(place, cells.value(index), cells.mark(index));
            for (int d = place.length - 1; d >= 0; d--) {
                place[d]++;
                if (place[d] < dimensions.get(d).size()) {
                    break;
                }
                place[d] = 0;
            }
        }
    }

    /** The code of the category at a place in a dimension. */
    public String codeAt(int dimension, int place) {
        return dimensions.get(dimension).categories().get(place).code();
    }

    /** The dimension of that code. */
    public Optional<Dimension> find(String dimension) {
        return dimensions.stream().filter(each -> each.code().equals(dimension)).findFirst();
    }

    /** The first dimension of that role. */
    public Optional<Dimension> find(Role role) {
        return dimensions.stream().filter(each -> each.role() == role).findFirst();
    }

    /** How many cells the dimensions make; {@link Long#MAX_VALUE} if that is more than a long holds. */
    static long size(List<Dimension> dimensions) {
        long size = 1;
        for (Dimension dimension : dimensions) {
            size = times(size, dimension.size());
        }
        return size;
    }

    static long times(long one, long other) {
        try {
            return Math.multiplyExact(one, other);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }
}
