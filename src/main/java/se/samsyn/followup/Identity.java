package se.samsyn.followup;

/**
 * Whether the person lives with protected identity. A protected person's case keeps no birth year and no id from elsewhere, is
 * counted in the region and the nation alone, and every read of it has a log line of its own.
 */
public enum Identity {
    OPEN,
    PROTECTED
}
