package se.samsyn.table.source;

import java.time.Instant;
import se.samsyn.engine.RowsName;

/**
 * Rows that can be crossed.
 *
 * @param rows where they are kept
 * @param size how many there are
 * @param asOf when they were read or imported
 */
public record Stock(Codebook codebook, RowsName rows, long size, Instant asOf) {

    private static final int FEW = 50;

    /** About how many there are, to two figures; 0 where they are few. Never the number itself: what it was before one went would tell of one. */
    public long about() {
        if (size < FEW) {
            return 0;
        }
        long step = 10;
        while (size / step >= 100) {
            step *= 10;
        }
        return (size + step / 2) / step * step;
    }
}
