package se.samsyn.table.release;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.source.Codebook;

/**
 * A release as it was published; never changed afterwards.
 *
 * @param cells each cell by name, with its count where it is shown
 * @param hash of what was published, so that anybody can see that it is the same
 * @param codebook of the tables' fields as it was then; empty in those released before it was kept
 */
public record Released(
        UUID id,
        PlaceCode owner,
        Declared declared,
        String rows,
        String name,
        Attacked.Report report,
        Map<String, Optional<Long>> cells,
        String hash,
        Instant released,
        Optional<Codebook> codebook) {

    /** The cells as the checksum is of them. */
    public String text() {
        return ReleaseStore.text(cells);
    }
}
