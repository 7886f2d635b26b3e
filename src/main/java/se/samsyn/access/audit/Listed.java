package se.samsyn.access.audit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A month that is to be checked, or has been.
 *
 * @param check the check; nothing where it is not begun
 * @param due the last day it is to be signed
 */
public record Listed(YearMonth month, Optional<CheckId> check, State state, LocalDate due) {

    /** How far it has come. */
    public enum State {
        NOT_BEGUN,
        BEGUN,
        SIGNED
    }

    /** Whether it should have been signed before this day. */
    public boolean isLate(LocalDate today) {
        return state != State.SIGNED && due.isBefore(today);
    }
}
