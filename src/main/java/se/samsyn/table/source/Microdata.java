package se.samsyn.table.source;

import java.util.List;
import se.samsyn.kernel.InstrumentKey;

/**
 * The port through which a module that holds rows hands them to {@code table}. Implemented by such modules as a bean and
 * called by {@code table} alone. The caller has set the row scope; an implementation reads what it is allowed to see.
 */
public interface Microdata {

    /** The data sets that can be read, those without rows included, in the order readers should meet them. */
    List<Listed> sets();

    /**
     * Reads a data set, as it is now.
     *
     * @throws IllegalArgumentException when there is no such set
     */
    Dataset read(InstrumentKey set, Selection selection);
}
