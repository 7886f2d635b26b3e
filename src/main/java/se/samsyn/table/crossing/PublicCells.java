package se.samsyn.table.crossing;

import java.util.Map;
import java.util.Optional;
import se.samsyn.table.source.Stock;

/** The port to what has been published: a crossing shows the public value of a cell that is public, hidden ones included. */
public interface PublicCells {

    /** The published cells of these very rows by name, each with its count where it is shown. */
    Map<String, Optional<Long>> of(Stock stock);
}
