package se.samsyn.followup.retention;

/** From which day of a case the years are counted. */
public enum CountedFrom {
    LAST_NOTE,
    CIRCUMSTANCES_ENDED
}
