package se.samsyn.engine;

import java.util.Map;

/**
 * A column of codes each of which goes with one code of another column.
 *
 * @param narrow the column
 * @param wide the other
 * @param within the code of the other, by the codes that there are; rows without a code are not looked at
 */
public record Nest(int narrow, int wide, Map<Integer, Integer> within) {

    /** Copies the codes. */
    public Nest {
        within = Map.copyOf(within);
    }
}
