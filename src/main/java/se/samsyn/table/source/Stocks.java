package se.samsyn.table.source;

import java.util.List;

/** The port through which a module that keeps rows by column offers them for crossing. Implemented as a bean, called by {@code table} alone. */
public interface Stocks {

    /** What can be crossed, in the order readers should meet it. */
    List<Stock> stocks();
}
