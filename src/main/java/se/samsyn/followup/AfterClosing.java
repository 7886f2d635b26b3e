package se.samsyn.followup;

/** What becomes of support that still goes on when its case is closed. */
public enum AfterClosing {
    /** It stopped the day the case was closed. */
    STOPPED,
    /** It goes on; another unit or authority has taken over. */
    TAKEN_OVER,
    /** It goes on as it was decided, though nobody follows it up here. */
    DECIDED
}
