package se.samsyn.table.source;

import java.util.List;
import java.util.Optional;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;

/** The port through which a module that keeps rows by column offers them for crossing. Implemented as a bean, called by {@code table} alone. */
public interface Stocks {

    /** What can be crossed, in the order readers should meet it. */
    List<Stock> stocks();

    /** Whose data a set is; empty where it is none of these. Reads nothing that takes time. */
    default Optional<PlaceCode> owner(InstrumentKey set) {
        return stocks().stream()
                .map(Stock::codebook)
                .filter(codebook -> codebook.set().equals(set))
                .map(Codebook::owner)
                .findFirst();
    }
}
