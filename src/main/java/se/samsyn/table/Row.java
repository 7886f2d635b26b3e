package se.samsyn.table;

import se.samsyn.kernel.Wording;

/**
 * A row of a table.
 *
 * @param key stable within the table
 */
public record Row(String key, Wording label, Role role) {

    /** What a row is to the others, for charts and for rulings. */
    public enum Role {
        CATEGORY,
        IMPROVED,
        SAME,
        WORSE,
        LOST,
        STATISTIC,
        SUBTOTAL,
        MISSING,
        TOTAL
    }
}
