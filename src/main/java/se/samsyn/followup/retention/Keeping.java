package se.samsyn.followup.retention;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody has said of a case for how long it is to be kept.
 *
 * @param ended when the circumstances ended, where that is later than the closing and all support
 */
public record Keeping(Born born, Optional<KeptFor> keptFor, Optional<LocalDate> ended, Optional<Hold> hold) {

    /** Nothing said. */
    public static final Keeping NOTHING =
            new Keeping(Born.UNSAID, Optional.empty(), Optional.empty(), Optional.empty());
}
