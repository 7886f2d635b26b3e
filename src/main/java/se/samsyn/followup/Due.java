package se.samsyn.followup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import se.samsyn.instrument.Phase;

/**
 * A follow-up that should be made.
 *
 * @param date the last day it is in time
 * @param draft the phase has been begun and waits to be completed
 */
public record Due(CaseOverview of, Phase phase, LocalDate date, OptionalInt months, Progress draft) {

    /** Whether somebody has begun. */
    public enum Progress {
        NOT_BEGUN,
        BEGUN
    }

    /** Days left; negative when the day has passed. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, date);
    }
}
