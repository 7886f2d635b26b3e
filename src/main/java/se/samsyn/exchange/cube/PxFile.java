package se.samsyn.exchange.cube;

import java.util.List;

/**
 * A whole PX file: all its keywords in their order, also those that a {@link Cube} has no place for, and its cells.
 *
 * @param keywords all but DATA
 * @param sizes number of values of each variable, stub before heading
 * @param stubs how many of the variables are stub
 */
public record PxFile(List<PxKeyword> keywords, List<Integer> sizes, int stubs, Cells cells) {

    /** Copies the lists. */
    public PxFile {
        keywords = List.copyOf(keywords);
        sizes = List.copyOf(sizes);
    }
}
