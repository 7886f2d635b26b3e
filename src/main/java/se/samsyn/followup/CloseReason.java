package se.samsyn.followup;

/** Why a case was closed. */
public enum CloseReason {
    SUPPORT_COMPLETED,
    NO_NEED,
    CLIENT_ENDED,
    MOVED,
    HANDED_OVER,
    DIED,
    OTHER,
    UNKNOWN
}
