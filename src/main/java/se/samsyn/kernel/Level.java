package se.samsyn.kernel;

/** The levels figures are compiled at, from the smallest; each is a sum of the one before. */
public enum Level {
    UNIT,
    MUNICIPALITY,
    REGION,
    NATION
}
