package se.samsyn.exchange.opendata;

import java.util.List;

/**
 * A table found in a PxWeb database. Texts are blank where the database gives none.
 *
 * @param updated time of the last update as the database writes it
 * @param firstPeriod the first period in the table, such as {@code 1998K2}
 * @param variables names of its variables
 */
public record PxWebTable(
        PxTableId id,
        String label,
        String description,
        String updated,
        String firstPeriod,
        String lastPeriod,
        List<String> variables,
        Standing standing) {

    /** Whether the table is still kept up; a table that is not is often not marked as such. */
    public enum Standing {
        CONTINUED,
        DISCONTINUED
    }

    /** Copies the variables. */
    public PxWebTable {
        variables = List.copyOf(variables);
    }
}
