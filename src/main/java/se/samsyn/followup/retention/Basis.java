package se.samsyn.followup.retention;

/** What a time of keeping rests on. */
public enum Basis {
    /** A personal file: erased five years after the last note (Socialtjänstlagen, formerly 2001:453 ch. 12 § 1). */
    PERSONAL_FILE,
    /** A compilation of particulars about persons: erased five years after the circumstances ended (formerly ch. 12 § 1). */
    COMPILATION,
    /** The place's own decision, where neither applies. */
    OWN_DECISION
}
