package se.samsyn.followup;

/** How the person came to the unit. */
public enum WayIn {
    OWN_APPLICATION,
    REPORT,
    OTHER_UNIT,
    OTHER_AUTHORITY,
    OTHER,
    UNKNOWN
}
