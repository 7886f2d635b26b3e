package se.samsyn.access.audit;

/** Why a line is in a check: by chance, or by a rule for what stands out. */
public enum Reason {
    /** Drawn among all lines of the month. */
    RANDOM,
    /** A case with protected identity was read. */
    PROTECTED,
    /** Somebody read about persons at night or at a weekend. */
    OUTSIDE_HOURS,
    /** The first reading of a day when somebody read unusually many cases. */
    MANY_PERSONS,
    /** A case was read, and nobody wrote in it for a month before and after. */
    NO_WORK,
    /** A case was read by somebody who has never written in it, while others have. */
    OTHERS_CASE,
    /** The first of many denied attempts in a day by the same person, or at the same account. */
    MANY_DENIED,
    /** Persons were read about for another purpose than follow-up. */
    OTHER_PURPOSE
}
