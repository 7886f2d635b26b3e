package se.samsyn.table;

/** The shapes of table there are. */
public enum TableKind {
    /** Categories by sex, with shares of those who answered. */
    DISTRIBUTION,
    /** Mean and median of a number or a scale by sex. */
    LEVEL,
    /** The same persons before and at the last follow-up: improved, same, worse and lost, by sex. */
    CHANGE,
    /** The same persons' mean and median change on a number or a scale, by sex. */
    SCORE_CHANGE,
    /** From which category to which; the lost apart. */
    TRANSITIONS,
    /** Categories, or mean and median, at each occasion. */
    OCCASIONS,
    /** How many come to each step of a case, and where they are lost, by sex. */
    STEPS,
    /** How many come to each step, by age. */
    STEPS_BY_AGE,
    /** Answers and kinds of missing answers by variable. */
    QUALITY
}
