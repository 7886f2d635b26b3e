package se.samsyn.followup.retention;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody has said of a case for how long it is to be kept.
 *
 * @param keptFor what excepts it from being erased; empty where nobody has said
 * @param ended when the circumstances ended, where that is later than the closing and all support
 */
public record Keeping(Born born, Optional<KeptFor> keptFor, Optional<LocalDate> ended, Optional<Hold> hold) {

    /** A mark that is another as soon as something else is said, for whoever saves what they have seen. */
    public String mark() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Keeping with(Born said) {
        return new Keeping(said, keptFor, ended, hold);
    }

    Keeping with(KeptFor said) {
        return new Keeping(born, Optional.of(said), ended, hold);
    }

    /** Nothing said. */
    public static final Keeping NOTHING =
            new Keeping(Born.UNSAID, Optional.empty(), Optional.empty(), Optional.empty());
}
