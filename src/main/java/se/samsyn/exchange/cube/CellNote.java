package se.samsyn.exchange.cube;

import java.util.List;

/**
 * A footnote to some cells.
 *
 * @param codes for each dimension of the cube, in its order, the category's code, or {@link #ANY}
 */
public record CellNote(List<String> codes, Note note) {

    /** Every category of the dimension. */
    public static final String ANY = "*";

    /** Copies the codes. */
    public CellNote {
        codes = List.copyOf(codes);
    }
}
