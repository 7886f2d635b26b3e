package se.samsyn.followup.retention;

import java.time.LocalDate;
import java.util.Optional;
import se.samsyn.followup.CaseMoments;
import se.samsyn.kernel.PlaceCode;

/**
 * What decides how long a case is kept.
 *
 * @param ended when the circumstances ended; empty while they go on
 */
record CaseFacts(
        PlaceCode municipality,
        boolean closed,
        LocalDate lastNote,
        Optional<LocalDate> ended,
        Optional<KeptFor> keptFor,
        Born born,
        Optional<Hold> hold) {

    static CaseFacts of(CaseMoments moments, Keeping keeping) {
        return new CaseFacts(
                moments.municipality(),
                moments.closed().isPresent(),
                moments.lastNote(),
                moments.ended().map(day -> keeping.ended().filter(day::isBefore).orElse(day)),
                keeping.keptFor(),
                keeping.born(),
                keeping.hold());
    }
}
